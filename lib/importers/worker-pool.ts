import path from "node:path";
import type { Worker } from "node:worker_threads";
import { AppError } from "@/lib/domain/errors";
import type { BlockInput } from "@/lib/domain/revision";
import type { CanonicalText, ImportedText } from "@/lib/domain/text";
import type { Correction, CorrectionJob } from "@/lib/importers/correction";
import { formatOf } from "@/lib/importers/formats";
import { sourceError, type ReadJob } from "@/lib/importers/read-source";
import type { WorkerAnswer, WorkerJob, WorkerMessage } from "@/lib/importers/worker";

const MOST_WORKERS = 2;
const MOST_WAITING = 20;
const START_MS = 30_000;
const IDLE_MS = 60_000;
const HEAP_MB = 512;

const COMPARE_MS = 30_000;

/** What is said of a job that reached a limit, or broke the worker. */
interface Failures {
  tooComplicated: AppError;
  broken: AppError;
}

interface Waiting {
  work: WorkerJob;
  limitMs: number;
  failures: Failures;
  resolve: (answer: WorkerAnswer) => void;
  reject: (error: Error) => void;
}

const idle = new Map<Worker, NodeJS.Timeout>();
const waiting: Waiting[] = [];
let busy = 0;

/**
 * Reads a source in a worker thread within its format's time and 512 MB, two at a time. Throws the importer's AppError,
 * "too_large" when a limit is reached, "invalid" when the parser breaks (the cause is attached), "busy" when too many wait.
 */
export async function readInWorker(job: ReadJob, limitMs = formatOf(job.format).limitMs): Promise<ImportedText> {
  const answer = await enqueue({ task: "read", job }, limitMs, {
    tooComplicated: sourceError("too_large", "This is too complicated to be read. Paste the text of the article instead."),
    broken: sourceError("invalid", "This could not be read. Paste the text of the article instead."),
  });
  if (answer.type !== "read") throw new Error(OTHER_ANSWER);
  return answer.result;
}

/** Puts edited blocks together in a worker thread. Throws as readInWorker does. */
export async function assembleInWorker(blocks: readonly BlockInput[]): Promise<CanonicalText & { warnings: string[] }> {
  const answer = await enqueue({ task: "assemble", blocks }, COMPARE_MS, correctionFailures());
  if (answer.type !== "assembled") throw new Error(OTHER_ANSWER);
  return answer.result;
}

/** Compares two texts in a worker thread. Throws as readInWorker does. */
export async function compareInWorker(job: CorrectionJob): Promise<Correction> {
  const answer = await enqueue({ task: "compare", job }, COMPARE_MS, correctionFailures());
  if (answer.type !== "compared") throw new Error(OTHER_ANSWER);
  return answer.result;
}

const OTHER_ANSWER = "The worker answered another question.";

function correctionFailures(): Failures {
  return {
    tooComplicated: new AppError("too_large", "So much was changed at once that it takes too long to follow. Correct the text in several steps."),
    broken: new AppError("unavailable", "The two texts could not be compared. Nothing was changed."),
  };
}

function enqueue(work: WorkerJob, limitMs: number, failures: Failures): Promise<WorkerAnswer> {
  if (waiting.length >= MOST_WAITING) return Promise.reject(new AppError("busy", "Many texts are being brought in right now. Try again in a minute."));
  return new Promise((resolve, reject) => {
    waiting.push({ work, limitMs, failures, resolve, reject });
    next();
  });
}

function next(): void {
  const first = busy < MOST_WORKERS ? waiting.shift() : undefined;
  if (!first) return;
  busy += 1;
  perform(takeWorker(), first)
    .then(first.resolve, first.reject)
    .finally(() => {
      busy -= 1;
      next();
    });
}

function takeWorker(): Worker {
  for (const [worker, timer] of idle) {
    clearTimeout(timer);
    idle.delete(worker);
    forget(worker);
    worker.ref();
    return worker;
  }
  // Bundlers follow `new Worker(path)` into the file and fail on its TypeScript loader. The module taken by name is hidden from
  // them, and the thread runs from the sources. It parses foreign markup, and so gets no environment, which holds
  // secrets.
  const threads = process.getBuiltinModule("node:worker_threads");
  const entry = path.join(process.cwd(), "lib", "importers", "import-worker.mjs");
  return new threads.Worker(entry, { env: {}, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
}

/** Keeps a worker for the next source; it neither holds the process open nor stays for ever. */
function giveBack(worker: Worker): void {
  forget(worker);
  const drop = (): void => {
    idle.delete(worker);
    void worker.terminate();
  };
  worker.on("error", drop);
  worker.unref();
  idle.set(worker, setTimeout(drop, IDLE_MS).unref());
}

/** Only what this file listens to: without the listeners that Node adds itself a worker falls silent. */
function forget(worker: Worker): void {
  worker.removeAllListeners("message");
  worker.removeAllListeners("error");
}

async function perform(worker: Worker, waited: Waiting): Promise<WorkerAnswer> {
  let reusable = false;
  try {
    const answer = await ask(worker, waited);
    reusable = true;
    if (answer.type === "refused") throw new AppError(answer.code, answer.message, answer.details);
    if (answer.type === "failed") throw withCause(waited.failures.broken, answer.message);
    return answer;
  } finally {
    if (reusable) giveBack(worker);
    else void worker.terminate();
  }
}

function ask(worker: Worker, { work, limitMs, failures }: Waiting): Promise<Exclude<WorkerMessage, { type: "started" }>> {
  return new Promise((resolve, reject) => {
    let timer = setTimeout(() => reject(new Error("The import worker did not start.")), START_MS);
    worker.on("message", (message: WorkerMessage) => {
      clearTimeout(timer);
      if (message.type === "started") timer = setTimeout(() => reject(failures.tooComplicated), limitMs);
      else resolve(message);
    });
    worker.on("error", (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? failures.tooComplicated : error);
    });
    worker.postMessage(work);
  });
}

function withCause(error: AppError, cause: string): AppError {
  error.cause = cause;
  return error;
}
