import { firstWords, lastWords } from "./around";
import type { Span } from "./text";

/** Words of a text, as they stand between what was quoted or as they were quoted. */
export interface PassagePart {
  text: string;
  quoted: boolean;
}

/** UTF-16 units on each side of a quote that a person knows it again by. */
const AROUND = 100;
/** Words between two fragments are shown whole up to so many units. */
const BETWEEN = 2 * AROUND;

/** What was quoted of a text, with the words around it, cut between words; fragments in their order. Empty without any. */
export function passageOf(text: string, fragments: readonly Span[]): PassagePart[] {
  const parts: PassagePart[] = [];
  let at: number | null = null;
  for (const { start, end } of fragments) {
    const from: number = Math.max(start, at ?? 0);
    const before: string = text.slice(at ?? 0, from);
    parts.push({
      text: at === null ? lastWords(before, AROUND) : before.length <= BETWEEN ? before : `${firstWords(before, AROUND)} ${lastWords(before, AROUND)}`,
      quoted: false,
    });
    parts.push({ text: text.slice(from, end), quoted: true });
    at = Math.max(end, from);
  }
  if (at !== null) parts.push({ text: firstWords(text.slice(at), AROUND), quoted: false });
  return parts.filter((part) => part.text !== "");
}
