import type { Anchor } from "./anchor";
import type { CheckWorthiness, ClaimState, ClaimType, SkipReason } from "./claim";
import type { DocumentKind, DocumentState } from "./document";
import type { Confidence, ContactOutcome, SourceType, Stance } from "./evidence";
import type { GateCondition } from "./gate";
import type { MediaAuthenticity, MediaKind } from "./media";
import type { Outgoing } from "./outgoing";
import type { AdjudicationKind, PanelRule, ReviewMode, ReviewSettings, RulingBasis } from "./review";
import type { AnswerType } from "./question";
import type { Role } from "./role";
import type { Tone } from "./scale";
import type { SnapshotType } from "./snapshot";
import type { SpanAgreement } from "./span-agreement";
import type { Block, Span } from "./text";

/* What the server sends to pages and programs. Dates are "yyyy-mm-dd", moments ISO 8601 strings. Each view carries `can`. */

export interface PersonView {
  id: string;
  name: string;
}

/** Somebody of the workspace. */
export interface MemberView extends PersonView {
  role: Role;
}

export interface LabelView {
  id: string;
  name: string;
  definition: string;
  boundaryRule: string;
  rating: number | null;
  tone: Tone;
  /** What is said of how it goes out; absent where it goes out as it is. */
  outgoing?: Outgoing;
  retired: boolean;
}

export interface ScaleView {
  id: string;
  name: string;
  version: number;
  /** Empty for a scale that takes a plain conclusion. */
  labels: LabelView[];
}

/** What it takes to move a document to another version of its scale. */
export interface ScaleMoveView {
  /** Of the document, as it was read. */
  version: number;
  from: ScaleView;
  /** The other ones, the newest first. */
  versions: ScaleView[];
  /** True where something must be said of every label, carried or not, so that nothing shows of what is assessed blind. */
  whole: boolean;
  /** The claims that are ruled with each label, by its id. */
  claims: Record<string, { id: string; number: number }[]>;
}

/** A scale as admins look after it, in its newest version. */
export interface StudioScale extends ScaleView {
  /** Documents begin with it. */
  isDefault: boolean;
  /** Not offered any more. */
  retired: boolean;
  /** Documents that use this version, and those that use earlier ones. */
  documents: number;
  earlier: number;
}

/** What the text surface, the list and the minimap need of a claim. */
export interface ClaimSummaryView {
  id: string;
  number: number;
  statement: string;
  state: ClaimState;
  version: number;
  /** The ruling's label, once there is one. */
  labelId: string | null;
  /** How many work on it; none, for readers. */
  assigned: number;
  /** Those of them of whom the viewer may know, in the order in which they were asked. */
  assignments: AssignedView[];
  tags: string[];
  evidenceCount: number;
  anchors: (Span & { id: string; status: Anchor["status"] })[];
}

/** The claims of a document. */
export interface ClaimListView {
  /** The revision in which the claims have their places: the document's current one. */
  revisionId: string;
  /** The number in the document's log up to which this holds everything. */
  seq: number;
  claims: ClaimSummaryView[];
}

/** Somebody who is asked to work on a claim. */
export interface AssignedView {
  personId: string;
  due: string | null;
  /** Has assessed it, as far as the viewer may know. */
  done: boolean;
}

export interface SourceView {
  id: string;
  title: string;
  publisher: string;
  author: string;
  publishedOn: string | null;
  url: string | null;
  type: SourceType;
  primary: boolean;
  confidential: boolean;
  version: number;
  /** Pieces of evidence that use it. */
  usageCount: number;
  can: { edit: boolean; report: boolean };
}

