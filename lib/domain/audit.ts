import type { EventView, PersonView } from "./views";

/** What the log can be asked for: a family of actions, with how their types begin. */
export const AUDIT_ACTIONS = {
  documents: ["document.", "page."],
  claims: ["claim.", "assignment.", "mark.", "marks."],
  evidence: ["evidence.", "question.", "contact.", "source.", "snapshot."],
  discussions: ["thread.", "comment."],
  people: ["member.", "invitation.", "session.", "password.", "account.", "second_factor.", "domain."],
  exports: ["document.exported", "audit.exported"],
  moderation: ["contribution.", "flag.", "moderation.", "appeal."],
  workspace: ["workspace.", "instance.", "scale."],
} as const;

/** By which names an entry calls the things it is about, beside document and claim: the log can be asked for each. */
export const AUDIT_THINGS: readonly string[] = [
  ...["subjectId", "evidenceId", "sourceId", "snapshotId", "questionId", "contactId", "threadId", "commentId", "markId"],
  ...["scaleId", "userId", "personId", "invitationId", "flagId", "decisionId", "appealId", "publicationId", "sessionId"],
];

export type AuditAction = keyof typeof AUDIT_ACTIONS;
export const AUDIT_ACTION_NAMES = Object.keys(AUDIT_ACTIONS) as AuditAction[]; // which Object.keys does not say

/** A row of the log. What is kept blind from the reader is there without saying who did what. */
export interface AuditEntryView {
  seq: number;
  at: string;
  /** Null when it is withheld. */
  actor: PersonView | null;
  type: string | null;
  document: { id: string; title: string } | null;
  claim: { id: string; number: number } | null;
  changes: EventView["changes"];
  /** Other records concerned; `id` where the log can be asked for what else happened to it. */
  details: { field: string; value: string; id: string | null }[];
  requestId: string | null;
  ip: string | null;
  /** Null for the few seconds before it is sealed. */
  seal: { position: number; hash: string } | null;
}

export interface AuditPage {
  items: AuditEntryView[];
  /** Where the next page begins; null on the last. */
  before: number | null;
  people: PersonView[];
}

/** What is wrong with a chain. */
export interface AuditFault {
  position: number;
  fault: "changed" | "removed" | "broken" | "never_sealed";
}

export interface AuditCheck {
  /** Seals that were looked at. */
  sealed: number;
  /** Those whose event went with the document or claim that it was about. */
  gone: number;
  /** Events that wait for their seal. */
  waiting: number;
  /** The first faults, at most a hundred. */
  faults: AuditFault[];
  head: { position: number; hash: string } | null;
}
