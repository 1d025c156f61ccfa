import type { AnchorStatus } from "./anchor";

/** The formats in which claims of others can be brought in. */
export const FOREIGN_FORMATS = ["web_annotation", "hypothesis", "recogito", "claim_review", "averitec", "debate", "table"] as const;
export type ForeignFormat = (typeof FOREIGN_FORMATS)[number];

/** How a format is called on the page. */
export const FOREIGN_FORMAT_NAMES: Record<ForeignFormat, string> = {
  web_annotation: "W3C annotations",
  hypothesis: "Hypothesis",
  recogito: "Recogito",
  claim_review: "ClaimReview",
  averitec: "AVeriTeC",
  debate: "CLEF debate",
  table: "table of claims",
};

/** The largest file of claims, in bytes, and the most claims in it. */
export const MAX_FOREIGN_BYTES = 10_000_000;
export const MAX_FOREIGN_CLAIMS = 10_000;

/** What becomes of a claim of others: its words are found for sure, or a person should look, or they are not in the text. */
export type Finding = "found" | "doubtful" | "lost";

/** One claim of a file, as it would be brought in. Long words are cut for the list. */
export interface ForeignClaimView {
  /** Counts from 0, in the order of the file. */
  index: number;
  /** "Row 12". */
  row: string;
  statement: string;
  /** Their words… */
  quote: string;
  /** …and the words of our text at the place; "" when there is none. */
  words: string;
  finding: Finding;
  /** Of the fragment that is least sure. */
  status: AnchorStatus;
  /** 0 to 1. */
  similarity: number;
  /** How many fragments it has. */
  fragments: number;
  /** The number of the claim that is in the document already; null when there is none. */
  already: number | null;
  /** Their verdict, by its name, and the same label on the document's scale if there is one. */
  verdict: string;
  label: string | null;
  sources: number;
  questions: number;
  notes: number;
}

/** Something in the file that could not be taken as it is. */
export interface ForeignFaultView {
  row: string;
  field: string;
  message: string;
}

/** What a file of claims would add to a document; nothing is written. */
export interface ForeignPreviewView {
  format: ForeignFormat;
  /** The revision in which the places were found. */
  revisionId: string;
  claims: ForeignClaimView[];
  /** The first of them; `faultCount` says how many there are. */
  faults: ForeignFaultView[];
  faultCount: number;
}

/** What was brought in. */
export interface ForeignResultView {
  /** Claims that were made, and those among them whose place a person should settle. */
  claims: number;
  doubtful: number;
  lost: number;
  /** Claims that were left out because they are there already. */
  already: number;
  questions: number;
  evidence: number;
  /** Sources that the library did not have yet. */
  sources: number;
  /** The first claim that was made; null when there is none. */
  firstClaimId: string | null;
}
