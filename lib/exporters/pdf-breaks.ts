/** The most letters without a place to break a line, in UTF-16 units: a column has room for about as many. */
const MOST = 60;
/** How many letters stay together in what is longer: a cell of a table of many columns has room for them. */
const TOGETHER = 8;
const BREAK = "\u200B";
/** Where a line may break: at spaces and some marks, and between the letters of scripts that do without spaces. */
const PLACES = ' \\t\\n"/\\-\u2000-\u2006\u2008-\u200B\u2010\u2012-\u2014\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u2E80-\uFFFF';
const PLACE = new RegExp(`[${PLACES}]`);
const LONG_WORDS = new RegExp(`[^${PLACES}]{${MOST + 1},}`, "g");
const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Whether the text may hold a word that no column has room for. It looks at a tenth of the letters, as a long text is to cost nothing. */
export function hasLongWord(text: string): boolean {
  for (let at = MOST; at < text.length;) {
    let back = 0;
    while (back <= MOST && !isPlace(text.charCodeAt(at - back))) back += 1;
    if (back > MOST) return true;
    at += MOST + 1 - back;
  }
  return false;
}

function isPlace(unit: number): boolean {
  return unit === 0x20 || unit === 0x22 || PLACE.test(String.fromCharCode(unit));
}

/** The words with places to break a line in those that are too long: spaces without a width, between whole characters. */
export function withBreaks(words: string): string {
  return words.replace(LONG_WORDS, (word) => {
    const letters = Array.from(GRAPHEMES.segment(word), ({ segment }) => segment);
    return letters.map((letter, index) => (index > 0 && index % TOGETHER === 0 ? BREAK + letter : letter)).join("");
  });
}
