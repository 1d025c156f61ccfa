const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Whether the first letter runs from right to left, as `dir="auto"` decides. */
export function runsRightToLeft(words: string): boolean {
  const first = /\p{L}/u.exec(words)?.[0];
  return first !== undefined && RIGHT_TO_LEFT.test(first);
}
