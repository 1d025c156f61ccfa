import type { ClaimType } from "@/lib/domain/claim";
import type { SourceType, Stance } from "@/lib/domain/evidence";
import type { AnswerType } from "@/lib/domain/question";

/** Words by which a claim is to be found in our text. */
export interface ForeignQuote {
  exact: string;
  prefix: string;
  suffix: string;
  /** Where it began in their text, in whatever units; null when they do not say. It is believed only where our text has the words there. */
  start: number | null;
  /** The last words of a passage of which only both ends are known; "" else. */
  until: string;
  /** What was quoted, where nobody has confirmed that `exact` is it, as our own files say; "" else. */
  quoted: string;
}

/** A source that the file names for a claim. */
export interface ForeignSource {
  title: string;
  publisher: string;
  author: string;
  publishedOn: string | null;
  url: string | null;
  type: SourceType;
  primary: boolean;
  stance: Stance;
  quote: string;
  locator: string;
  accessedOn: string | null;
  archiveUrl: string | null;
  archivedOn: string | null;
  note: string;
  confidential: boolean;
  /** Null when it answers no question. */
  answer: ForeignAnswer | null;
}

/** What a source answers. */
export interface ForeignAnswer {
  /** The index of the question among those of the claim. */
  question: number;
  type: AnswerType;
  /** Of a boolean answer. */
  yes: boolean | null;
  /** The answer, unless it is the quote, or why it is yes or no. */
  words: string;
}

/** A question that was asked about a claim. */
export interface ForeignQuestion {
  text: string;
  unanswerable: boolean;
  note: string;
}

/** A claim as somebody else recorded it. Text is clean, days are "yyyy-mm-dd". */
export interface ForeignClaim {
  /** Where it stands in the file, for people: "Row 12", "Annotation 3". */
  row: string;
  /** Its fragments, in the order of their text. */
  quotes: ForeignQuote[];
  /** Other words by which it may be found, when those are not in our text. */
  otherwise: ForeignQuote[][];
  /** "" when they have none: the quote then. */
  statement: string;
  shortForm: string;
  speaker: string;
  saidOn: string | null;
  type: ClaimType | null;
  tags: string[];
  /** What others said about it, in Markdown, each with its author where that is known. */
  notes: string[];
  /** The name of their verdict; never ours. */
  verdict: string;
  questions: ForeignQuestion[];
  sources: ForeignSource[];
}

/** Something in the file that could not be taken as it is. */
export interface ForeignFault {
  row: string;
  field: string;
  /** What is wrong, and what to do or what was done. */
  message: string;
}

/** What a format makes of its file. */
export interface ForeignFile {
  claims: ForeignClaim[];
  faults: ForeignFault[];
}

/** Words without any more about them. */
export function quoteOf(exact: string, more: Partial<ForeignQuote> = {}): ForeignQuote {
  return { exact, prefix: "", suffix: "", start: null, until: "", quoted: "", ...more };
}

/** A claim of which nothing is known yet but its place in the file. */
export function emptyClaim(row: string): ForeignClaim {
  const nothing = { statement: "", shortForm: "", speaker: "", saidOn: null, type: null, verdict: "" };
  return { row, ...nothing, quotes: [], otherwise: [], tags: [], notes: [], questions: [], sources: [] };
}

/** A source of which nothing is known yet. */
export function emptySource(more: Partial<ForeignSource>): ForeignSource {
  return {
    ...{ title: "", publisher: "", author: "", publishedOn: null, url: null, type: "other", primary: false, stance: "context" },
    ...{ quote: "", locator: "", accessedOn: null, archiveUrl: null, archivedOn: null, note: "", confidential: false, answer: null },
    ...more,
  };
}
