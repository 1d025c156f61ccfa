import type { Quote } from "./evidence";
import type { Location } from "./locate";
import { pairHash, tokenize } from "./tokens";

/** Longer quotes, in units, are found by their first and last parts, so that the cost does not grow with the square of the length. */
export const LONG = 1024;
/** Units of each part. */
const PART = 512;
const CONTEXT = 32;

/** Finds a long quote by its two ends, and compares what lies between them by the pairs of words that both have. */
export function locateLong(text: string, quote: Quote, locate: (quote: Quote) => Location | null): Location | null {
  const { exact } = quote;
  const head = locate({ ...quote, exact: exact.slice(0, PART), suffix: exact.slice(PART, PART + CONTEXT) });
  if (!head) return null;
  if (text.startsWith(exact, head.start)) {
    const end = head.start + exact.length;
    return { start: head.start, end, score: head.score, status: head.status === "edited" ? "uncertain" : head.status };
  }
  const tail = locate({ ...quote, exact: exact.slice(-PART), prefix: exact.slice(-PART - CONTEXT, -PART), start: head.start + exact.length - PART });
  if (!tail || tail.end <= head.start) return null;
  const shared = sharedPairs(exact, text.slice(head.start, tail.end));
  if (shared < 0.3) return null;
  const sure = shared >= 0.6 && head.status !== "uncertain" && tail.status !== "uncertain";
  return { start: head.start, end: tail.end, score: (head.score + tail.score + shared) / 3, status: sure ? "edited" : "uncertain" };
}

/** The share of word pairs that two texts have in common (Dice's coefficient over multisets), 0 to 1. */
function sharedPairs(one: string, other: string): number {
  const counts = new Map<number, number>();
  const ours = pairsOf(one);
  const theirs = pairsOf(other);
  for (const pair of ours) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of theirs) {
    const left = counts.get(pair) ?? 0;
    if (left === 0) continue;
    counts.set(pair, left - 1);
    shared += 1;
  }
  return ours.length + theirs.length === 0 ? 1 : (2 * shared) / (ours.length + theirs.length);
}

function pairsOf(text: string): number[] {
  const { count, hashes } = tokenize(text);
  return Array.from({ length: Math.max(0, count - 1) }, (_, token) => pairHash(hashes[token] ?? 0, hashes[token + 1] ?? 0));
}
