import type { Span } from "./text";

export const ANCHOR_STATUSES = ["exact", "moved", "edited", "uncertain", "orphaned"] as const;
export type AnchorStatus = (typeof ANCHOR_STATUSES)[number];

/**
 * One contiguous span where a claim is said. Offsets are UTF-16 units of the revision's text. The status says what the last correction of the text
 * did to it. While it is uncertain or orphaned, the words and what surrounds them are those of its last sure place.
 */
export interface Anchor extends Span {
  id: string;
  exact: string;
  prefix: string;
  suffix: string;
  status: AnchorStatus;
  /** 0 to 1. */
  similarity: number;
}

/** True while a person has to say where the words are, or that they are gone. */
export function isDoubtful(status: AnchorStatus): status is "uncertain" | "orphaned" {
  return status === "uncertain" || status === "orphaned";
}

/** How far a status is from untouched words in their place: 0 for `exact` to 4 for `orphaned`. */
export function gravityOf(status: AnchorStatus): number {
  return ANCHOR_STATUSES.indexOf(status);
}

/** Sorts the spans, drops empty ones and unites those that overlap or touch: the fragments of one claim never overlap. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (span.end <= span.start) continue;
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ start: span.start, end: span.end });
  }
  return merged;
}

/** The quote as people read it: fragments joined by an ellipsis. */
export function joinedQuote(anchors: readonly Pick<Anchor, "exact">[]): string {
  return anchors.map((anchor) => anchor.exact).join(" … ");
}
