import type { Span } from "@/lib/domain/text";

/** A span with what it stands for. */
export interface Interval<T> extends Span {
  value: T;
}

/** Answers about a fixed set of intervals; every list is in text order, and an enclosing interval precedes what it encloses. */
export interface IntervalIndex<T> {
  /** All intervals, in text order. */
  all: readonly Interval<T>[];
  /** The intervals that cover the unit at `offset`. */
  at(offset: number): Interval<T>[];
  /** The intervals that share at least one unit with [start, end). */
  overlapping(start: number, end: number): Interval<T>[];
}

/** Indexes intervals once (n log n); each question then costs log n, plus the length of its answer. */
export function createIntervalIndex<T>(items: readonly Interval<T>[]): IntervalIndex<T> {
  const all = [...items].sort((a, b) => a.start - b.start || b.end - a.end);
  const reach = new Float64Array(all.length);
  fillReach(all, reach, 0, all.length);

  const overlapping = (start: number, end: number): Interval<T>[] => {
    const found: Interval<T>[] = [];
    if (start < end) collect(all, reach, 0, all.length, start, end, found);
    return found;
  };
  return {
    all,
    at: (offset) => overlapping(offset, offset + 1),
    overlapping,
  };
}

/**
 * The sorted array read as a balanced tree: the middle of [from, to) is the root of that range. `reach[root]` is the
 * greatest end in the range, so that whole ranges that end too early are passed over.
 */
function fillReach<T>(all: readonly Interval<T>[], reach: Float64Array, from: number, to: number): number {
  if (from >= to) return -Infinity;
  const root = (from + to) >> 1;
  const own = all[root]?.end ?? -Infinity;
  return (reach[root] = Math.max(own, fillReach(all, reach, from, root), fillReach(all, reach, root + 1, to)));
}

function collect<T>(all: readonly Interval<T>[], reach: Float64Array, from: number, to: number, start: number, end: number, found: Interval<T>[]): void {
  if (from >= to) return;
  const root = (from + to) >> 1;
  const item = all[root];
  if (!item || (reach[root] ?? -Infinity) <= start) return;
  collect(all, reach, from, root, start, end, found);
  if (item.start >= end) return;
  if (item.end > start && item.end > item.start) found.push(item);
  collect(all, reach, root + 1, to, start, end, found);
}
