import { bucketOf, type FeatureIndex, type Postings } from "./feature-index";
import { pairHash, tokenize } from "./tokens";

/** A stretch of the text in which the pattern may begin: from `low` to `high`; the pattern may hang over the ends of the text. */
export interface Candidate {
  low: number;
  high: number;
  /** How much speaks for it, in bits: rare words and pairs count more. */
  weight: number;
}

/** Words found more often than this do not vote; pairs only near the place where the pattern is expected. */
const RARE = 32;
/** Places with less than this share of the greatest weight are not worth a look. */
const MIN_SHARE = 0.35;
/** Units around the expected place in which frequent pairs vote. */
const NEIGHBOURHOOD = 2048;
/** How many of their occurrences vote, nearest first. */
const NEAR_VOTES = 8;

/**
 * Lets each word and each pair of words of the pattern vote for the places at which the pattern would then begin, and returns the places
 * with the most votes, best first. The cost depends on the length of the pattern, not of the text.
 */
export function findCandidates(index: FeatureIndex, pattern: string, expected: number | null, limit: number): Candidate[] {
  const { count, starts, hashes } = tokenize(pattern);
  const box: BallotBox = { index, expected, shift: pattern.length, votes: [] };
  for (let token = 0; token < count; token += 1) {
    const offset = starts[token] ?? 0;
    const hash = hashes[token] ?? 0;
    vote(box, index.words, hash, offset, RARE);
    if (token + 1 < count) vote(box, index.pairs, pairHash(hash, hashes[token + 1] ?? 0), offset, Infinity);
  }
  const distance = (candidate: Candidate) => (expected === null ? 0 : Math.abs((candidate.low + candidate.high) / 2 - expected));
  const found = clusters(box);
  const least = MIN_SHARE * found.reduce((most, candidate) => Math.max(most, candidate.weight), 0);
  return found
    .filter((candidate) => candidate.weight >= least)
    .sort((a, b) => b.weight - a.weight || distance(a) - distance(b))
    .slice(0, limit);
}

interface BallotBox {
  index: FeatureIndex;
  /** Where the pattern is expected to begin. */
  expected: number | null;
  /** The length of the pattern; added to the places, so that none is negative. */
  shift: number;
  /** Each vote is one number, so that they sort fast: (place + shift) × 32 + bits. */
  votes: number[];
}

function vote({ index, expected, shift, votes }: BallotBox, postings: Postings, key: number, offset: number, most: number): void {
  let [from, to] = bucketOf(postings, key);
  const size = to - from;
  if (size === 0 || size > most) return;
  const { starts, count } = index.tokens;
  if (size > RARE) {
    if (expected === null) to = from + RARE;
    else [from, to] = nearest(postings.list, starts, from, to, expected + offset);
  }
  const bits = Math.min(31, Math.max(1, Math.round(Math.log2(count / size))));
  for (let slot = from; slot < to; slot += 1) {
    const token = postings.list[slot] ?? 0;
    if (postings.keys[token] === key) votes.push(((starts[token] ?? 0) - offset + shift) * 32 + bits);
  }
}

/** The slots whose tokens stand in the neighbourhood of `place`. */
function nearest(list: Int32Array, starts: Int32Array, from: number, to: number, place: number): [number, number] {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[list[middle] ?? 0] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  let first = low;
  let last = low;
  const distanceAt = (slot: number) => (slot < from || slot >= to ? Infinity : Math.abs((starts[list[slot] ?? 0] ?? 0) - place));
  while (last - first < NEAR_VOTES) {
    const before = distanceAt(first - 1);
    const after = distanceAt(last);
    if (Math.min(before, after) > NEIGHBOURHOOD) break;
    if (before < after) first -= 1;
    else last += 1;
  }
  return [first, last];
}

/** Unites votes for places that are as close together as edits within the pattern may drive them. */
function clusters({ votes, shift }: BallotBox): Candidate[] {
  const spread = 24 + shift / 5;
  const found: Candidate[] = [];
  let current: Candidate | null = null;
  for (const packed of Float64Array.from(votes).sort()) {
    const shifted = Math.floor(packed / 32);
    const place = shifted - shift;
    const bits = packed - shifted * 32;
    if (current && place - current.low <= spread) {
      current.high = place;
      current.weight += bits;
    } else {
      current = { low: place, high: place, weight: bits };
      found.push(current);
    }
  }
  return found;
}
