import { randomUUID } from "node:crypto";
import type { AppError, ErrorCode } from "@/lib/domain/errors";

export const STATUS: Record<ErrorCode, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  duplicate: 409,
  gate_not_met: 409,
  closed: 409,
  elsewhere: 409,
  gone: 410,
  too_large: 413,
  unsupported_type: 415,
  rate_limited: 429,
  busy: 503,
  unavailable: 503,
};

const TITLES: Record<ErrorCode, string> = {
  invalid: "Something in the request is not valid",
  unauthenticated: "Sign in first",
  forbidden: "Not allowed",
  not_found: "Not found",
  conflict: "Changed meanwhile",
  duplicate: "Exists already",
  gate_not_met: "Conditions not met",
  closed: "Not open any more",
  elsewhere: "Another workspace",
  gone: "No longer valid",
  too_large: "Too large",
  unsupported_type: "Unsupported type",
  rate_limited: "Too many requests",
  busy: "Busy",
  unavailable: "Not available now",
};

const HEADERS = { "content-type": "application/problem+json; charset=utf-8", "cache-control": "no-store" };

/** The answer to an expected failure, as RFC 9457 has it. */
export function problem(error: AppError, requestId: string): Response {
  return new Response(JSON.stringify(bodyOf(error, requestId)), {
    status: STATUS[error.code],
    headers: { ...HEADERS, ...retryOf(error), "x-request-id": requestId },
  });
}

/** An answer of next-auth, which calls every refusal a wrong password; where it was another one, with the status, the wait and the problem that the rest of the API gives. */
export async function withRefusal(answer: Response, error: AppError | undefined): Promise<Response> {
  if (!error || answer.status !== 401) return answer;
  const requestId = randomUUID();
  const given: unknown = answer.headers.get("content-type")?.includes("json") ? await answer.json() : {};
  const headers = new Headers(answer.headers);
  for (const [name, value] of Object.entries({ ...HEADERS, ...retryOf(error), "x-request-id": requestId })) headers.set(name, value);
  return new Response(JSON.stringify({ ...bodyOf(error, requestId), ...(typeof given === "object" ? given : {}) }), { status: STATUS[error.code], headers });
}

function bodyOf({ code, message, details }: AppError, requestId: string): object {
  return { type: `urn:assay:problem:${code}`, title: TITLES[code], status: STATUS[code], code, detail: message, ...details, requestId };
}

function retryOf({ details }: AppError): Record<string, string> {
  return details.retryAfter === undefined ? {} : { "retry-after": String(details.retryAfter) };
}

/** The answer to a failure nobody expected: no word of what it was, only the id under which the log has it. */
export function internalProblem(requestId: string): Response {
  const body = {
    type: "urn:assay:problem:internal",
    title: "Something went wrong on the server",
    status: 500,
    code: "internal",
    detail: "Nothing was changed. Try again; if it happens again, tell the person who runs this server the request id.",
    requestId,
  };
  return new Response(JSON.stringify(body), { status: 500, headers: { ...HEADERS, "x-request-id": requestId } });
}
