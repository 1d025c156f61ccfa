/** Which rows of a long list are rendered, and how high the space of those before and after is, in pixels. */
export interface RowWindow {
  from: number;
  /** The row after the last one. */
  to: number;
  before: number;
  after: number;
}

/** Rows are taken in steps, so that scrolling by one row renders nothing. */
const STEP = 8;

/** Where each row begins, and where the last one ends: one number more than rows. */
export function rowOffsets(heights: readonly number[]): number[] {
  const offsets = [0];
  let sum = 0;
  for (const height of heights) offsets.push((sum += height));
  return offsets;
}

/** The rows that show between `top` and `bottom`, counted from the list's own beginning, and some on either side. */
export function rowsBetween(offsets: readonly number[], top: number, bottom: number): RowWindow {
  const count = offsets.length - 1;
  const from = Math.max(0, Math.floor(rowAt(offsets, top) / STEP) * STEP);
  const to = Math.min(count, Math.ceil((rowAt(offsets, bottom) + 1) / STEP) * STEP);
  return { from, to, before: offsets[from] ?? 0, after: (offsets[count] ?? 0) - (offsets[to] ?? 0) };
}

interface Rows {
  keys: readonly string[];
  offsets: readonly number[];
}

/** By how much the view must follow so that the row at its top stays there; 0 above the list, or when that row is gone. */
export function shiftOf(top: number, before: Rows, now: Rows): number {
  if (top <= 0) return 0;
  const row = rowAt(before.offsets, top);
  const place = now.keys.indexOf(before.keys[row] ?? "");
  return place < 0 ? 0 : (now.offsets[place] ?? 0) - (before.offsets[row] ?? 0);
}

/** The row at a height, by binary search; the first or last one when it lies outside. */
function rowAt(offsets: readonly number[], y: number): number {
  let low = 0;
  let high = Math.max(0, offsets.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? Infinity) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}
