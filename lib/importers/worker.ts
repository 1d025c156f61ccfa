import { parentPort } from "node:worker_threads";
import { AppError } from "@/lib/domain/errors";
import type { BlockInput } from "@/lib/domain/revision";
import type { CanonicalText, ImportedText } from "@/lib/domain/text";
import { compareTexts, type Correction, type CorrectionJob } from "@/lib/importers/correction";
import { formatOf } from "@/lib/importers/formats";
import { readBlocks } from "@/lib/importers/read-blocks";
import { readSource, type ReadJob } from "@/lib/importers/read-source";

/** What the worker can be asked to do. */
export type WorkerJob = { task: "read"; job: ReadJob } | { task: "assemble"; blocks: readonly BlockInput[] } | { task: "compare"; job: CorrectionJob };

/** What came of a job. */
export type WorkerAnswer =
  { type: "read"; result: ImportedText } | { type: "assembled"; result: CanonicalText & { warnings: string[] } } | { type: "compared"; result: Correction };

/** What the worker says: that it has begun (the clock starts), then how it ended. */
export type WorkerMessage =
  | { type: "started" }
  | WorkerAnswer
  | { type: "refused"; code: AppError["code"]; message: string; details: AppError["details"] }
  | { type: "failed"; message: string };

const port = parentPort;

function say(message: WorkerMessage): void {
  port?.postMessage(message);
}

async function answer(work: WorkerJob): Promise<WorkerMessage> {
  try {
    // The parsers take longer to load than most pages to read: that time is not the page's.
    if (work.task === "read") await formatOf(work.job.format).load();
    say({ type: "started" });
    return await perform(work);
  } catch (error) {
    if (error instanceof AppError) return { type: "refused", code: error.code, message: error.message, details: error.details };
    return { type: "failed", message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

async function perform(work: WorkerJob): Promise<WorkerAnswer> {
  switch (work.task) {
    case "read":
      return { type: "read", result: await readSource(work.job) };
    case "assemble":
      return { type: "assembled", result: readBlocks(work.blocks) };
    case "compare":
      return { type: "compared", result: compareTexts(work.job) };
  }
}

port?.on("message", (work: WorkerJob) => {
  void answer(work).then(say);
});
