import path from "node:path";
import type { Worker } from "node:worker_threads";
import { AppError } from "@/lib/domain/errors";
import type { WorkerMessage } from "./message";

/** Threads begin at low priority: on a machine that has much to do, loading their program takes long. */
const START_MS = 120_000;
const IDLE_MS = 60_000;

/** What is said of a job that reached a limit, or broke the worker. */
export interface Failures {
  tooComplicated: AppError;
  broken: AppError;
}

/** One job for a worker thread. */
export interface Task<Job> {
  job: Job;
  limitMs: number;
  failures: Failures;
  /** What follows the job in slices, so that no message is long to copy. */
  parts?: AsyncIterable<unknown>;
  /** Ends the job, and its thread with it. */
  signal?: AbortSignal;
  /** Hears the parts of an answer that would be long to copy in one message. */
  onPart?: (part: unknown) => void;
  /** How far the job has come, from 0 to 100. */
  onProgress?: (percent: number) => void;
}

interface PoolOptions {
  /** The file that the threads run, from the root of the project. */
  entry: string;
  mostWorkers: number;
  mostWaiting: number;
  heapMb: number;
  /** What is said when too many wait. */
  busy: string;
}

interface Waiting<Job, Answer> {
  task: Task<Job>;
  resolve: (answer: Answer) => void;
  reject: (error: Error) => void;
}

/** A few worker threads that take one job at a time, each within its time and memory. A thread stays a minute for the next job. */
export interface WorkerPool<Job, Answer> {
  /** Throws the AppError of the job, a failure of the task when a limit is reached or the thread breaks (the cause is attached), "busy" when too many wait, and the signal's reason. */
  run(task: Task<Job>): Promise<Answer>;
}

/** Threads that run the given file, which serves jobs of the one type with answers of the other. */
export function createWorkerPool<Job, Answer>(options: PoolOptions): WorkerPool<Job, Answer> {
  const idle = new Map<Worker, NodeJS.Timeout>();
  const waiting: Waiting<Job, Answer>[] = [];
  let busy = 0;

  function next(): void {
    const first = busy < options.mostWorkers ? waiting.shift() : undefined;
    if (!first) return;
    busy += 1;
    perform(first.task)
      .then(first.resolve, first.reject)
      .finally(() => {
        busy -= 1;
        next();
      });
  }

  async function perform(task: Task<Job>): Promise<Answer> {
    task.signal?.throwIfAborted();
    const worker = takeWorker();
    let reusable = false;
    try {
      const message = await ask<Job, Answer>(worker, task);
      reusable = true;
      if (message.type === "refused") throw new AppError(message.code, message.message, message.details);
      if (message.type === "failed") throw withCause(task.failures.broken, message.message);
      return message.answer;
    } finally {
      if (reusable) giveBack(worker);
      else void worker.terminate();
    }
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
    // them, and the thread runs from the sources. It reads what others wrote, and so gets no environment, which holds
    // secrets.
    const threads = process.getBuiltinModule("node:worker_threads");
    return new threads.Worker(path.join(/*turbopackIgnore: true*/ process.cwd(), options.entry), {
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: options.heapMb },
    });
  }

  /** Keeps a worker for the next job; it neither holds the process open nor stays for ever. */
  function giveBack(worker: Worker): void {
    forget(worker);
    const drop = (): void => {
      idle.delete(worker);
      void worker.terminate();
    };
    worker.on("error", drop);
    worker.on("exit", drop);
    worker.unref();
    idle.set(worker, setTimeout(drop, IDLE_MS).unref());
  }

  return {
    run(task) {
      if (waiting.length >= options.mostWaiting) return Promise.reject(new AppError("busy", options.busy, { retryAfter: 60 }));
      return new Promise((resolve, reject) => {
        waiting.push({ task, resolve, reject });
        next();
      });
    },
  };
}

/** Only what this file listens to: without the listeners that Node adds itself a worker falls silent. */
function forget(worker: Worker): void {
  worker.removeAllListeners("message");
  worker.removeAllListeners("error");
  worker.removeAllListeners("exit");
}

type LastMessage<Answer> = Exclude<WorkerMessage<Answer>, { type: "started" | "progress" | "part" }>;

function ask<Job, Answer>(worker: Worker, { job, limitMs, failures, parts, signal, onPart, onProgress }: Task<Job>): Promise<LastMessage<Answer>> {
  return new Promise((resolve, reject) => {
    let timer = setTimeout(() => end(() => reject(withCause(failures.broken, "The worker did not start."))), START_MS);
    const stop = (): void => end(() => reject(signal?.reason instanceof Error ? signal.reason : new Error("The job was stopped.")));
    let ended = false;
    const end = (settle: () => void): void => {
      ended = true;
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
      settle();
    };
    signal?.addEventListener("abort", stop);
    worker.on("message", (message: WorkerMessage<Answer>) => {
      if (message.type === "progress") return onProgress?.(message.percent);
      if (message.type === "part") return onPart?.(message.part);
      if (message.type !== "started") return end(() => resolve(message));
      clearTimeout(timer);
      timer = setTimeout(() => end(() => reject(failures.tooComplicated)), limitMs);
    });
    worker.on("error", (error: NodeJS.ErrnoException) => {
      end(() => reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? failures.tooComplicated : withCause(failures.broken, error.stack ?? error.message)));
    });
    // A thread that was ended from outside says no other word.
    worker.on("exit", (code) => end(() => reject(withCause(failures.broken, `The worker ended (exit code ${String(code)}).`))));
    worker.postMessage(job);
    if (parts) sendParts(worker, parts, () => ended).catch((error: unknown) => end(() => reject(error instanceof Error ? error : new Error(String(error)))));
  });
}

/** Others have their turn between two parts. */
async function sendParts(worker: Worker, parts: AsyncIterable<unknown>, ended: () => boolean): Promise<void> {
  for await (const part of parts) {
    if (ended()) return;
    worker.postMessage({ part });
    await new Promise((resolve) => setImmediate(resolve));
  }
  worker.postMessage({ end: true });
}

function withCause(error: AppError, cause: string): AppError {
  error.cause = cause;
  return error;
}
