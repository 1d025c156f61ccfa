import type { AppError } from "@/lib/domain/errors";

/** What a worker says: that it has begun (the clock starts), how far it is, parts of a long answer, then how it ended. */
export type WorkerMessage<Answer> =
  | { type: "started" }
  | { type: "progress"; percent: number }
  | { type: "part"; part: unknown }
  | { type: "done"; answer: Answer }
  | { type: "refused"; code: AppError["code"]; message: string; details: AppError["details"] }
  | { type: "failed"; message: string };
