import type { BlockInput } from "@/lib/domain/revision";
import type { CanonicalText } from "@/lib/domain/text";
import { compareTexts, type Correction, type CorrectionJob } from "@/lib/importers/correction";
import { readBlocks } from "@/lib/importers/read-blocks";
import { assembleInWorker, compareInWorker } from "@/lib/importers/worker-pool";

/** What is larger is worked on in a worker, so that nobody waits for it: UTF-16 units of both texts, and anchors. */
const INLINE_UNITS = 120_000;
const INLINE_ANCHORS = 200;

/** What a correction of a text does to it and to its anchors. Throws `too_large` when that takes too long, `busy` when too many wait. */
export async function correctText(job: CorrectionJob): Promise<Correction> {
  const small = job.before.length + job.after.length <= INLINE_UNITS && job.anchors.length <= INLINE_ANCHORS;
  return small ? compareTexts(job) : compareInWorker(job);
}

/** The text that edited blocks make, and sentences about what was lost. Throws `invalid` when there is nothing in it, `too_large`, `busy`. */
export async function assembleText(blocks: readonly BlockInput[]): Promise<CanonicalText & { warnings: string[] }> {
  const length = blocks.reduce((sum, block) => sum + block.text.length, 0);
  return length <= INLINE_UNITS ? readBlocks(blocks) : assembleInWorker(blocks);
}
