import { AppError } from "@/lib/domain/errors";
import type { BlockInput } from "@/lib/domain/revision";
import type { CanonicalText, ImportedText } from "@/lib/domain/text";
import type { BringJob, Brought } from "@/lib/importers/annotations/bring-claims";
import type { Correction, CorrectionJob } from "@/lib/importers/correction";
import type { OpenedBundle } from "@/lib/importers/bundle";
import { formatOf } from "@/lib/importers/formats";
import { sourceError, type ReadJob } from "@/lib/importers/read-source";
import type { WorkerAnswer, WorkerJob } from "@/lib/importers/worker";
import { createWorkerPool, type Failures } from "@/lib/workers/pool";

const COMPARE_MS = 30_000;
const BRING_MS = 60_000;
const BUNDLE_MS = 60_000;

const pool = createWorkerPool<WorkerJob, WorkerAnswer>({
  entry: "lib/importers/import-worker.mjs",
  mostWorkers: 2,
  mostWaiting: 20,
  heapMb: 512,
  busy: "Many texts are being brought in right now. Try again in a minute.",
});

/**
 * Reads a source in a worker thread within its format's time and 512 MB, two at a time. Throws the importer's AppError,
 * "too_large" when a limit is reached, "invalid" when the parser breaks (the cause is attached), "busy" when too many wait.
 */
export async function readInWorker(job: ReadJob, limitMs = formatOf(job.format).limitMs): Promise<ImportedText> {
  const failures = {
    tooComplicated: sourceError("too_large", "This is too complicated to be read. Paste the text of the article instead."),
    broken: sourceError("invalid", "This could not be read. Paste the text of the article instead."),
  };
  const answer = await pool.run({ job: { task: "read", job }, limitMs, failures });
  if (answer.type !== "read") throw new Error(OTHER_ANSWER);
  return answer.result;
}

/** Puts edited blocks together in a worker thread. Throws as readInWorker does. */
export async function assembleInWorker(blocks: readonly BlockInput[]): Promise<CanonicalText & { warnings: string[] }> {
  const answer = await pool.run({ job: { task: "assemble", blocks }, limitMs: COMPARE_MS, failures: correctionFailures() });
  if (answer.type !== "assembled") throw new Error(OTHER_ANSWER);
  return answer.result;
}

/** Compares two texts in a worker thread. Throws as readInWorker does. */
export async function compareInWorker(job: CorrectionJob): Promise<Correction> {
  const answer = await pool.run({ job: { task: "compare", job }, limitMs: COMPARE_MS, failures: correctionFailures() });
  if (answer.type !== "compared") throw new Error(OTHER_ANSWER);
  return answer.result;
}

/** Reads a file of claims and finds them in a text, in a worker thread. Throws as readInWorker does. */
export async function bringInWorker(job: BringJob): Promise<Brought> {
  const failures = {
    tooComplicated: sourceError("too_large", "It takes too long to find all these claims in the text. Split the file, and bring in the parts one by one."),
    broken: sourceError("invalid", "This file could not be read. Save it again as CSV or JSON."),
  };
  const answer = await pool.run({ job: { task: "bring", job }, limitMs: BRING_MS, failures });
  if (answer.type !== "brought") throw new Error(OTHER_ANSWER);
  return answer.result;
}

/** Unpacks and checks a bundle, whose bytes come in slices, in a worker thread. Throws as readInWorker does, and as the slices do. */
export async function openBundleInWorker(slices: AsyncIterable<Uint8Array>): Promise<OpenedBundle> {
  const failures = {
    tooComplicated: new AppError("too_large", "This bundle is too large to be opened here."),
    broken: new AppError("invalid", "This bundle could not be opened. Take it out again."),
  };
  const claims: OpenedBundle["records"]["claims"] = [];
  const onPart = (part: unknown) => claims.push(...(part as typeof claims)); // as the worker sends them, in slices
  const answer = await pool.run({ job: { task: "bundle" }, parts: slices, limitMs: BUNDLE_MS, failures, onPart });
  if (answer.type !== "bundle") throw new Error(OTHER_ANSWER);
  const { records, ...opened } = answer.result;
  return { ...opened, records: { ...records, claims } };
}

const OTHER_ANSWER = "The worker answered another question.";

function correctionFailures(): Failures {
  return {
    tooComplicated: new AppError("too_large", "So much was changed at once that it takes too long to follow. Correct the text in several steps."),
    broken: new AppError("unavailable", "The two texts could not be compared. Nothing was changed."),
  };
}
