import type { PersonView } from "@/lib/domain/views";

/** A name that is being written after an "@": where the "@" stands, and what follows it up to the caret. */
export interface MentionQuery {
  at: number;
  words: string;
}

/** Longer than this, in UTF-16 units, it is no name any more. */
const LONGEST = 40;

/** The name that is being written at the caret; null when none is. */
export function mentionQuery(text: string, caret: number): MentionQuery | null {
  const at = text.lastIndexOf("@", caret - 1);
  if (at === -1 || caret - at > LONGEST || /[\p{L}\p{N}]$/u.test(text.slice(0, at))) return null;
  const words = text.slice(at + 1, caret);
  return /[\n@]/.test(words) || words.startsWith(" ") ? null : { at, words };
}

/** Those whose name, or a word of it, begins as was written; a name that is there already is not offered again. */
export function matching(people: readonly PersonView[], { words }: MentionQuery, most: number): PersonView[] {
  const wanted = words.toLowerCase();
  return people
    .filter(({ name }) => {
      const known = name.toLowerCase();
      return known !== wanted.trimEnd() && (known.startsWith(wanted) || known.split(/\s+/).some((word) => word.startsWith(wanted)));
    })
    .slice(0, most);
}

/** The text with the name put in, and where the caret stands after it. */
export function complete(text: string, caret: number, { at }: MentionQuery, name: string): { text: string; caret: number } {
  const before = `${text.slice(0, at)}@${name} `;
  return { text: before + text.slice(caret).replace(/^ /, ""), caret: before.length };
}
