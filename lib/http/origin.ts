import { AppError } from "@/lib/domain/errors";

/** Refuses a write that a page of another origin makes a browser send. Programs send neither header. Throws `forbidden`. */
export function expectSameOrigin(headers: Headers): void {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") throw crossOrigin();
  const origin = headers.get("origin");
  if (origin === null) return;
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  if (!URL.canParse(origin) || new URL(origin).host !== host) throw crossOrigin();
}

const crossOrigin = () => new AppError("forbidden", "This request comes from another site.");
