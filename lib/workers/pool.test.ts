import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { getPriority, tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { AppError } from "@/lib/domain/errors";
import { createWorkerPool, type WorkerPool } from "./pool";

/* The thread ends, throws, or falls silent in the middle of a job, as the job says. */
const WORKER = `
import { getPriority } from "node:os";
import { parentPort } from "node:worker_threads";
await import(${JSON.stringify(path.resolve("lib/workers/begin.mjs"))});
parentPort.on("message", (job) => {
  parentPort.postMessage({ type: "started" });
  if (job === "end") process.exit(7);
  if (job === "throw") throw new Error("spoilt");
  if (job === "later") { parentPort.postMessage({ type: "done", answer: "done" }); setTimeout(() => process.exit(0), 20); }
  if (job === "priority") parentPort.postMessage({ type: "done", answer: String(getPriority()) });
  if (job === "work") parentPort.postMessage({ type: "done", answer: "done" });
});`;

let folder: string;
let pool: WorkerPool<string, string>;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "assay-pool-"));
  const file = path.join(folder, "worker.mjs");
  writeFileSync(file, WORKER);
  pool = createWorkerPool({ entry: path.relative(process.cwd(), file), mostWorkers: 1, mostWaiting: 5, heapMb: 64, busy: "Busy." });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const run = (job: string) =>
  pool.run({
    job,
    limitMs: 20_000,
    failures: { tooComplicated: new AppError("too_large", "Too complicated."), broken: new AppError("unavailable", "It broke. Try again.") },
  });

it.each([
  ["ends", "end", "exit code 7"],
  ["throws", "throw", "spoilt"],
])("says that the job broke as soon as its thread %s, why, and does the next one", async (_, job, cause) => {
  const next = [run(job), run("work")] as const;
  await expect(next[0]).rejects.toMatchObject({ code: "unavailable", message: "It broke. Try again.", cause: expect.stringContaining(cause) as string });
  expect(await next[1]).toBe("done");
});

it("gives no job to a thread that ended while it waited for one", async () => {
  expect(await run("later")).toBe("done");
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await run("work")).toBe("done");
});

it.runIf(process.platform === "linux")("goes behind whoever waits for a page", async () => {
  const own = getPriority();
  expect(Number(await run("priority"))).toBe(Math.max(own, 10));
  expect(getPriority()).toBe(own);
});
