/** Text with only the characters that a canonical text may hold, and what had to be done to get there. */
interface CleanText {
  text: string;
  /** Something unreadable became U+FFFD, or a pile of accents was cut. */
  damaged: boolean;
  /** Direction overrides were taken out. */
  reordered: boolean;
}

/** Western text in the form that most has: nothing is to be done to it. Letters with their accents, dashes and quotes; no control characters, and nothing that combines. */
const CLEAN = /^[\n\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027]*$/;
const LINE_END = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
const CONTROL_OR_HINT = /[^\P{Cc}\n\t]|[\u00ad\ufeff]/gu;
const DIRECTION_OVERRIDE = /[\u202a-\u202e\u2066-\u2069]/g;
const UNREADABLE = /[\p{Surrogate}\ufffe\uffff]/gu;
const PILE_OF_MARKS = /(\p{M}{30})\p{M}+/gu;

/**
 * Brings any string into NFC with "\n" line ends and no other control characters.
 * - Tabs become spaces; soft hyphens and stray byte order marks go: they are hints for layout, and break searching for a quote.
 * - No-break spaces, zero-width joiners and direction marks (U+200E, U+200F, U+061C) stay: languages need them.
 * - Direction overrides, embeddings and isolates go: they can make a reader see another sentence than the one that is stored.
 * - Lone surrogates and U+FFFE/U+FFFF become U+FFFD: neither UTF-8 nor XML can hold them.
 * - At most 30 combining marks follow each other (the limit of Unicode's stream-safe format): sorting more takes quadratic time.
 */
export function cleanText(source: string): CleanText {
  if (CLEAN.test(source)) return { text: source, damaged: false, reordered: false };
  const readable = source.replace(UNREADABLE, "\ufffd");
  const plain = readable.replace(LINE_END, "\n").replace(CONTROL_OR_HINT, "").replace(/\t/g, " ");
  const ordered = plain.replace(DIRECTION_OVERRIDE, "");
  const bounded = ordered.replace(PILE_OF_MARKS, "$1");
  return { text: normalize(bounded), damaged: readable !== source || bounded !== ordered, reordered: ordered !== plain };
}

/** NFC can lengthen a run of marks (U+0344 becomes two), so that the limit is applied until nothing changes. */
function normalize(text: string): string {
  let result = text.normalize("NFC");
  for (;;) {
    const next = result.replace(PILE_OF_MARKS, "$1").normalize("NFC");
    if (next === result) return result;
    result = next;
  }
}
