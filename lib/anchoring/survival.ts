import type { Span } from "@/lib/domain/text";
import type { Common } from "./common-stretches";
import { lastStartingAtOrBefore } from "./map-through-edit";

/** What an edit left of a span, in the text after it; offsets are UTF-16 units of that text, unless said. */
export interface Survival {
  /** Units of the span that both texts have. */
  kept: number;
  /** From the first kept unit to the last; null when none was kept. */
  hull: Span | null;
  /** The stretch in which the span must be, unless it was carried elsewhere: from what stood before it to what stood after it. */
  room: Span;
  /** True when nothing but white space stands between the span's start (or end) and the text that both have before (or after) it. */
  ownsStart: boolean;
  ownsEnd: boolean;
}

/** Compares the span of the text before the edit with what both texts have in common. */
export function survivalOf(stretches: readonly Common[], span: Span, before: string, after: string): Survival {
  let kept = 0;
  let hull: Span | null = null;
  let [left, ours] = [0, 0];
  let index = Math.max(0, lastStartingAtOrBefore(stretches, span.start, "before"));
  const [room, edge] = [{ start: 0, end: after.length }, before.length];
  let right = edge;
  for (; index < stretches.length; index += 1) {
    const stretch = stretches[index];
    if (!stretch) break;
    const shift = stretch.after - stretch.before;
    const end = stretch.before + stretch.length;
    if (stretch.before <= span.start) [left, room.start] = [Math.min(end, span.start), Math.min(end, span.start) + shift];
    if (end >= span.end) {
      right = Math.max(stretch.before, span.end);
      room.end = right + shift;
    }
    ours = Math.max(stretch.before, span.start);
    const theirs = Math.min(end, span.end);
    if (ours < theirs) {
      kept += theirs - ours;
      hull = { start: hull ? hull.start : ours + shift, end: theirs + shift };
    }
    if (end >= span.end) break;
  }
  return {
    kept,
    hull,
    room,
    ownsStart: before.slice(left, span.start).trim() === "",
    ownsEnd: before.slice(span.end, right).trim() === "",
  };
}

/**
 * The part of a place in the edited text that can belong to the span: what both texts have, and what was not in the span, did not come into it.
 * Null when that is more than half of the place: it then is another passage, however like the span.
 */
export function ownPart(stretches: readonly Common[], span: Span, place: Span): Span | null {
  let { start, end } = place;
  let foreign = 0;
  for (let index = Math.max(0, lastStartingAtOrBefore(stretches, place.start, "after")); index < stretches.length; index += 1) {
    const stretch = stretches[index];
    if (!stretch || stretch.after >= place.end) break;
    const shift = stretch.after - stretch.before;
    for (const [from, to] of [
      [stretch.before, Math.min(stretch.before + stretch.length, span.start)],
      [Math.max(stretch.before, span.end), stretch.before + stretch.length],
    ] as const) {
      const [low, high] = [Math.max(from + shift, place.start), Math.min(to + shift, place.end)];
      if (low >= high) continue;
      foreign += high - low;
      if (low <= start) start = Math.max(start, high);
      else if (high >= end) end = Math.min(end, low);
    }
  }
  return 2 * foreign > place.end - place.start || start >= end ? null : { start, end };
}
