import type { CheckWorthiness, ClaimState, ClaimType, SkipReason } from "@/lib/domain/claim";
import type { DocumentKind, DocumentState } from "@/lib/domain/document";
import type { Confidence, SourceType, Stance } from "@/lib/domain/evidence";
import type { AnswerType } from "@/lib/domain/question";
import type { ReviewMode } from "@/lib/domain/review";
import type { Role } from "@/lib/domain/role";
import type { AccountKey } from "./accounts";
import type { SourceKey } from "./sources";

/* The demo as plain data: dates are "yyyy-mm-dd", long texts are Markdown, labels are names of the five-point scale. */

export interface DemoAccount {
  email: string;
  name: string;
  role: Role;
}

export interface DemoSource {
  title: string;
  publisher: string;
  author?: string;
  publishedOn?: string;
  /** Absent for what was only said to the desk. */
  url?: string;
  type: SourceType;
  primary?: boolean;
  confidential?: boolean;
}

export interface DemoFragment {
  quote: string;
  /** Which occurrence in the text, counted from 1; 1 when absent. */
  occurrence?: number;
}

interface DemoEvidence {
  source: SourceKey;
  stance: Stance;
  /** Only where the wording is certain. */
  quote?: string;
  locator?: string;
  accessedOn: string;
  archiveUrl?: string;
  archivedOn?: string;
  note?: string;
  /** What it answers, and how; by its quote unless said. */
  answers?: { question: number; answerType?: AnswerType; answerYes?: boolean; answer?: string };
}

/** A question about a claim; evidence names it by its place, counted from 1. */
interface DemoQuestion {
  text: string;
  unanswerable?: boolean;
  note?: string;
}

interface DemoAssessment {
  by: AccountKey;
  /** Null when it cannot be judged. */
  label: string | null;
  rationale: string;
  confidence: Confidence;
}

interface DemoRuling {
  by: AccountKey;
  label: string;
  /** One line, at most 280 characters. */
  summary: string;
  justification: string;
  /** Why the editor took this one of the assessments that differ; of a claim that was assessed blind. */
  reason?: string;
}

/** A discussion: its comments in their order, and who resolved it. */
export interface DemoDiscussion {
  comments: { by: AccountKey; body: string }[];
  resolvedBy?: AccountKey;
}

export interface DemoClaim {
  fragments: DemoFragment[];
  statement: string;
  shortForm: string;
  speaker?: string;
  saidOn?: string;
  type: ClaimType;
  tags: string[];
  checkWorthiness: CheckWorthiness;
  state: ClaimState;
  skip?: { reason: SkipReason; note: string };
  markedBy: AccountKey;
  assignee?: AccountKey;
  /** Counted from the day of the seeding; less than none is over. */
  dueInDays?: number;
  questions?: DemoQuestion[];
  evidence: DemoEvidence[];
  assessments: DemoAssessment[];
  ruling?: DemoRuling;
  discussions?: DemoDiscussion[];
}

/** That a document is published, what was corrected since, and what a reader reported. */
export interface DemoPublication {
  correction: { statement: string; kind: "refile" | "update" | "correction"; what: string; why: string; summary: string };
  report: { statement: string; note: string; contact: string };
}

export interface DemoDocument {
  key: string;
  title: string;
  author: string;
  publication: string;
  publishedOn: string;
  /** BCP 47. */
  language: string;
  url?: string;
  kind: DocumentKind;
  state: DocumentState;
  createdBy: AccountKey;
  /** How an importer has to read `text`. */
  format: "markdown" | "plain";
  /** True when `NAME:` lines are turns. */
  speakers: boolean;
  /** By proposal unless said. */
  review?: { reviewMode: ReviewMode; reviewers: number };
  text: string;
  claims: DemoClaim[];
  published?: DemoPublication;
  /** About words of the text, or about the whole document. */
  discussions?: (DemoDiscussion & { words?: string })[];
  /** What some marked for themselves, and submitted: quotes that stand in the text once. */
  marks?: readonly { by: AccountKey; quotes: readonly string[] }[];
}
