import { mergeSpans } from "@/lib/domain/anchor";
import type { HighlightTone } from "@/lib/domain/scale";
import type { Span } from "@/lib/domain/text";
import type { ReaderClaim } from "./types";

/** The tones in painting order: a later one lies on top of an earlier one. */
const PAINT_ORDER = ["skipped", "open", "off", "true", "mostly-true", "half", "mostly-false", "false"] as const satisfies readonly HighlightTone[];

export type LayerName = HighlightTone | `selected-${HighlightTone}` | "overlap" | "pending" | "other" | "hovered" | "place" | "added" | "removed";

/** Spans that look the same, sorted and apart from each other. Layers are painted in the order of their list. */
export interface Layer<Name extends string = LayerName> {
  name: Name;
  spans: readonly Span[];
}

/** What painting needs to know of a claim. */
export type Painted = Pick<ReaderClaim, "tone" | "fragments">;

/** One layer for each tone in use, and one for the places where claims overlap. */
export function claimLayers(claims: readonly Painted[]): Layer[] {
  const byTone = new Map<HighlightTone, Span[]>();
  for (const claim of claims) {
    const spans = byTone.get(claim.tone) ?? [];
    spans.push(...claim.fragments);
    byTone.set(claim.tone, spans);
  }
  const layers: Layer[] = PAINT_ORDER.flatMap((tone) => {
    const spans = byTone.get(tone);
    return spans ? [{ name: tone, spans: mergeSpans(spans) }] : [];
  });
  const doubled = overlaps(claims);
  return doubled.length > 0 ? [...layers, { name: "overlap", spans: doubled }] : layers;
}

/** The layers of the moment: which claim is open and which one is pointed at. `preview` stands for fragments that are being dragged. */
export function momentLayers(selected: ReaderClaim | undefined, hovered: ReaderClaim | undefined, preview?: readonly Span[]): Layer[] {
  const layers: Layer[] = [];
  if (selected) layers.push({ name: `selected-${selected.tone}`, spans: mergeSpans(preview ?? selected.fragments) });
  if (hovered && hovered !== selected) layers.push({ name: "hovered", spans: mergeSpans(hovered.fragments) });
  return layers;
}

/** The layer of words that are being marked and are no claim yet: by itself, so that those of all claims stay as they are. */
export function pendingLayers(words: readonly Span[]): Layer[] {
  return words.length > 0 ? [{ name: "pending", spans: mergeSpans(words) }] : [];
}

/** The layer of what others have selected. */
export function otherLayers(others: readonly Span[]): Layer[] {
  return others.length > 0 ? [{ name: "other", spans: mergeSpans(others.map(({ start, end }) => ({ start, end }))) }] : [];
}

/** The layer of a place that is spoken of; none for a place without words. */
export function placeLayers(place: Span | null): Layer[] {
  return place && place.start < place.end ? [{ name: "place", spans: [place] }] : [];
}

/** Where two or more claims cover the same text. One claim's own fragments do not count against each other. */
export function overlaps(claims: readonly Painted[]): Span[] {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const claim of claims) {
    for (const { start, end } of claim.fragments.length > 1 ? mergeSpans(claim.fragments) : claim.fragments) {
      if (end <= start) continue;
      starts.push(start);
      ends.push(end);
    }
  }
  starts.sort((a, b) => a - b);
  ends.sort((a, b) => a - b);
  const found: Span[] = [];
  let depth = 0;
  let since = 0;
  for (let next = 0, closed = 0; closed < ends.length;) {
    const start = starts[next] ?? Infinity;
    const end = ends[closed] ?? Infinity;
    if (start < end) {
      depth += 1;
      next += 1;
      if (depth === 2) since = start;
    } else {
      depth -= 1;
      closed += 1;
      if (depth === 1 && end > since) found.push({ start: since, end });
    }
  }
  return mergeSpans(found);
}

/** The spans of a sorted, disjoint list that touch [start, end), found by binary search. */
export function spansWithin(spans: readonly Span[], { start, end }: Span): readonly Span[] {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? Infinity) <= start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < spans.length && (spans[last]?.start ?? Infinity) < end) last += 1;
  return spans.slice(low, last);
}

/** A stretch of text over which nothing changes, with the layers that cover it in painting order. */
export interface Segment<Name extends string = LayerName> extends Span {
  layers: readonly Name[];
}

/** Cuts [start, end) wherever a layer begins or ends; together the segments are the whole of it. */
export function flatten<Name extends string>(layers: readonly Layer<Name>[], within: Span): Segment<Name>[] {
  const covering = layers.map((layer) => ({ name: layer.name, spans: spansWithin(layer.spans, within) })).filter((layer) => layer.spans.length > 0);
  const cuts = new Set([within.start, within.end]);
  for (const { spans } of covering) {
    for (const span of spans) cuts.add(Math.max(span.start, within.start)).add(Math.min(span.end, within.end));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  const cursors = covering.map(() => 0);
  return sorted.slice(0, -1).map((start, position) => {
    const end = sorted[position + 1] ?? start;
    const names = covering.flatMap(({ name, spans }, index) => {
      while ((spans[cursors[index] ?? 0]?.end ?? Infinity) <= start) cursors[index] = (cursors[index] ?? 0) + 1;
      return (spans[cursors[index] ?? 0]?.start ?? Infinity) < end ? [name] : [];
    });
    return { start, end, layers: names };
  });
}
