import type { Span } from "@/lib/domain/text";

/** Up to how many UTF-16 units a quote is named as a whole; longer ones by their first and last words. */
const WHOLE_MAX = 120;
/** How many words name a beginning, an end, or what stands around. */
const WORDS = 4;

/**
 * The address with directions to the words: browsers scroll there and mark them (https://wicg.github.io/scroll-to-text-fragment/). One direction a
 * span; with words around it only where the quote stands in the text more than once. The address itself without spans.
 */
export function textFragmentUrl(url: string, text: string, spans: readonly Span[], language: string): string {
  const directives = spans.flatMap((span) => directive(text, span, language) ?? []);
  if (directives.length === 0) return url;
  const [page = "", fragment = ""] = url.split("#", 2);
  return `${page}#${fragment.split(":~:")[0] ?? ""}:~:${directives.map((each) => `text=${each}`).join("&")}`;
}

function directive(text: string, { start, end }: Span, language: string): string | null {
  const exact = text.slice(start, end);
  const quote = exact.trim();
  if (quote === "") return null;
  const unique = text.indexOf(quote) === text.lastIndexOf(quote);
  const prefix = unique ? "" : lastWords(text.slice(Math.max(0, start - REACH), start), language);
  const suffix = unique ? "" : firstWords(text.slice(end, end + REACH), language);
  const whole = quote.length <= WHOLE_MAX && !quote.includes("\n");
  const parts = whole ? [encode(quote)] : [encode(firstWords(quote, language)), encode(lastWords(quote, language))];
  return [...(prefix === "" ? [] : [`${encode(prefix)}-`]), ...parts, ...(suffix === "" ? [] : [`-${encode(suffix)}`])].join(",");
}

/** The directions have their own meaning for "-", "," and "&"; a cut may have left half a character at an edge. */
function encode(words: string): string {
  return encodeURIComponent(words.replace(/\p{Cs}/gu, "")).replaceAll("-", "%2D");
}

/** At most so many UTF-16 units are looked at: no few words are longer. */
const REACH = 400;

function firstWords(text: string, language: string): string {
  const stretch = text.slice(0, REACH).split("\n", 1)[0] ?? "";
  const words = wordsOf(stretch, language).slice(0, WORDS);
  const last = words.at(-1);
  return last ? stretch.slice(0, last.end).trimStart() : "";
}

function lastWords(text: string, language: string): string {
  const stretch = text.slice(-REACH).split("\n").at(-1) ?? "";
  const words = wordsOf(stretch, language).slice(-WORDS);
  const first = words[0];
  return first ? stretch.slice(first.start).trimEnd() : "";
}

function wordsOf(text: string, language: string): Span[] {
  return [...segmenter(language).segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }));
}

function segmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: "word" });
  } catch {
    return new Intl.Segmenter("en", { granularity: "word" });
  }
}