export interface EvidenceView {
  id: string;
  /** It waits for a moderator, and nobody but its author sees it; or a moderator locked it. */
  closed: "held" | "locked" | null;
  claimId: string;
  source: SourceView;
  stance: Stance;
  quote: string;
  locator: string;
  accessedOn: string | null;
  archiveUrl: string | null;
  archivedOn: string | null;
  note: string;
  confidential: boolean;
  /** Who found the quote in its source, word for word. */
  quoteVerified: { by: PersonView; at: string } | null;
  /** The question that it answers, and how: lib/domain/question.ts makes the words of it. */
  questionId: string | null;
  answerType: AnswerType;
  answerYes: boolean | null;
  answer: string;
  version: number;
  createdBy: PersonView;
  createdAt: string;
  /** What the source said when it was read, the oldest first. */
  snapshots: SnapshotView[];
  can: { edit: boolean };
}

/** What must be found out to judge a claim. */
export interface QuestionView {
  id: string;
  claimId: string;
  /** Counts from 1 within the claim; what is deleted leaves a gap. */
  number: number;
  text: string;
  /** True when no answer could be found, for the reason in `note`. */
  unanswerable: boolean;
  note: string;
  version: number;
  createdBy: PersonView;
  createdAt: string;
  can: { edit: boolean };
}

/** A file that shows what a source said. */
export interface SnapshotView {
  id: string;
  sha256: string;
  mediaType: SnapshotType;
  bytes: number;
  filename: string;
  note: string;
  takenOn: string;
  createdBy: PersonView;
  createdAt: string;
}

/** One attempt to hear from whoever made the claim. */
export interface ContactView {
  id: string;
  contactedOn: string;
  channel: string;
  outcome: ContactOutcome;
  note: string;
  createdBy: PersonView;
}

export interface AssessmentView {
  id: string;
  claimId: string;
  reviewer: PersonView;
  labelId: string | null;
  /** True when the claim cannot be judged, for the reason in `rationale`. */
  unjudgeable: boolean;
  rationale: string;
  confidence: Confidence | null;
  /** How often it was submitted. */
  version: number;
  updatedAt: string;
  /** False for an own one of an earlier round, which does not count any more. */
  current: boolean;
  mine: boolean;
}

/** What was submitted at one time. */
export interface AssessmentVersionView extends Pick<AssessmentView, "labelId" | "unjudgeable" | "rationale" | "confidence"> {
  number: number;
  round: number;
  submittedAt: string;
}

/** What an editor decided on a contested claim, and why. */
export interface AdjudicationView {
  id: string;
  kind: AdjudicationKind;
  /** Null when the claim went back. */
  labelId: string | null;
  /** Whose assessment was taken. */
  reviewer: PersonView | null;
  /** Markdown. */
  reason: string;
  editor: PersonView;
  at: string;
}

export interface RulingView {
  id: string;
  labelId: string | null;
  /** Who or what chose the label, and whether an editor may choose another. */
  basis: RulingBasis;
  labelFixed: boolean;
  /** Empty while only the label is found. */
  summary: string;
  justification: string;
  /** Of a claim about an image or a recording. */
  mediaAuthenticity: MediaAuthenticity | null;
  mediaContext: string;
  mediaOriginalUrl: string;
  editor: PersonView;
  version: number;
  updatedAt: string;
  approvedAt: string | null;
  approvedBy: PersonView | null;
}

