import { diffArrays } from "diff";
import { sameBlock, type EditedBlock } from "./edited-block";

/** A change to a stretch of the base: its blocks [from, to) became these. */
export interface BlockChange {
  from: number;
  to: number;
  before: readonly EditedBlock[];
  after: readonly EditedBlock[];
}

export interface Reapplied {
  /** The new text with every change that has a place in it. */
  blocks: EditedBlock[];
  placed: number;
  /** Changes whose blocks are not as they were, or not there any more. */
  unplaced: BlockChange[];
}

/** Puts what was changed on one text onto a newer one: a change has its place where its blocks stand there as they were. */
export function reapply(base: readonly EditedBlock[], mine: readonly EditedBlock[], newer: readonly EditedBlock[]): Reapplied {
  const places = unchangedPlaces(base, newer);
  const changes = blockChanges(base, mine);
  const placings = changes.map((change) => ({ change, at: placeOf(change, places, newer) }));
  const unplaced = placings.flatMap(({ change, at }) => (at || isThere(change, places, newer) ? [] : [change]));
  const blocks = [...newer];
  // From the end, so that the indexes before stay right.
  for (const { change, at } of placings.toReversed()) if (at) blocks.splice(at.from, at.to - at.from, ...change.after.map(ofNewer(newer, at)));
  return { blocks: named(blocks), placed: changes.length - unplaced.length, unplaced };
}

/** What was changed, block by block in the order of the text; blocks that went together, as by joining, are one change. */
export function blockChanges(base: readonly EditedBlock[], mine: readonly EditedBlock[]): BlockChange[] {
  const changes: { from: number; to: number; after: EditedBlock[] }[] = [];
  let expected = 0;
  const at = (index: number) => {
    const last = changes.at(-1);
    if (last?.to === index) return last;
    const next = { from: index, to: index, after: [] };
    changes.push(next);
    return next;
  };
  for (const block of mine) {
    if (block.base === null) {
      at(expected).after.push(block);
      continue;
    }
    if (block.base > expected) at(expected).to = block.base;
    const original = base[block.base];
    expected = block.base + 1;
    if (!original || !sameBlock(block, original)) changes.push({ from: block.base, to: expected, after: [block] });
  }
  if (expected < base.length) at(expected).to = base.length;
  return changes.map((change) => ({ ...change, before: base.slice(change.from, change.to) }));
}

/** For each block of the base where it stands unchanged in the newer text, or null. */
function unchangedPlaces(base: readonly EditedBlock[], newer: readonly EditedBlock[]): (number | null)[] {
  const places: (number | null)[] = base.map(() => null);
  let [old, now] = [0, 0];
  for (const { count, added, removed } of diffArrays([...base], [...newer], { comparator: sameBlock })) {
    if (!added && !removed) for (let step = 0; step < count; step += 1) places[old + step] = now + step;
    if (!added) old += count;
    if (!removed) now += count;
  }
  return places;
}

interface Place {
  from: number;
  to: number;
}

function placeOf({ from, to }: BlockChange, places: readonly (number | null)[], newer: readonly EditedBlock[]): Place | null {
  if (from < to) {
    const first = places[from] ?? null;
    if (first === null) return null;
    for (let index = from; index < to; index += 1) if (places[index] !== first + index - from) return null;
    return { from: first, to: first + to - from };
  }
  const border = borderAfter(from, places) ?? borderBefore(from, places, newer.length);
  return border === null ? null : { from: border, to: border };
}

function borderAfter(index: number, places: readonly (number | null)[]): number | null {
  if (index === 0) return 0;
  const before = places[index - 1] ?? null;
  return before === null ? null : before + 1;
}

function borderBefore(index: number, places: readonly (number | null)[], length: number): number | null {
  return index === places.length ? length : (places[index] ?? null);
}

/** True when the newer text already says what the change wanted. */
function isThere({ from, to, after }: BlockChange, places: readonly (number | null)[], newer: readonly EditedBlock[]): boolean {
  const [begin, end] = [borderAfter(from, places), borderBefore(to, places, newer.length)];
  if (begin === null || end === null || end - begin !== after.length) return false;
  return after.every((block, index) => {
    const there = newer[begin + index];
    return there !== undefined && sameBlock(block, there);
  });
}

/** The change's blocks under the numbers of the newer text. */
function ofNewer(newer: readonly EditedBlock[], { from, to }: Place) {
  return (block: EditedBlock, index: number): EditedBlock => ({ ...block, base: index === 0 && from < to ? (newer[from]?.base ?? null) : null });
}

function named(blocks: readonly EditedBlock[]): EditedBlock[] {
  return blocks.map((block, index) => ({ ...block, id: block.base === null ? `put-${String(index)}` : `base-${String(block.base)}` }));
}
