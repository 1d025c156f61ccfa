import type { DiffPart } from "@/components/ui/word-diff";
import type { TextChange } from "@/lib/domain/revision";
import type { Block } from "@/lib/domain/text";
import { alignedRows, type Range } from "./aligned-rows";

/** What a correction changed in one place. */
export interface Passage {
  /** Blocks without a change between the passage before and this one. */
  skipped: number;
  before: string;
  after: string;
  /** What changed beside the words: the speaker, the kind. */
  notes: string[];
}

/** A text with its blocks. */
export interface CompleteText {
  text: string;
  blocks: readonly Block[];
}

/** The blocks that differ between two texts, those that belong together as one passage. */
export function changedPassages(before: CompleteText, after: CompleteText, changes: readonly TextChange[]): { passages: Passage[]; skippedAtEnd: number } {
  const passages: Passage[] = [];
  let skipped = 0;
  for (const row of alignedRows(before.blocks, after.blocks, changes)) {
    if (row.changed) {
      passages.push({ skipped, before: wordsOf(before, row.before), after: wordsOf(after, row.after), notes: rowNotes(before, after, row) });
      skipped = 0;
    } else skipped += row.after.to - row.after.from;
  }
  return { passages, skippedAtEnd: skipped };
}

/** Units of unchanged text that are shown at each side of a change. */
const CONTEXT = 90;

/** The parts of a comparison in which long stretches that stayed the same keep only their ends, cut between words. */
export function shortened(parts: readonly DiffPart[]): DiffPart[] {
  return parts.map((part, index) => {
    if (part.type !== "same" || part.text.length <= 2 * CONTEXT) return part;
    const head = index > 0 ? part.text.slice(0, CONTEXT).replace(/\S+$/, "") : "";
    const tail = index < parts.length - 1 ? part.text.slice(-CONTEXT).replace(/^\S+/, "") : "";
    return { ...part, text: `${head}…${tail}` };
  });
}

function wordsOf({ text, blocks }: CompleteText, { from, to }: Range): string {
  const [first, last] = [blocks[from], blocks[to - 1]];
  return first && last && from < to ? text.slice(first.start, last.end) : "";
}

/** What changed in a row beside its words. */
export function rowNotes(before: CompleteText, after: CompleteText, row: { before: Range; after: Range }): string[] {
  const [one, other] = [before.blocks[row.before.from], after.blocks[row.after.from]];
  const [many, now] = [row.before.to - row.before.from, row.after.to - row.after.from];
  if (!one || !other || many === 0 || now === 0) return [];
  const notes: string[] = [];
  if ((one.speaker ?? "") !== (other.speaker ?? "")) notes.push(`Speaker: ${one.speaker || "none"} → ${other.speaker || "none"}`);
  if ((one.time ?? "") !== (other.time ?? "")) notes.push(`Time: ${one.time || "none"} → ${other.time || "none"}`);
  if (one.type !== other.type || one.level !== other.level) notes.push("The kind of the block changed.");
  if (many < now) notes.push("The block was split.");
  if (many > now) notes.push("Blocks were joined.");
  return notes;
}
