import type { TextChange } from "@/lib/domain/revision";
import type { Block } from "@/lib/domain/text";

/** Blocks of two texts that belong side by side; a side is empty where the other text has something of its own. */
export interface AlignedRow {
  /** [from, to) in the list of blocks. */
  before: Range;
  after: Range;
  changed: boolean;
}

export interface Range {
  from: number;
  to: number;
}

/** Words in common that make two blocks one row, as a share of the shorter block. */
const KINSHIP = 0.4;

/** Sets the blocks of two texts side by side, by what they have in common; the changes are those of the whole texts, in order. */
export function alignedRows(before: readonly Block[], after: readonly Block[], changes: readonly TextChange[]): AlignedRow[] {
  const rows: AlignedRow[] = [];
  let at = { before: 0, after: 0 };
  for (const kin of kindred(before, after, changes)) {
    rows.push(...gap({ from: at.before, to: kin.before.from }, { from: at.after, to: kin.after.from }));
    rows.push(kin);
    at = { before: kin.before.to, after: kin.after.to };
  }
  rows.push(...gap({ from: at.before, to: before.length }, { from: at.after, to: after.length }));
  return rows;
}

/** Groups of blocks that share words, in order: usually one and one, more where blocks were split or joined. */
function kindred(before: readonly Block[], after: readonly Block[], changes: readonly TextChange[]): AlignedRow[] {
  const groups: AlignedRow[] = [];
  for (const { i, j, length } of overlaps(before, after, changes)) {
    const [left, right] = [before[i], after[j]];
    if (!left || !right || length < KINSHIP * Math.min(lengthOf(left), lengthOf(right))) continue;
    const last = groups.at(-1);
    if (last && (i < last.before.to || j < last.after.to)) {
      last.before.to = Math.max(last.before.to, i + 1);
      last.after.to = Math.max(last.after.to, j + 1);
      last.changed = true;
    } else {
      const same = length === lengthOf(left) && length === lengthOf(right) && shape(left) === shape(right);
      groups.push({ before: { from: i, to: i + 1 }, after: { from: j, to: j + 1 }, changed: !same });
    }
  }
  return groups;
}

function lengthOf({ start, end }: Block): number {
  return end - start;
}

/** For each pair of blocks how many units they have in common, in the order of both texts. */
function overlaps(before: readonly Block[], after: readonly Block[], changes: readonly TextChange[]): { i: number; j: number; length: number }[] {
  const found: { i: number; j: number; length: number }[] = [];
  let [i, j] = [0, 0];
  for (const { kind, before: left, after: right } of changes) {
    if (kind !== "same") continue;
    const shift = right.start - left.start;
    for (let from = left.start; from < left.end;) {
      while (i < before.length && (before[i]?.end ?? 0) <= from) i += 1;
      while (j < after.length && (after[j]?.end ?? 0) <= from + shift) j += 1;
      const [one, other] = [before[i], after[j]];
      if (!one || !other) break;
      const begin = Math.max(from, one.start, other.start - shift);
      const end = Math.min(left.end, one.end, other.end - shift);
      if (begin < end) {
        const last = found.at(-1);
        if (last?.i === i && last.j === j) last.length += end - begin;
        else found.push({ i, j, length: end - begin });
      }
      from = Math.max(from + 1, Math.min(one.end, other.end - shift));
    }
  }
  return found;
}

/** What stands between two kindred groups: rewritten blocks are set side by side as far as they go. */
function gap(before: Range, after: Range): AlignedRow[] {
  const rows = Math.max(before.to - before.from, after.to - after.from);
  return Array.from({ length: rows }, (_, row) => ({ before: nth(before, row), after: nth(after, row), changed: true }));
}

function nth({ from, to }: Range, row: number): Range {
  return { from: Math.min(from + row, to), to: Math.min(from + row + 1, to) };
}

/** What of a block is not its text: kind, speaker, time. */
function shape({ type, level, speaker, time }: Block): string {
  return [type, level ?? "", speaker ?? "", time ?? ""].join("\n");
}
