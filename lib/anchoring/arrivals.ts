import type { Span } from "@/lib/domain/text";
import type { Common } from "./common-stretches";
import { createOccurrences, onlyOne, type Occurrences } from "./occurrences";

/** Stands between two passages that came in at different places; no canonical text holds it. */
const BORDER = "\0";

/** Finds words in what came into a text: the parts that the text before the edit did not have. */
export interface Arrivals {
  /** The only place where just these words came in; null when they did not, or more than once. */
  only(words: string): Span | null;
}

/** Gathers the new parts of the edited text at the first question, in time proportional to them; each question then costs time by the length of its words. */
export function createArrivals(after: string, stretches: readonly Common[]): Arrivals {
  let gathered: { occurrences: Occurrences; parts: Part[] } | null = null;
  return {
    only: (words) => {
      const { occurrences, parts } = (gathered ??= gather(after, stretches));
      const at = onlyOne(occurrences(words));
      if (at === null) return null;
      const part = parts.findLast((each) => each.at <= at);
      const start = part ? part.start + (at - part.at) : 0;
      return part ? { start, end: start + words.length } : null;
    },
  };
}

/** A new part: where it stands in the edited text, and among the gathered parts. */
interface Part {
  start: number;
  at: number;
}

function gather(after: string, stretches: readonly Common[]): { occurrences: Occurrences; parts: Part[] } {
  const texts: string[] = [];
  const parts: Part[] = [];
  let [start, at] = [0, 0];
  for (const stretch of [...stretches, { after: after.length, length: 0 }]) {
    if (start < stretch.after) {
      parts.push({ start, at });
      texts.push(after.slice(start, stretch.after));
      at += stretch.after - start + BORDER.length;
    }
    start = stretch.after + stretch.length;
  }
  return { occurrences: createOccurrences(texts.join(BORDER)), parts };
}
