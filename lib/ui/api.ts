import type { ErrorCode, FieldError } from "@/lib/domain/errors";
import { saidElsewhere, standingHeader } from "./standing";

/** `offline`: the request never got an answer. `internal`: an answer that is not ours (a proxy's page, a 500). */
export type ApiErrorCode = ErrorCode | "offline" | "internal";

interface ApiErrorDetails {
  status: number;
  fields?: FieldError[];
  current?: unknown;
  missing?: string[];
  requestId?: string | null;
  /** Seconds, from Retry-After. */
  retryAfter?: number | null;
}

/** A refused or unanswered request. `message` is a sentence for people. */
export class ApiError extends Error {
  readonly code: ApiErrorCode;
  readonly status: number;
  readonly fields: FieldError[];
  /** The record as it stands now, on `conflict` and `duplicate`. */
  readonly current: unknown;
  readonly missing: string[];
  readonly requestId: string | null;
  readonly retryAfter: number | null;

  constructor(code: ApiErrorCode, message: string, details: ApiErrorDetails) {
    super(message);
    this.name = "ApiError";
    this.code = code;
    this.status = details.status;
    this.fields = details.fields ?? [];
    this.current = details.current;
    this.missing = details.missing ?? [];
    this.requestId = details.requestId ?? null;
    this.retryAfter = details.retryAfter ?? null;
  }

  /** True when the same request may well succeed later: no answer, a busy or failing server, a session that is in another workspace for now. */
  get temporary(): boolean {
    return ["offline", "busy", "unavailable", "rate_limited", "elsewhere"].includes(this.code) || this.status >= 500;
  }
}

/** Whatever was thrown, as an error that says a sentence. */
export function apiErrorOf(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError("internal", "Something went wrong on this page.", { status: 0 });
}

interface WriteOptions {
  /** Repeat the key of an attempt whose answer got lost, so that the server does not do it twice. */
  idempotencyKey?: string;
  /** Gives the request up; only for those that write nothing. */
  signal?: AbortSignal;
}

/** The one door to /api/v1. Paths begin after the prefix ("/claims/…"); answers are parsed JSON; refusals throw ApiError. */
export const api = {
  get: <T>(path: string, signal?: AbortSignal) => send<T>("GET", path, signal ? { signal } : {}),
  /** The answer itself, for what is not JSON. */
  response: async (path: string): Promise<Response> => {
    const response = await answer("GET", path, {});
    if (!response.ok) throw await refusal(response);
    return response;
  },
  post: <T>(path: string, body: unknown, options?: WriteOptions) => write<T>("POST", path, body, options),
  put: <T>(path: string, body: unknown, options?: WriteOptions) => write<T>("PUT", path, body, options),
  patch: <T>(path: string, body: unknown, options?: WriteOptions) => write<T>("PATCH", path, body, options),
  delete: <T>(path: string, options?: WriteOptions) => write<T>("DELETE", path, undefined, options),
};

/** A random UUID. `crypto.randomUUID` is missing on plain http outside localhost, where desks also run. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

function write<T>(method: string, path: string, body: unknown, options: WriteOptions = {}): Promise<T> {
  const headers: Record<string, string> = { ...standingHeader(), "Idempotency-Key": options.idempotencyKey ?? newKey() };
  const signal = options.signal ? { signal: options.signal } : {};
  if (body === undefined) return send<T>(method, path, { headers, ...signal });
  return send<T>(method, path, { headers: { ...headers, "Content-Type": "application/json" }, body: JSON.stringify(body), ...signal });
}

async function send<T>(method: string, path: string, init: RequestInit): Promise<T> {
  const response = await answer(method, path, init);
  if (!response.ok) throw await refusal(response);
  // The contract of /api/v1 names the shape; the server's own tests hold it to that.
  return response.status === 204 ? (undefined as T) : ((await response.json()) as T);
}

async function answer(method: string, path: string, init: RequestInit): Promise<Response> {
  try {
    // Without an Accept header, so that an answer which the browser fetched ahead (rel=preload) counts as the same request.
    return await fetch(`/api/v1${path}`, { ...init, method });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError("offline", "The server cannot be reached.", { status: 0 });
  }
}

interface Problem {
  code?: ErrorCode;
  title?: string;
  detail?: string;
  fields?: FieldError[];
  current?: unknown;
  missing?: string[];
  requestId?: string;
}

async function refusal(response: Response): Promise<ApiError> {
  const problem = await problemOf(response);
  if (problem.code === "elsewhere") saidElsewhere();
  const retryAfter = Number(response.headers.get("Retry-After"));
  return new ApiError(problem.code ?? "internal", problem.detail ?? problem.title ?? "The server could not do this.", {
    status: response.status,
    fields: problem.fields ?? [],
    current: problem.current,
    missing: problem.missing ?? [],
    requestId: problem.requestId ?? null,
    retryAfter: retryAfter > 0 ? retryAfter : null,
  });
}

async function problemOf(response: Response): Promise<Problem> {
  if (!response.headers.get("Content-Type")?.includes("json")) return {};
  try {
    return (await response.json()) as Problem; // RFC 9457, every member optional
  } catch {
    return {};
  }
}