/** One claim, whole. */
export interface ClaimView extends Omit<ClaimSummaryView, "anchors"> {
  /** Nobody changes it: it waits for a moderator, and nobody but its author sees it; or a moderator locked it, or its document. */
  closed: "held" | "locked" | null;
  documentId: string;
  shortForm: string;
  speaker: string;
  saidOn: string | null;
  /** The image or recording that it is about; null for words alone. */
  mediaKind: MediaKind | null;
  mediaUrl: string;
  type: ClaimType | null;
  checkWorthiness: CheckWorthiness | null;
  skipReason: SkipReason | null;
  skipNote: string;
  createdBy: PersonView;
  createdAt: string;
  updatedAt: string;
  /** The number of the revision that the anchors belong to: the document's current one. */
  revision: number;
  /** The number in the document's log up to which this holds everything. */
  seq: number;
  anchors: Anchor[];
  evidence: EvidenceView[];
  /** In the order of asking. */
  questions: QuestionView[];
  /** The latest first; for those who work on claims. */
  contacts: ContactView[];
  /** How the claim comes to its verdict; blind while nobody may know of the others' assessments. */
  review: ReviewSettings & { round: number; blind: boolean };
  assessments: AssessmentView[];
  /** The latest first; for those who work on claims. */
  adjudications: AdjudicationView[];
  ruling: RulingView | null;
  /** The claim's own public page; null while it has none. */
  publicUrl: string | null;
  gate: GateCondition[];
  can: {
    edit: boolean;
    addEvidence: boolean;
    assess: boolean;
    /** Ask others to work on it. */
    assign: boolean;
    /** Take it for oneself, and give it back. */
    take: boolean;
    giveBack: boolean;
    adjudicate: boolean;
    rule: boolean;
    /** Change what is published. */
    correct: boolean;
    delete: boolean;
    moveTo: ClaimState[];
  };
}

/** A line of the history tab. */
export interface EventView {
  seq: number;
  type: string;
  actor: PersonView;
  at: string;
  /** Field → [before, after], both as readable text; absent for events without fields. */
  changes: { field: string; before: string; after: string }[];
}

/** A claim's history, newest first: here, and in the workspace that it was brought in from. */
export interface ClaimEvents {
  items: EventView[];
  earlier: EventView[];
}

/** What is known of a document, without its text. */
export interface DocumentFactsView {
  id: string;
  title: string;
  author: string | null;
  publication: string | null;
  publishedOn: string | null;
  kind: DocumentKind;
  state: DocumentState;
  language: string;
  url: string | null;
  scaleId: string;
  reviewMode: ReviewMode;
  reviewers: number;
  panelRule: PanelRule;
  /** True while each reviewer marks for themselves, and nobody marks claims for all. */
  marksApart: boolean;
  version: number;
}

/** Words that somebody marked for themselves. */
export interface MarkView extends Span {
  id: string;
  reviewerId: string;
  reviewer: PersonView;
  exact: string;
  /** The claim that it became. */
  claimId: string | null;
  mine: boolean;
}

/** What the viewer may know of the marks of a document. */
export interface MarksView {
  document: { id: string; title: string; language: string; marksApart: boolean };
  revision: { id: string; number: number; text: string; blocks: Block[] };
  marks: MarkView[];
  /** True once the viewer has submitted. */
  submitted: boolean;
  /** Ids of submitted marks that mean the same and are no claims yet, together. */
  groups: string[][];
  /** How much each two of those who have submitted mark the same. */
  agreements: SpanAgreement[];
  can: { mark: boolean; unite: boolean };
}

export interface DocumentListItem extends Omit<DocumentFactsView, "url" | "scaleId" | "version" | "marksApart" | keyof ReviewSettings> {
  wordCount: number;
  updatedAt: string;
  deletedAt: string | null;
  /** How many claims are in each state; absent states are zero. */
  claims: Partial<Record<ClaimState, number>>;
  people: PersonView[];
  can: { edit: boolean; delete: boolean };
}

export interface DocumentView extends Omit<DocumentFactsView, "scaleId" | keyof ReviewSettings> {
  revision: { id: string; number: number; text: string; blocks: Block[]; wordCount: number; createdAt: string };
  scale: ScaleView;
  members: MemberView[];
  /** The number in the document's log up to which this holds everything: what came after it is told by its stream. */
  seq: number;
  can: {
    edit: boolean;
    mark: boolean;
    assign: boolean;
    delete: boolean;
    seeAgreement: boolean;
    /** See what a publication would be. */
    seePublication: boolean;
    report: boolean;
    export: boolean;
    exportDesk: boolean;
    exportConfidential: boolean;
  };
}
