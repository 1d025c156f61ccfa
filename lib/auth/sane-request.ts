import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import { AppError } from "@/lib/domain/errors";
import { env } from "@/lib/env";
import { readText } from "@/lib/http/body";

/** The largest form of signing in, in bytes. */
const FORM_BYTES = 100_000;
const FORM_TYPE = "application/x-www-form-urlencoded";

/**
 * The request as next-auth can bear it. It reads a body of any size; and where an address to lead back to is none, it fails as a whole, which in a cookie would
 * keep somebody out until they throw it away: that is left out, and next-auth writes a good one. Throws `too_large`, `unsupported_type`, `invalid`.
 */
export async function saneRequest(request: NextRequest): Promise<NextRequest> {
  const jar = await cookies();
  for (const { name, value } of jar.getAll()) if (name.endsWith("next-auth.callback-url") && !isAddress(value)) jar.delete(name);
  const url = new URL(request.url);
  if (!isAddress(url.searchParams.get("callbackUrl") ?? "/")) url.searchParams.delete("callbackUrl");
  const { method, headers } = request;
  if (method !== "POST") return new NextRequest(url, { method, headers });
  const body = await readText(request, FORM_BYTES);
  if (body !== "" && !headers.get("content-type")?.toLowerCase().includes(FORM_TYPE))
    throw new AppError("unsupported_type", `Send the request as ${FORM_TYPE}.`);
  return new NextRequest(url, { method, headers, body });
}

/** As next-auth asks it. */
const isAddress = (text: string) => {
  const base = text.startsWith("/") ? env.APP_URL : undefined;
  return URL.canParse(text, base) && /^https?:/.test(new URL(text, base).protocol);
};
