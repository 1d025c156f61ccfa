import { bucketOf, createFeatureIndex, type FeatureIndex, type Postings } from "./feature-index";
import { pairHash, tokenize } from "./tokens";

/** Where the very words stand in one text, in its order; overlapping places too. The empty quote stands nowhere. */
export type Occurrences = (words: string) => Iterable<number>;

/**
 * Finds words by the rarest word, or pair of words, that is in them: whoever takes few of the places pays for the length of the words and for how often
 * that pair stands in the text, not for the length of the text. The first and the last word may be parts of longer ones, so they do not count: what has
 * no other is sought from the beginning of the text.
 */
export function createOccurrences(text: string, index: () => FeatureIndex = onDemandIndex(text)): Occurrences {
  return function* (words) {
    const rarest = words.length < 3 ? null : rarestFeature(index, words);
    if (!rarest) {
      yield* scan(text, words);
      return;
    }
    const { postings, key, offset } = rarest;
    const { starts } = index().tokens;
    const [from, to] = bucketOf(postings, key);
    for (let slot = from; slot < to; slot += 1) {
      const token = postings.list[slot] ?? 0;
      if (postings.keys[token] !== key) continue;
      const at = (starts[token] ?? 0) - offset;
      if (at >= 0 && text.startsWith(words, at)) yield at;
    }
  };
}

/** The index of the text, made when it is first asked for, in linear time. */
export function onDemandIndex(text: string): () => FeatureIndex {
  let built: FeatureIndex | null = null;
  return () => (built ??= createFeatureIndex(text));
}

/** The same from the beginning of the text, in time proportional to its length. */
export function* scan(text: string, words: string): Generator<number> {
  if (words === "") return;
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) yield at;
}

/** The only place; null when there is none, or another one. */
export function onlyOne(places: Iterable<number>): number | null {
  const [first, second] = places;
  return first === undefined || second !== undefined ? null : first;
}

/** A word or a pair of words, and where in the quote it begins. */
interface Feature {
  postings: Postings;
  key: number;
  offset: number;
}

/** That of the whole words of the quote which fewest places of the text share; null when no word is sure to be whole. */
function rarestFeature(index: () => FeatureIndex, words: string): Feature | null {
  const { count, starts, ends, hashes } = tokenize(words);
  let rarest: Feature | null = null;
  let least = Infinity;
  const consider = (postings: Postings, key: number, offset: number) => {
    const [from, to] = bucketOf(postings, key);
    if (to - from >= least) return;
    least = to - from;
    rarest = { postings, key, offset };
  };
  for (let token = 0; token < count && least > 1; token += 1) {
    const offset = starts[token] ?? 0;
    if (offset === 0 || ends[token] === words.length) continue;
    const { words: ofWords, pairs } = index();
    const hash = hashes[token] ?? 0;
    consider(ofWords, hash, offset);
    if (token + 1 < count && ends[token + 1] !== words.length) consider(pairs, pairHash(hash, hashes[token + 1] ?? 0), offset);
  }
  return rarest;
}
