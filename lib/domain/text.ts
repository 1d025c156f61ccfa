/**
 * The text model. A revision is one canonical plain text (NFC, "\n" line ends, no other control characters) plus blocks.
 * Blocks are sorted, do not overlap, are never empty, and are separated in the text by exactly "\n\n". Inside a block a
 * single "\n" is a line break. All offsets are UTF-16 units of the canonical text.
 */
export const BLOCK_TYPES = ["heading", "paragraph", "quote", "list_item", "turn", "preformatted"] as const;
export type BlockType = (typeof BLOCK_TYPES)[number];

export interface Mark {
  type: "strong" | "emphasis" | "code" | "link";
  start: number;
  end: number;
  /** Links only; http(s) or mailto. */
  href?: string;
}

export interface Block {
  type: BlockType;
  start: number;
  end: number;
  /** Headings only, 1 to 6. */
  level?: number;
  /** Turns only; the name is not part of the text. */
  speaker?: string;
  /** Turns only; as written in the transcript ("00:12:31"); not part of the text. */
  time?: string;
  marks: Mark[];
}

export interface CanonicalText {
  text: string;
  blocks: Block[];
}

export interface TextMeta {
  title?: string;
  author?: string;
  publication?: string;
  /** yyyy-mm-dd */
  publishedOn?: string;
  /** BCP 47 */
  language?: string;
  url?: string;
  /** Where the format says what kind of text it is. */
  kind?: "transcript";
}

/** What every importer returns. */
export interface ImportedText extends CanonicalText {
  meta: TextMeta;
  /** Sentences for the person who imports ("Some characters could not be read…"). */
  warnings: string[];
  /** Words of boilerplate that were left out and can be brought back; 0 when none. */
  leftOutWords: number;
  /** Claims that the source marks in its own text, and that can come along with it. */
  claims?: number;
}

/** The largest text that a document may hold, in bytes of UTF-8. */
export const MAX_TEXT_BYTES = 2 * 1024 * 1024;

/** A span of the canonical text: [start, end), UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/** Word boundaries of a long string are found in time that grows with its square, so it is read in windows, in UTF-16 units. */
const WINDOW = 4000;

/** Between spaces: marks that are no word, and a run of letters or digits of a script with spaces, which is one. */
const EDGE = "[!-/:-?\\[\\]«»‘’“”„–—…]*";
const CORE = "[0-9A-Za-zÀ-ÖØ-öø-\u024fΑ-ΡΣ-ωЁА-яёא-תء-غف-ي]+";
const PLAIN = new RegExp(`^${EDGE}(?:(${CORE})${EDGE})?$`);

/**
 * The number of words, by Unicode word boundaries (works for scripts without spaces, where a cut between two windows may count
 * one word twice). Linear in the length of the text. Most words of most texts are known at a glance, thirty times as fast.
 */
export function countWords(text: string, language = "en"): number {
  const words = segmenter(language);
  let count = 0;
  // To Unicode, a narrow space between digits is part of a word, as a mark without width is.
  for (const [token] of text.matchAll(/[\S\u202f\ufeff]+/g)) {
    const plain = PLAIN.exec(token);
    count += plain ? Number(plain[1] !== undefined) : wordsIn(token, words);
  }
  return count;
}

function wordsIn(token: string, words: Intl.Segmenter): number {
  let count = 0;
  for (let from = 0; from < token.length; from += WINDOW) for (const part of words.segment(token.slice(from, from + WINDOW))) if (part.isWordLike) count += 1;
  return count;
}

function segmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: "word" });
  } catch {
    return new Intl.Segmenter("en", { granularity: "word" });
  }
}

const RTL = new Set(["ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb"]);

/** The base direction of a language (BCP 47). */
export function directionOf(language: string): "ltr" | "rtl" {
  return RTL.has(language.toLowerCase().split("-")[0] ?? "") ? "rtl" : "ltr";
}
