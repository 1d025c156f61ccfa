import type { Block, CanonicalText, Mark } from "@/lib/domain/text";
import { cleanText } from "@/lib/importers/clean-text";
import type { Draft } from "@/lib/importers/draft";

const BETWEEN_BLOCKS = "\n\n";
const VISIBLE = /[^\s\p{Cf}]/u;
const DAMAGED = "Some characters could not be read and are shown as \ufffd. Check the text against the original.";
const REORDERED = "Hidden characters that change the order in which text is shown were taken out.";

/** A run of one cleaned draft, [from, to), that becomes a line of a block. */
interface Line {
  from: number;
  to: number;
}

/**
 * Cleans the drafts and places them in one canonical text. A draft with blank lines becomes several blocks; one with nothing
 * to see becomes none; spaces at line ends go. Also returns sentences about what was lost.
 */
export function assemble(drafts: readonly Draft[]): CanonicalText & { warnings: string[] } {
  const parts: string[] = [];
  const blocks: Block[] = [];
  const warnings = new Set<string>();
  let length = 0;
  for (const draft of drafts) {
    const cleaned = cleanDraft(draft);
    if (cleaned.damaged) warnings.add(DAMAGED);
    if (cleaned.reordered) warnings.add(REORDERED);
    for (const lines of visiblePieces(cleaned.text)) {
      const text = wordsOf(cleaned.text, lines);
      if (!VISIBLE.test(text)) continue;
      const start = length === 0 ? 0 : length + BETWEEN_BLOCKS.length;
      if (start > 0) parts.push(BETWEEN_BLOCKS);
      parts.push(text);
      length = start + text.length;
      blocks.push(blockOf(draft, start, length, placeMarks(cleaned.marks, lines, start)));
    }
  }
  return { text: parts.join(""), blocks, warnings: [...warnings] };
}

/** The words of the lines. Most blocks are one line, and all of their draft. */
function wordsOf(text: string, lines: readonly Line[]): string {
  const [only] = lines;
  return only && lines.length === 1 ? text.slice(only.from, only.to) : lines.map(({ from, to }) => text.slice(from, to)).join("\n");
}

function blockOf({ type, level, speaker, time }: Draft, start: number, end: number, marks: Mark[]): Block {
  const block: Block = { type, start, end, marks };
  if (level !== undefined) block.level = level;
  if (speaker !== undefined) block.speaker = speaker;
  if (time !== undefined) block.time = time;
  return block;
}

/** Cleaning moves offsets; so the text is cleaned between the borders of marks, and the borders counted anew. */
function cleanDraft(draft: Draft): { text: string; marks: Mark[]; damaged: boolean; reordered: boolean } {
  const whole = cleanText(draft.text);
  if (draft.marks.length === 0) return { text: whole.text, marks: [], damaged: whole.damaged, reordered: whole.reordered };
  const moved = new Map<number, number>();
  const borders = [...new Set(draft.marks.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  let joined = "";
  let done = 0;
  for (const border of borders) {
    const cut = Math.max(done, wholeCharacterAt(draft.text, border, done));
    joined += cleanText(draft.text.slice(done, cut)).text;
    done = cut;
    moved.set(border, joined.length);
  }
  joined += cleanText(draft.text.slice(done)).text;
  // Where a character was composed across a border, emphasis is given up rather than the text.
  if (joined !== whole.text) return { ...whole, marks: [] };
  const at = (offset: number): number => moved.get(offset) ?? 0;
  return { ...whole, marks: draft.marks.map((mark) => ({ ...mark, start: at(mark.start), end: at(mark.end) })) };
}

const CONTINUES = /[\p{M}\udc00-\udfff\n]/u;

/** The first offset from `border` on that does not part a letter from its accents, a surrogate pair, or "\r\n". */
function wholeCharacterAt(text: string, border: number, done: number): number {
  let cut = Math.max(border, done);
  while (cut < text.length && CONTINUES.test(text.charAt(cut)) && (text.charAt(cut) !== "\n" || text.charAt(cut - 1) === "\r")) cut += 1;
  return cut;
}

/** The lines of each stretch between blank lines, without the spaces at their ends (and at the very start of a stretch). */
function visiblePieces(text: string): Line[][] {
  const pieces: Line[][] = [];
  let piece: Line[] = [];
  let offset = 0;
  for (const line of text.split("\n")) {
    const kept = line.trimEnd().length;
    if (kept === 0) piece = [];
    else {
      const indent = piece.length === 0 ? line.length - line.trimStart().length : 0;
      if (piece.length === 0) pieces.push(piece);
      piece.push({ from: offset + indent, to: offset + kept });
    }
    offset += line.length + 1;
  }
  return pieces;
}

function placeMarks(marks: readonly Mark[], lines: readonly Line[], blockStart: number): Mark[] {
  const first = lines[0]?.from ?? 0;
  const last = lines.at(-1)?.to ?? 0;
  const placed: Mark[] = [];
  for (const mark of marks) {
    if (mark.end <= first || mark.start >= last) continue;
    const start = blockStart + place(mark.start, lines);
    const end = blockStart + place(mark.end, lines);
    if (start < end) placed.push({ ...mark, start, end });
  }
  return placed.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Where an offset of the draft stands in the block that the lines make. */
function place(offset: number, lines: readonly Line[]): number {
  let placed = 0;
  for (const { from, to } of lines) {
    if (offset <= to) return placed + Math.max(0, offset - from);
    placed += to - from + 1;
  }
  return placed - 1;
}
