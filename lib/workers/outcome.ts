import { AppError } from "@/lib/domain/errors";
import type { WorkerMessage } from "./message";

/** The last message about a job: its answer, the refusal that it threw, or what broke. */
export async function outcomeOf<Answer>(perform: () => Promise<Answer>): Promise<WorkerMessage<Answer>> {
  try {
    return { type: "done", answer: await perform() };
  } catch (error) {
    if (error instanceof AppError) return { type: "refused", code: error.code, message: error.message, details: error.details };
    return { type: "failed", message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
