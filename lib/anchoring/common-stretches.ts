import { createPostings, onlyToken } from "./feature-index";
import { settleSeams } from "./seams";
import { pairHash, tokenize, type Tokens } from "./tokens";

/** A stretch that two texts have in common: `length` UTF-16 units, at `before` in the one and `after` in the other. */
export interface Common {
  before: number;
  after: number;
  length: number;
}

/** Words in a row that must be unique in both texts for the texts to be joined there. */
const RUN = 6;

/**
 * What two states of a text have in common, in the order of both. They are joined at runs of `run` words that are unique in both, as patience
 * diff does with lines; each join is then widened in both directions as far as the units are the same. The time is proportional to the
 * length of the texts, n log n at worst.
 */
export function commonStretches(before: string, after: string, run: number = RUN): Common[] {
  const head = commonHead(before, after, 0, 0, Math.min(before.length, after.length));
  const tail = commonTail(before, after, before.length, after.length, Math.min(before.length, after.length) - head);
  const stretches: Common[] = head > 0 ? [{ before: 0, after: 0, length: head }] : [];
  const beforeEnd = before.length - tail;
  const afterEnd = after.length - tail;
  if (head < beforeEnd && head < afterEnd) {
    for (const join of longestAscent(uniqueRuns(before.slice(head, beforeEnd), after.slice(head, afterEnd), run))) {
      widen(stretches, before, after, { before: join.before + head, after: join.after + head, length: join.length }, beforeEnd, afterEnd);
    }
  }
  if (tail > 0) stretches.push({ before: beforeEnd, after: afterEnd, length: tail });
  return settleSeams(before, after, stretches);
}

/** Adds the join, as wide as the texts agree, unless the stretch before it holds it already. */
function widen(stretches: Common[], before: string, after: string, join: Common, beforeEnd: number, afterEnd: number): void {
  const last = stretches.at(-1);
  const lastBefore = last ? last.before + last.length : 0;
  const lastAfter = last ? last.after + last.length : 0;
  if (join.before < lastBefore || join.after < lastAfter) return;
  const back = commonTail(before, after, join.before, join.after, Math.min(join.before - lastBefore, join.after - lastAfter));
  const end = join.before + join.length;
  const afterJoin = join.after + join.length;
  const forth = commonHead(before, after, end, afterJoin, Math.min(beforeEnd - end, afterEnd - afterJoin));
  stretches.push({ before: join.before - back, after: join.after - back, length: back + join.length + forth });
}

function commonHead(before: string, after: string, i: number, j: number, most: number): number {
  let length = 0;
  while (length < most && before.charCodeAt(i + length) === after.charCodeAt(j + length)) length += 1;
  return length;
}

function commonTail(before: string, after: string, i: number, j: number, most: number): number {
  let length = 0;
  while (length < most && before.charCodeAt(i - length - 1) === after.charCodeAt(j - length - 1)) length += 1;
  return length;
}

/** The runs of words that stand once in either text, in the order of the first. */
function uniqueRuns(before: string, after: string, most: number): Common[] {
  const ours = tokenize(before);
  const theirs = tokenize(after);
  const run = Math.max(1, Math.min(most, Math.min(ours.count, theirs.count) >> 1));
  const ourRuns = createPostings(runHashes(ours, run));
  const theirRuns = createPostings(runHashes(theirs, run));
  const found: Common[] = [];
  for (let token = 0; token < ourRuns.keys.length; token += 1) {
    const key = ourRuns.keys[token] ?? 0;
    const other = onlyToken(theirRuns, key);
    if (other === -1 || onlyToken(ourRuns, key) !== token) continue;
    const start = ours.starts[token] ?? 0;
    const length = (ours.ends[token + run - 1] ?? start) - start;
    const place = theirs.starts[other] ?? 0;
    // Hashes may agree by chance, and neither the case of letters nor what stands between words is in them.
    if (after.startsWith(before.slice(start, start + length), place)) found.push({ before: start, after: place, length });
  }
  return found;
}

/** A hash of the words from each token on, `run` of them. */
function runHashes({ count, hashes }: Tokens, run: number): Int32Array {
  const keys = new Int32Array(Math.max(0, count - run + 1));
  for (let token = 0; token < keys.length; token += 1) {
    let hash = run;
    for (let word = token; word < token + run; word += 1) hash = pairHash(hash, hashes[word] ?? 0);
    keys[token] = hash;
  }
  return keys;
}

/** The largest choice of joins that keep their order in both texts: patience sorting over `after`. */
function longestAscent(joins: readonly Common[]): Common[] {
  const tops: number[] = [];
  const links = new Int32Array(joins.length);
  joins.forEach((join, index) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((joins[tops[middle] ?? 0]?.after ?? 0) < join.after) low = middle + 1;
      else high = middle;
    }
    links[index] = low > 0 ? (tops[low - 1] ?? -1) : -1;
    tops[low] = index;
  });
  const chosen: Common[] = [];
  for (let index = tops.at(-1) ?? -1; index >= 0; index = links[index] ?? -1) {
    const join = joins[index];
    if (join) chosen.push(join);
  }
  return chosen.reverse();
}
