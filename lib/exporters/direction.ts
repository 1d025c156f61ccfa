const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Whether the first letter runs from right to left, as `dir="auto"` decides. */
export function runsRightToLeft(words: string): boolean {
  const first = /\p{L}/u.exec(words)?.[0];
  return first !== undefined && RIGHT_TO_LEFT.test(first);
}

/** Whether any letter does, or is made to by a character of direction. */
export function hasRightToLeft(words: string): boolean {
  return RIGHT_TO_LEFT.test(words) || /[\u202B\u202E\u2067]/.test(words);
}

/**
 * What keeps each part of a joined line in its own order, by isolates of Unicode: all parts where the line runs from right to left, else those with letters
 * that do. Without, "Article · name · 25 April 2019" with an Arabic name tears its date apart.
 */
export function isolating(rtl: boolean): (part: string) => string {
  return (part) => (rtl || hasRightToLeft(part) ? part.replace(/.+/g, "\u2068$&\u2069") : part);
}
