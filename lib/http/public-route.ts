import { createHash } from "node:crypto";
import type { NextRequest } from "next/server";
import { AppError } from "@/lib/domain/errors";
import type { HtmlPage } from "@/lib/exporters/html-shell";
import { buildId } from "./build-id";
import { clientIp } from "./client-ip";
import { internalFault } from "./internal-fault";
import { KeptAnswers } from "./kept-answers";
import { countUse } from "./limits";
import { STATUS } from "./problem";

/** What everybody may read at one address. */
export interface PublicAnswer {
  status?: number;
  type: string;
  body: string | Uint8Array<ArrayBuffer>;
  /** Of a page; files that are no pages load nothing anyway. */
  policy?: string;
  /** Other sites may show it in a frame. */
  framed?: boolean;
}

/** An answer that is made only when the reader, and this process, do not have it yet. */
export interface PublicRead {
  /** Changes whenever the answer does; null for one that is made each time. */
  state: string | null;
  make: () => PublicAnswer | Promise<PublicAnswer>;
}

interface Context {
  params: Promise<Record<string, string | string[] | undefined>>;
}

/** Where and how somebody asked. */
export interface PublicRequest {
  param: (name: string) => string;
  query: URLSearchParams;
  headers: Headers;
}

// On globalThis, because each route bundle loads this module for itself.
const shared = globalThis as typeof globalThis & { assayPublic?: KeptAnswers };
const kept = (shared.assayPublic ??= new KeptAnswers());

/** The door for what everybody may read: answers with an ETag, keeps what was made, and says nothing of the desk when it fails. */
export function publicRoute(read: (request: PublicRequest) => Promise<PublicRead>, build = buildId) {
  return async (request: NextRequest, context: Context): Promise<Response> => {
    try {
      const params = await context.params;
      const param = (name: string) => {
        const value = params[name];
        return typeof value === "string" ? readable(value) : "";
      };
      const query = new URLSearchParams([...request.nextUrl.searchParams].map(([name, value]) => [name, readable(value)]));
      const { state, make } = await read({ param, query, headers: request.headers });
      if (state === null) {
        await countUse("publicPagesMade", clientIp(request.headers));
        return toResponse(await make(), null);
      }
      const { pathname, search } = request.nextUrl;
      const tag = `"${createHash("sha256").update(`${pathname}${search}\n${state}\n${build()}`).digest("base64url").slice(0, 27)}"`;
      const known = request.headers.get("if-none-match")?.split(/,\s*/) ?? [];
      if (known.some((each) => each.replace(/^W\//, "") === tag)) return new Response(null, { status: 304, headers: { etag: tag, "cache-control": CACHED } });
      const ready = kept.get(tag);
      if (ready) return toResponse(ready, tag);
      await countUse("publicPagesMade", clientIp(request.headers));
      const made = await make();
      kept.keep(tag, made);
      return toResponse(made, tag);
    } catch (error) {
      if (error instanceof AppError && error.details.retryAfter !== undefined) return later(error);
      return internalFault(request, error);
    }
  };
}

/** A part of an address as the database can look for it: NUL, which it cannot, becomes a sign that names nothing. */
export function readable(part: string): string {
  return part.replaceAll("\0", "\ufffd");
}

/** Shared caches may keep an answer for a minute: so long can something that was taken back be seen there. */
const CACHED = "public, max-age=0, s-maxage=60, must-revalidate";

function later({ code, message, details }: AppError): Response {
  const headers = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store", "retry-after": String(details.retryAfter) };
  return new Response(`${message}\n`, { status: STATUS[code], headers });
}

/** The answer with the headers of a public page. */
export function toResponse({ status = 200, type, body, policy, framed = false }: PublicAnswer, tag: string | null): Response {
  return new Response(body, {
    status,
    headers: {
      "content-type": type,
      "content-security-policy": `${policy ?? "default-src 'none'"}; frame-ancestors ${framed ? "*" : "'none'"}`,
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-resource-policy": "cross-origin",
      "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
      ...(framed ? {} : { "x-frame-options": "DENY" }),
      "cache-control": tag === null ? "no-store" : CACHED,
      ...(tag === null ? {} : { etag: tag }),
    },
  });
}

/** A page of HTML as an answer. */
export function htmlAnswer({ html, policy }: HtmlPage, more: Pick<PublicAnswer, "status" | "framed"> = {}): PublicAnswer {
  return { type: "text/html; charset=utf-8", body: html, policy, ...more };
}
