import { createOccurrences } from "@/lib/anchoring/occurrences";
import type { Span } from "@/lib/domain/text";

/** A text in which white space and typographic signs do not matter, for finding words that were only laid out otherwise. */
export interface FoldedText {
  /** The places of the words, at most `most`, in the order of the text; spans of the text itself. */
  find: (words: string, most: number, from?: number) => Span[];
}

const SINGLE = /[‘’‚‛′`]/g;
const DOUBLE = /[“”„‟″«»]/g;
const DASH = /[‐‑‒–—−]/g;

/** Reads the text once; each search for three words or more then costs time by their length, of fewer one pass over the text. */
export function foldText(text: string): FoldedText {
  const parts: string[] = [];
  const starts = new Uint32Array(text.length + 1);
  let length = 0;
  for (const { 0: piece, index } of text.matchAll(/\s+|\S+/g)) {
    const folded = piece.trim() === "" ? " " : foldWord(piece);
    // A word keeps its length; white space becomes one unit, whatever it was.
    for (let at = 0; at < folded.length; at += 1) starts[length + at] = index + at;
    length += folded.length;
    parts.push(folded);
  }
  starts[length] = text.length;
  const occurrences = createOccurrences(parts.join(""));
  return {
    find: (words, most, from = 0) => {
      const wanted = foldWord(words.replace(/\s+/g, " ").trim());
      const found: Span[] = [];
      const first = unitAt(starts, length, from);
      for (const at of occurrences(wanted)) {
        if (found.length === most) break;
        if (at < first) continue;
        const last = starts[at + wanted.length - 1] ?? 0;
        found.push({ start: starts[at] ?? 0, end: last + 1 });
      }
      return found;
    },
  };
}

function foldWord(word: string): string {
  return word.replace(SINGLE, "'").replace(DOUBLE, '"').replace(DASH, "-");
}

/** The first unit of the folded text that begins at the offset or after it. */
function unitAt(starts: Uint32Array, length: number, offset: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
