import type { NextRequest } from "next/server";
import { FLAG_NOTE_MAX, reportError, ReportError } from "@/lib/commands/flags";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { env } from "@/lib/env";
import { publicErrorForm, type ErrorFormValues } from "@/lib/exporters/public-error-form";
import { publicPageFor, publicReport } from "@/lib/queries/public-page";
import { pageUrl } from "@/lib/queries/page-url";
import { clientIp } from "./client-ip";
import { internalFault } from "./internal-fault";
import { countUse } from "./limits";
import { expectSameOrigin } from "./origin";
import { claimOf, missing } from "./public-pages";
import { htmlAnswer, readable, toResponse } from "./public-route";

/** The largest form, in bytes: the longest note, encoded. */
const FORM_BYTES = FLAG_NOTE_MAX * 12 + 10_000;

/** Takes the form of a published page, sent without a script: thanks by leading on, or the form again with what was written and what is wrong with it. */
export async function sendErrorReport(request: NextRequest, context: { params: Promise<{ slug: string }> }): Promise<Response> {
  try {
    const slug = readable((await context.params).slug);
    const number = request.nextUrl.searchParams.get("claim");
    // Only the form's own addresses name claims.
    if (number !== null && !/^[1-9]\d*$/.test(number)) return toResponse(await (await missing(404)).make(), null);
    const values = await readForm(request);
    const fault = await attempt(request, { slug, ...(number === null ? {} : { claim: number }), ...values });
    if (!fault) {
      const search = new URLSearchParams({ ...(number === null ? {} : { claim: number }), sent: "1" });
      return new Response(null, { status: 303, headers: { location: `${pageUrl(slug)}/report?${search.toString()}`, "cache-control": "no-store" } });
    }
    const prisma = await db();
    const page = await publicPageFor(prisma, slug);
    const report = page && !page.revoked ? await publicReport(prisma, page) : null;
    if (!page || !report) return toResponse(await (await missing(page ? 410 : 404)).make(), null);
    const claim = number === null ? null : claimOf(report, number);
    const form = publicErrorForm(
      report,
      claim,
      pageUrl(page.slug),
      { baseUrl: env.APP_URL, workspaceId: page.workspaceId },
      { values, faults: fault.faults, received: false },
    );
    const response = toResponse(htmlAnswer(form, { status: fault.status }), null);
    if (fault.retryAfter !== undefined) response.headers.set("retry-after", String(fault.retryAfter));
    return response;
  } catch (error) {
    return internalFault(request, error);
  }
}

interface Fault {
  status: number;
  retryAfter?: number;
  faults: Record<string, string>;
}

async function attempt(request: NextRequest, given: Record<string, unknown>): Promise<Fault | null> {
  const input = ReportError.safeParse(given);
  try {
    expectSameOrigin(request.headers);
    await countUse("errorReports", clientIp(request.headers));
    if (!input.success) return { status: 422, faults: Object.fromEntries(input.error.issues.map(({ path, message }) => [fieldOf(path), message])) };
    const prisma = await db();
    await prisma.$transaction((tx) => reportError.run({ tx, now: new Date() }, input.data, null));
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return {
      ...(error.details.retryAfter === undefined ? {} : { retryAfter: error.details.retryAfter }),
      status: error.code === "rate_limited" ? 429 : error.code === "not_found" ? 404 : error.code === "forbidden" ? 403 : 422,
      faults: { "": error.message },
    };
  }
}

const FIELDS = new Set(["reason", "note", "contact"]);
const fieldOf = ([first]: readonly PropertyKey[]) => (FIELDS.has(String(first)) ? String(first) : "");

/** The form's fields; what is too long is cut where the schema will refuse it. */
async function readForm(request: NextRequest): Promise<ErrorFormValues> {
  const declared = Number(request.headers.get("content-length") ?? "0");
  const type = request.headers.get("content-type") ?? "";
  const form =
    declared > FORM_BYTES || !type.startsWith("application/x-www-form-urlencoded") ? new URLSearchParams() : new URLSearchParams(await readText(request));
  return { reason: form.get("reason") ?? "", note: (form.get("note") ?? "").replace(/\r\n?/g, "\n"), contact: form.get("contact") ?? "" };
}

/** The body as text, no more of it than a form can have. */
async function readText(request: NextRequest): Promise<string> {
  const reader = request.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let bytes = 0; reader;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > FORM_BYTES) {
      await reader.cancel();
      return "";
    }
    text += decoder.decode(value, { stream: true });
  }
  return text + decoder.decode();
}
