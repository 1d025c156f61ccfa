import type { Span } from "@/lib/domain/text";

/** Up to how many UTF-16 units a quote is named as a whole; longer ones by their first and last words. */
const WHOLE_MAX = 120;
/** How many words name a beginning, an end, or what stands around. */
const WORDS = 4;

/** Makes addresses that lead to words of one text. */
export type Fragmenter = (url: string, spans: readonly Span[]) => string;

/**
 * The address with directions to the words: browsers scroll there and mark them (https://wicg.github.io/scroll-to-text-fragment/). One direction a
 * span; with words around it only where the quote stands in the text more than once. The address itself without spans. The text is read once, so that
 * many spans of it cost little.
 */
export function createFragmenter(text: string, language: string): Fragmenter {
  const words = wordBreaker(language);
  const isUnique = uniqueness(text);
  return (url, spans) => {
    const directives = spans.flatMap((span) => directive(text, span, { words, isUnique }) ?? []);
    if (directives.length === 0) return url;
    const [page = "", fragment = ""] = url.split("#", 2);
    return `${page}#${fragment.split(":~:")[0] ?? ""}:~:${directives.map((each) => `text=${each}`).join("&")}`;
  };
}

/** How many UTF-16 units of each word's beginning are compared at first. */
const KEY = 16;

/** Scripts in which words follow each other without spaces. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** Says whether a quote stands in the text once. Most of them are told by how they begin; only the others are searched for. */
function uniqueness(text: string): (quote: string) => boolean {
  const search = (quote: string) => text.indexOf(quote) === text.lastIndexOf(quote);
  if (UNSPACED.test(text)) return search;
  const begins = new Map<string, number>();
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)) {
    const key = text.slice(index, index + KEY);
    begins.set(key, (begins.get(key) ?? 0) + 1);
  }
  // A quote that stands here twice begins twice as it does: at words, since between two letters no browser looks.
  return (quote) => (quote.length >= KEY && begins.get(quote.slice(0, KEY)) === 1) || search(quote);
}

type WordBreaker = (text: string) => Span[];

function directive(text: string, { start, end }: Span, { words, isUnique }: { words: WordBreaker; isUnique: (quote: string) => boolean }): string | null {
  const exact = text.slice(start, end);
  const quote = exact.trim();
  if (quote === "") return null;
  const unique = isUnique(quote);
  const prefix = unique ? "" : lastWords(text.slice(Math.max(0, start - REACH), start), words);
  const suffix = unique ? "" : firstWords(text.slice(end, end + REACH), words);
  const whole = quote.length <= WHOLE_MAX && !quote.includes("\n");
  const parts = whole ? [encode(quote)] : [encode(firstWords(quote, words)), encode(lastWords(quote, words))];
  return [...(prefix === "" ? [] : [`${encode(prefix)}-`]), ...parts, ...(suffix === "" ? [] : [`-${encode(suffix)}`])].join(",");
}

/** The directions have their own meaning for "-", "," and "&"; a cut may have left half a character at an edge. */
function encode(words: string): string {
  return encodeURIComponent(words.replace(/\p{Cs}/gu, "")).replaceAll("-", "%2D");
}

/** At most so many UTF-16 units are looked at: no few words are longer. */
const REACH = 400;

function firstWords(text: string, wordsOf: WordBreaker): string {
  const stretch = text.slice(0, REACH).split("\n", 1)[0] ?? "";
  const words = wordsOf(stretch).slice(0, WORDS);
  const last = words.at(-1);
  return last ? stretch.slice(0, last.end).trimStart() : "";
}

function lastWords(text: string, wordsOf: WordBreaker): string {
  const stretch = text.slice(-REACH).split("\n").at(-1) ?? "";
  const words = wordsOf(stretch).slice(-WORDS);
  const first = words[0];
  return first ? stretch.slice(first.start).trimEnd() : "";
}

function wordBreaker(language: string): WordBreaker {
  const words = segmenter(language);
  return (text) => [...words.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ index, segment }) => ({ start: index, end: index + segment.length }));
}

function segmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: "word" });
  } catch {
    return new Intl.Segmenter("en", { granularity: "word" });
  }
}
