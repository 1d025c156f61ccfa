import { setImmediate as turn } from "node:timers/promises";
import { parentPort } from "node:worker_threads";
import type { BlockInput } from "@/lib/domain/revision";
import type { CanonicalText, ImportedText } from "@/lib/domain/text";
import { bringClaims, type BringJob, type Brought } from "@/lib/importers/annotations/bring-claims";
import { openBundle, type OpenedBundle } from "@/lib/importers/bundle";
import { compareTexts, type Correction, type CorrectionJob } from "@/lib/importers/correction";
import { formatOf } from "@/lib/importers/formats";
import { readBlocks } from "@/lib/importers/read-blocks";
import { readSource, type ReadJob } from "@/lib/importers/read-source";
import type { WorkerMessage } from "@/lib/workers/message";
import { outcomeOf } from "@/lib/workers/outcome";

/** What the worker can be asked to do. */
export type WorkerJob =
  | { task: "read"; job: ReadJob }
  | { task: "assemble"; blocks: readonly BlockInput[] }
  | { task: "compare"; job: CorrectionJob }
  | { task: "bring"; job: BringJob }
  /** Its bytes follow in slices. */
  | { task: "bundle" };

/** What came of a job. */
export type WorkerAnswer =
  | { type: "read"; result: ImportedText }
  | { type: "assembled"; result: CanonicalText & { warnings: string[] } }
  | { type: "compared"; result: Correction }
  | { type: "brought"; result: Brought }
  | { type: "bundle"; result: OpenedBundle };

const port = parentPort;

/** Claims in one message: the process that takes them over does nothing else meanwhile. */
const SLICE = 100;

function say(message: WorkerMessage<WorkerAnswer>): void {
  port?.postMessage(message);
}

async function perform(work: WorkerJob): Promise<WorkerAnswer> {
  // The parsers take longer to load than most pages to read: that time is not the page's.
  if (work.task === "read") await formatOf(work.job.format).load();
  say({ type: "started" });
  switch (work.task) {
    case "read":
      return { type: "read", result: await readSource(work.job) };
    case "assemble":
      return { type: "assembled", result: readBlocks(work.blocks) };
    case "compare":
      return { type: "compared", result: compareTexts(work.job) };
    case "bring":
      return { type: "brought", result: bringClaims(work.job) };
    case "bundle":
      return { type: "bundle", result: await withoutClaims(await openBundle(await bytesThatFollow())) };
  }
}

/** Sends the claims ahead, in slices between which others have their turn. */
async function withoutClaims({ records, ...opened }: OpenedBundle): Promise<OpenedBundle> {
  for (let from = 0; from < records.claims.length; from += SLICE) {
    say({ type: "part", part: records.claims.slice(from, from + SLICE) });
    await turn();
  }
  return { ...opened, records: { ...records, claims: [] } };
}

/** What of the last job's bytes has come, and whom to tell when all have. */
let slices: Uint8Array[] = [];
let whole: (bytes: Uint8Array) => void = () => undefined;

function bytesThatFollow(): Promise<Uint8Array> {
  slices = [];
  return new Promise((resolve) => {
    whole = resolve;
  });
}

port?.on("message", (message: WorkerJob | { part: Uint8Array } | { end: true }) => {
  if ("part" in message) slices.push(message.part);
  else if ("end" in message) whole(Buffer.concat(slices.splice(0)));
  else void outcomeOf(() => perform(message)).then(say);
});
