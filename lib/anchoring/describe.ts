import type { Span } from "@/lib/domain/text";
import { boundaryAfter, boundaryBefore } from "./graphemes";
import { createOccurrences, scan, type Occurrences } from "./occurrences";

/** A span with its words and surroundings, by which it can be found in another revision. */
export interface DescribedSpan extends Span {
  exact: string;
  prefix: string;
  suffix: string;
}

/** Units of context on either side when the quote is unique with them. */
const CONTEXT = 32;
/** Units of context at most. */
const MAX_CONTEXT = 256;
/** Occurrences of the same words in the same surroundings that are compared; a quote that is found more often keeps the short context. */
const MAX_RIVALS = 10_000;

/** The quote at the span, with as much context as sets it apart from the same words elsewhere; no user-perceived character is cut. Passes over the text once. */
export function describeSpan(text: string, span: Span): DescribedSpan {
  return describe(text, span, (words) => scan(text, words));
}

/** The same for many spans of one text: it is read once, and each span then costs time in proportion to its own length. */
export function createDescriber(text: string): (span: Span) => DescribedSpan {
  const occurrences = createOccurrences(text);
  return (span) => describe(text, span, occurrences);
}

function describe(text: string, span: Span, occurrences: Occurrences): DescribedSpan {
  const start = boundaryBefore(text, span.start);
  const end = Math.max(start, boundaryAfter(text, span.end));
  const radius = distinctiveRadius(text, start, end, occurrences);
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(boundaryBefore(text, start - radius), start),
    suffix: text.slice(end, boundaryAfter(text, end + radius)),
  };
}

/** The least context, from CONTEXT up, that no other occurrence shares on both sides; CONTEXT when even the most would not do. */
function distinctiveRadius(text: string, start: number, end: number, occurrences: Occurrences): number {
  if (start === end) return CONTEXT;
  const from = Math.max(0, start - CONTEXT);
  let radius = CONTEXT;
  let rivals = 0;
  // Only what shares the short context can ask for more.
  for (const place of occurrences(text.slice(from, end + CONTEXT))) {
    const at = place + start - from;
    if (at === start) continue;
    const shared = Math.min(sharedBefore(text, start, at), sharedAfter(text, end, at + end - start));
    rivals += 1;
    if (shared >= MAX_CONTEXT || rivals > MAX_RIVALS) return CONTEXT;
    radius = Math.max(radius, shared + 1);
  }
  return radius;
}

/** How many units before the two offsets are the same; the most when ours has none left to differ by. */
function sharedBefore(text: string, ours: number, theirs: number): number {
  let count = 0;
  while (count < MAX_CONTEXT && count < ours) {
    if (count >= theirs || text.charCodeAt(ours - count - 1) !== text.charCodeAt(theirs - count - 1)) return count;
    count += 1;
  }
  return MAX_CONTEXT;
}

function sharedAfter(text: string, ours: number, theirs: number): number {
  let count = 0;
  while (count < MAX_CONTEXT && ours + count < text.length) {
    if (theirs + count >= text.length || text.charCodeAt(ours + count) !== text.charCodeAt(theirs + count)) return count;
    count += 1;
  }
  return MAX_CONTEXT;
}
