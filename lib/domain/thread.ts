import type { AnchorStatus } from "./anchor";
import type { Span } from "./text";
import type { PersonView } from "./views";

/** The longest comment, in UTF-16 units. */
export const COMMENT_MAX = 10_000;

export interface CommentView {
  id: string;
  author: PersonView;
  /** Markdown; empty once deleted. */
  body: string;
  version: number;
  /** ISO 8601. */
  createdAt: string;
  editedAt: string | null;
  deleted: boolean;
  /** By a moderator. */
  hidden: boolean;
  /** It waits for a moderator: nobody else sees it. */
  held: boolean;
  /** Written by somebody else since the viewer last read the thread. */
  unread: boolean;
  can: { edit: boolean };
}

/** The words that a thread is about. Revisions are named by their numbers: an offset means nothing without one. */
export interface ThreadWords {
  quote: string;
  /** Where they stood when the discussion was begun. */
  said: Span & { revision: number };
  /** The newest revision. */
  revision: number;
  /** Where they are in it; null when they are not there any more. */
  place: (Span & { status: Exclude<AnchorStatus, "orphaned"> }) | null;
}

/** Where the words are in a revision that somebody reads: null when they are not there, undefined when it is neither the newest nor the one they were chosen in. */
export function placeOfWords({ said, revision, place }: ThreadWords, shown: number): ThreadWords["place"] | undefined {
  if (shown === said.revision) return { start: said.start, end: said.end, status: "exact" };
  return shown === revision ? place : undefined;
}

export interface ThreadView {
  id: string;
  documentId: string;
  claim: { id: string; number: number } | null;
  /** The title of the source, when the thread is about a piece of evidence. */
  evidence: { id: string; title: string } | null;
  words: ThreadWords | null;
  blocking: boolean;
  resolved: { by: PersonView; at: string } | null;
  version: number;
  /** Oldest first; never empty. */
  comments: CommentView[];
  /** By a moderator: nobody says anything more in it. */
  locked: boolean;
  can: { reply: boolean; resolve: boolean; setBlocking: boolean };
}

const LETTER = /[\p{L}\p{M}\p{N}_]/u;

/** Where the text names somebody: "@" and the whole name, not in the middle of a word. In the order of the text; of two names that begin alike, the longer. */
export function mentionsIn(text: string, people: readonly PersonView[]): (Span & { personIds: string[] })[] {
  const names = [...new Set(people.map(({ name }) => name))].filter(Boolean).sort((a, b) => b.length - a.length);
  const found: (Span & { personIds: string[] })[] = [];
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    if (LETTER.test(characterBefore(text, at))) continue;
    const name = names.find((each) => startsWith(text, at + 1, each));
    if (name === undefined) continue;
    const end = at + 1 + name.length;
    found.push({ start: at, end, personIds: people.filter((person) => person.name === name).map(({ id }) => id) });
  }
  return found;
}

function startsWith(text: string, at: number, name: string): boolean {
  const said = text.slice(at, at + name.length);
  return said.toLowerCase() === name.toLowerCase() && !LETTER.test(String.fromCodePoint(text.codePointAt(at + name.length) ?? 32));
}

function characterBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 2), at);
  return [...before].at(-1) ?? "";
}
