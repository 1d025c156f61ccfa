import { pairHash, tokenize, type Tokens } from "./tokens";

/** Where the words, and the pairs of neighbouring words, of one text stand. Built in linear time. */
export interface FeatureIndex {
  tokens: Tokens;
  words: Postings;
  pairs: Postings;
}

/** For each key, in text order, the numbers of the tokens that have it. Keys that share a bucket are told apart by `keys`. */
export interface Postings {
  /** The key of each token. */
  keys: Int32Array;
  /** Token numbers, bucket by bucket. */
  list: Int32Array;
  /** Where each bucket begins in `list`; one more than there are buckets. */
  heads: Int32Array;
}

/** Reads the text into an index of its words and word pairs. */
export function createFeatureIndex(text: string): FeatureIndex {
  const tokens = tokenize(text);
  const { count, hashes } = tokens;
  const pairKeys = new Int32Array(Math.max(0, count - 1));
  for (let token = 0; token < pairKeys.length; token += 1) pairKeys[token] = pairHash(hashes[token] ?? 0, hashes[token + 1] ?? 0);
  return { tokens, words: createPostings(hashes.subarray(0, count)), pairs: createPostings(pairKeys) };
}

/** The part of `list` that holds every token with the key, and a few others: [from, to). */
export function bucketOf(postings: Postings, key: number): [from: number, to: number] {
  const bucket = key & (postings.heads.length - 2);
  return [postings.heads[bucket] ?? 0, postings.heads[bucket + 1] ?? 0];
}

/** The only token with the key, or −1 when there is none or more than one. */
export function onlyToken(postings: Postings, key: number): number {
  const [from, to] = bucketOf(postings, key);
  let only = -1;
  for (let slot = from; slot < to; slot += 1) {
    const token = postings.list[slot] ?? -1;
    if (postings.keys[token] !== key) continue;
    if (only !== -1) return -1;
    only = token;
  }
  return only;
}

/** Sorts the tokens by the low bits of their keys, by counting. */
export function createPostings(keys: Int32Array): Postings {
  let buckets = 1024;
  while (buckets < keys.length) buckets *= 2;
  const mask = buckets - 1;
  const heads = new Int32Array(buckets + 1);
  for (let token = 0; token < keys.length; token += 1) {
    const slot = ((keys[token] ?? 0) & mask) + 1;
    heads[slot] = (heads[slot] ?? 0) + 1;
  }
  for (let bucket = 0; bucket < buckets; bucket += 1) heads[bucket + 1] = (heads[bucket + 1] ?? 0) + (heads[bucket] ?? 0);
  const next = heads.slice(0, buckets);
  const list = new Int32Array(keys.length);
  for (let token = 0; token < keys.length; token += 1) {
    const bucket = (keys[token] ?? 0) & mask;
    const slot = next[bucket] ?? 0;
    list[slot] = token;
    next[bucket] = slot + 1;
  }
  return { keys, list, heads };
}
