/** Every expected failure, by the code that programs read. The HTTP status of each stands in lib/http/problem.ts. */
export type ErrorCode =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "duplicate"
  | "gate_not_met"
  | "too_large"
  | "unsupported_type"
  | "rate_limited"
  | "closed"
  | "elsewhere"
  | "gone"
  | "busy"
  | "unavailable";

/** What went wrong in one field: the path as in the request ("fragments.0.start") and a sentence that says what to do. */
export interface FieldError {
  field: string;
  message: string;
}

/** An expected failure. `message` is shown to people; `details` travel with it (fields, the current record, missing gates). */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message);
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }
}

export interface ErrorDetails {
  fields?: FieldError[];
  /** The record as it stands now, on `conflict` and `duplicate`. */
  current?: unknown;
  /** Unmet conditions, on `gate_not_met`. */
  missing?: string[];
  /** Seconds, on `rate_limited`, and on `busy` and `unavailable` where it is known. */
  retryAfter?: number;
}

/** The error for one bad field. */
export function invalidField(field: string, message: string): AppError {
  return new AppError("invalid", message, { fields: [{ field, message }] });
}

/** The error for a password that is not the account's: no mistake in a form, but a try. */
export function wrongPassword(message: string): AppError {
  return new AppError("forbidden", message, { fields: [{ field: "password", message }] });
}
