import type { Span } from "@/lib/domain/text";
import { commonStretches, type Common } from "./common-stretches";

/** Where a span of the text before the edit is afterwards. */
export type MappedSpan =
  /** Not a unit of it changed. */
  | { touched: false; start: number; end: number }
  /** The edit reached into it: it has to be searched for, near this offset. */
  | { touched: true; near: number };

/** Says where spans went when a text was edited, from what both texts have in common: what lies in one common stretch did not change. */
export function mapThroughEdit(before: string, after: string, spans: readonly Span[]): MappedSpan[] {
  const stretches = commonStretches(before, after);
  return spans.map((span) => mapSpan(stretches, span, after.length));
}

/** The same for one span, when the stretches are known; `length` is that of the text after the edit. */
export function mapSpan(stretches: readonly Common[], span: Span, length: number): MappedSpan {
  const index = lastStartingAtOrBefore(stretches, span.start, "before");
  const stretch = stretches[index];
  if (stretch && span.start <= span.end && span.end <= stretch.before + stretch.length) {
    const shift = stretch.after - stretch.before;
    return { touched: false, start: span.start + shift, end: span.end + shift };
  }
  return { touched: true, near: nearOf(stretch, stretches[index + 1], span.start, length) };
}

/** The number of the last stretch that starts at the offset of that text or before it; −1 when there is none. */
export function lastStartingAtOrBefore(stretches: readonly Common[], offset: number, side: "before" | "after"): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.[side] ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The place that corresponds best: as far into the common stretch, or behind it, but not beyond the next one. */
function nearOf(stretch: Common | undefined, next: Common | undefined, offset: number, length: number): number {
  const place = stretch ? stretch.after + (offset - stretch.before) : offset;
  return Math.max(0, Math.min(place, next ? next.after : length, length));
}
