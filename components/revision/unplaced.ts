import type { EditedBlock } from "./edited-block";
import type { BlockChange } from "./reapply";
import { z } from "./zod";

/** A change that had no place in a newer text: what its blocks said, and what was wanted. */
export interface Unplaced {
  before: string;
  after: string;
}

/** The words of such a change. */
export function unplacedOf({ before, after }: BlockChange): Unplaced {
  return { before: wordsOf(before), after: wordsOf(after) };
}

/** Such changes as text, to be kept on this device. */
export function packUnplaced(unplaced: readonly Unplaced[]): string {
  return JSON.stringify(unplaced);
}

const Kept = z.array(z.object({ before: z.string(), after: z.string() }));

/** The changes out of such a text; none when it is none. */
export function unpackUnplaced(packed: string): Unplaced[] {
  try {
    return Kept.parse(JSON.parse(packed));
  } catch {
    return [];
  }
}

function wordsOf(blocks: readonly EditedBlock[]): string {
  return blocks.map(({ speaker, text }) => (speaker ? `${speaker}: ${text}` : text)).join("\n\n");
}
