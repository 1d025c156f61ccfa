import type { Anchor, AnchorStatus } from "./anchor";
import type { ClaimState } from "./claim";
import type { Block, BlockType, Mark, Span } from "./text";
import type { ClaimSummaryView, PersonView } from "./views";

/* The states of a document's text, and what becomes of claims between them. Moments are ISO 8601 strings; offsets are UTF-16 units. */

/** The longest note to a revision, in UTF-16 units. */
export const NOTE_MAX = 280;

/** A block as a person edits it: its own text, without its place; the marks' offsets count from the start of that text. */
export interface BlockInput {
  type: BlockType;
  text: string;
  /** Headings only, 1 to 6. */
  level?: number;
  /** Turns only. */
  speaker?: string;
  /** Turns only; as written in the transcript. */
  time?: string;
  marks?: Mark[];
}

/** A line of the list of revisions. */
export interface RevisionListItem {
  id: string;
  number: number;
  wordCount: number;
  createdBy: PersonView;
  createdAt: string;
  note: string;
  /** Against the revision before it; 0 for the first. */
  wordsAdded: number;
  wordsRemoved: number;
  current: boolean;
}

/** One revision with its own highlights. */
export interface RevisionView {
  id: string;
  number: number;
  text: string;
  blocks: Block[];
  wordCount: number;
  createdBy: PersonView;
  createdAt: string;
  note: string;
  current: boolean;
  claims: ClaimSummaryView[];
}

/** One stretch of a word diff, in order; each span belongs to its own text, and is empty there for what the other text alone has. */
export interface TextChange {
  kind: "same" | "added" | "removed";
  before: Span;
  after: Span;
}

/** A claim whose words changed, or whose place is in doubt. */
export interface AffectedClaimView {
  claimId: string;
  number: number;
  statement: string;
  state: ClaimState;
  /** Of its worst anchor. */
  status: AnchorStatus;
  /** The quote as it was, and as it would be; null when no place is left. */
  before: string;
  after: string | null;
  returnsToReview: boolean;
}

/** What saving would do. */
export interface RevisionPreviewView {
  /** The number of the revision that was edited. */
  base: number;
  text: string;
  blocks: Block[];
  wordCount: number;
  wordsAdded: number;
  wordsRemoved: number;
  /** Sentences about what could not be kept of what was sent. */
  warnings: string[];
  /** Both texts whole, "same" stretches included. */
  changes: TextChange[];
  /** Claims, each counted by its worst anchor. */
  outcome: Record<AnchorStatus, number>;
  /** Every claim whose worst anchor is edited, uncertain or orphaned. */
  affected: AffectedClaimView[];
}

/** One side of a comparison. */
export interface ComparedText extends RevisionListItem {
  text: string;
  blocks: Block[];
}

/** A claim in both texts of a comparison; a side where it has no anchors is empty. */
export interface ComparedClaimView extends Omit<ClaimSummaryView, "anchors"> {
  before: ClaimSummaryView["anchors"];
  after: ClaimSummaryView["anchors"];
}

/** Two revisions side by side. */
export interface RevisionComparisonView {
  before: ComparedText;
  after: ComparedText;
  wordsAdded: number;
  wordsRemoved: number;
  changes: TextChange[];
  claims: ComparedClaimView[];
}

/** A place with what stands around it, about 120 units a side. */
export interface PlaceView extends Span, Pick<Anchor, "exact" | "prefix" | "suffix" | "similarity"> {}

/** A line of the tray "Needs a look": an anchor that a person should settle. */
export interface DoubtView {
  claimId: string;
  claimNumber: number;
  statement: string;
  claimState: ClaimState;
  claimVersion: number;
  anchorId: string;
  status: "uncertain" | "orphaned";
  similarity: number;
  /** The quote where it last had a sure place, with about 120 units around it. The revision is null when it never had one: it was brought in from elsewhere. */
  old: { revision: number | null; prefix: string; exact: string; suffix: string };
  /** Where it is thought to be, or was cut out, in the current text. */
  place: Span;
  /** At most 3, best first; for an uncertain anchor its present place is the first. */
  suggestions: PlaceView[];
  can: { settle: boolean };
}
