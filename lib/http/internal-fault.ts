import { randomUUID } from "node:crypto";
import type { NextRequest } from "next/server";
import { log } from "./log";

/** The answer to a reader when something failed that nobody expected; what it was stands in the log. */
export function internalFault(request: NextRequest, error: unknown): Response {
  const requestId = randomUUID();
  log.error({ requestId, method: request.method, path: request.nextUrl.pathname, err: error }, "unexpected failure");
  return new Response(`Something went wrong here. Try again in a minute. (${requestId})\n`, {
    status: 500,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}
