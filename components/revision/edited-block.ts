import type { BlockInput } from "@/lib/domain/revision";
import type { Block, Mark, Span } from "@/lib/domain/text";

/** A block while somebody corrects it: its own text, and which block of the base it was. */
export interface EditedBlock extends BlockInput {
  /** Tells the blocks of this page apart. */
  id: string;
  /** Offsets count from the start of the block's own text. */
  marks: Mark[];
  /** The index of the block in the base; null for one that was written here. */
  base: number | null;
}

/** The blocks of a text, as they stand before anybody touched them. */
export function editedBlocks(text: string, blocks: readonly Block[]): EditedBlock[] {
  return blocks.map(({ start, end, marks, ...shape }, index) => ({
    ...shape,
    id: `base-${String(index)}`,
    base: index,
    text: text.slice(start, end),
    marks: marks.map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start })),
  }));
}

/** True when both blocks would be stored the same. */
export function sameBlock(one: EditedBlock, other: EditedBlock): boolean {
  return (
    one === other ||
    (one.text === other.text &&
      one.type === other.type &&
      one.level === other.level &&
      (one.speaker ?? "") === (other.speaker ?? "") &&
      (one.time ?? "") === (other.time ?? "") &&
      sameMarks(one.marks, other.marks))
  );
}

/** The block with another text. A mark stays on its words where they stay, grows with what is written inside of it, and goes with its words. */
export function withText(block: EditedBlock, text: string): EditedBlock {
  const change = changedPart(block.text, text);
  return { ...block, text, marks: block.marks.flatMap((mark) => movedMark(mark, change)) };
}

/** The block's text and marks in two, as the keys Enter and Backspace take blocks apart and together. */
export function cutBlock(block: EditedBlock, at: number): [Pick<EditedBlock, "text" | "marks">, Pick<EditedBlock, "text" | "marks">] {
  const marks = (from: number, to: number) =>
    block.marks.flatMap((mark) => {
      const [start, end] = [Math.max(mark.start, from), Math.min(mark.end, to)];
      return start < end ? [{ ...mark, start: start - from, end: end - from }] : [];
    });
  const { length } = block.text;
  return [
    { text: block.text.slice(0, at), marks: marks(0, at) },
    { text: block.text.slice(at), marks: marks(at, length) },
  ];
}

/** The first block with the second one's text behind its own, and where in it that begins. */
export function joinedBlock(first: EditedBlock, second: EditedBlock): { block: EditedBlock; seam: number } {
  const between = needsSpace(first.text, second.text) ? " " : "";
  const seam = first.text.length + between.length;
  const moved = second.marks.map((mark) => ({ ...mark, start: mark.start + seam, end: mark.end + seam }));
  return { block: { ...first, text: first.text + between + second.text, marks: [...first.marks, ...moved] }, seam };
}

/** What is sent: blocks without a visible character are left out. */
export function blockInputs(blocks: readonly EditedBlock[]): BlockInput[] {
  return blocks.flatMap(({ id: _, base: __, ...block }) => (block.text.trim() === "" ? [] : [block]));
}

/** Where the caret belongs when one text takes the place of the other: behind what differs. */
export function caretAfterChange(before: string, after: string): number {
  const { removed, grown } = changedPart(before, after);
  return Math.max(0, removed.end + grown);
}

/** Words of these scripts stand without spaces between them. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function needsSpace(left: string, right: string): boolean {
  const [last, first] = [left.slice(-1), right.slice(0, 1)];
  return last.trim() !== "" && first.trim() !== "" && !UNSPACED.test(last) && !UNSPACED.test(first);
}

interface Change {
  /** What was taken out, in the old text. */
  removed: Span;
  /** Units that the text grew by; negative when it shrank. */
  grown: number;
}

/** The one stretch in which two texts differ. */
function changedPart(before: string, after: string): Change {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  let tail = 0;
  while (tail < most - head && before.charCodeAt(before.length - tail - 1) === after.charCodeAt(after.length - tail - 1)) tail += 1;
  return { removed: { start: head, end: before.length - tail }, grown: after.length - before.length };
}

/** What is written at the border of a mark stands outside of it. */
function movedMark(mark: Mark, { removed, grown }: Change): Mark[] {
  const replacing = removed.start < removed.end;
  const begins = mark.start < removed.start || (replacing && mark.start === removed.start);
  const start = begins ? mark.start : Math.max(mark.start, removed.end) + grown;
  const end = mark.end <= removed.start ? mark.end : mark.end >= removed.end ? mark.end + grown : removed.start;
  return start < end ? [{ ...mark, start, end }] : [];
}

function sameMarks(one: readonly Mark[], other: readonly Mark[]): boolean {
  return one.length === other.length && one.every((mark, index) => markKey(mark) === markKey(other[index]));
}

function markKey(mark: Mark | undefined): string {
  return mark ? `${mark.type} ${String(mark.start)} ${String(mark.end)} ${mark.href ?? ""}` : "";
}
