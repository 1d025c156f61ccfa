import type { ContributionLimits } from "./contribution-limits";
import type { FlagOutcome, FlagReason } from "./flag";
import type { PassagePart } from "./passage";
import type { Role } from "./role";
import type { PersonView } from "./views";

/** What can be reported, and decided about. */
export const MODERATION_SUBJECTS = ["document", "claim", "evidence", "comment", "source", "person", "page"] as const;
export type ModerationSubject = (typeof MODERATION_SUBJECTS)[number];

/** How a subject is called on the page. */
export const SUBJECT_NAMES: Record<ModerationSubject, string> = {
  document: "Document",
  claim: "Claim",
  evidence: "Evidence",
  comment: "Comment",
  source: "Source",
  person: "Person",
  page: "Public page",
};

/** What of the queue is listed: what waits for anybody, or for an admin, or has an appeal, or is settled; and what was reported longer ago than that. */
export const QUEUE_STATES = ["open", "escalated", "appealed", "settled"] as const;
export const QUEUE_AGES = ["day", "week", "month"] as const;

/** What a moderator can decide; the last two are written where a decision is taken back, and where an appeal against it is refused. */
export const DECISION_KINDS = [
  ...(["keep", "resolve", "escalate", "hide", "restore", "lock", "unlock", "delete", "warn"] as const),
  ...(["approve", "approve_first", "restrict", "suspend", "ban", "lift"] as const),
  ...(["undo", "uphold"] as const),
] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** A decision as something that is done, and as something that was. */
export const DECISION_NAMES: Record<DecisionKind, { todo: string; done: string }> = {
  keep: { todo: "Keep", done: "Looked at and kept" },
  resolve: { todo: "Put right", done: "Put right" },
  escalate: { todo: "Hand to an admin", done: "Handed to an admin" },
  hide: { todo: "Hide", done: "Hidden" },
  restore: { todo: "Show again", done: "Shown again" },
  lock: { todo: "Lock", done: "Locked" },
  unlock: { todo: "Unlock", done: "Unlocked" },
  delete: { todo: "Delete", done: "Deleted" },
  warn: { todo: "Warn", done: "Warned" },
  approve: { todo: "Approve", done: "Approved" },
  approve_first: { todo: "Approve what they write first", done: "Must be approved first" },
  restrict: { todo: "Let only read", done: "May only read" },
  suspend: { todo: "Suspend", done: "Suspended" },
  ban: { todo: "Ban", done: "Banned" },
  lift: { todo: "Lift", done: "Lifted" },
  undo: { todo: "Take back", done: "Taken back" },
  uphold: { todo: "Uphold", done: "Upheld" },
};

/** What keeps somebody from working here as others do, the mildest first. */
export const SANCTION_KINDS = ["approve_first", "restrict", "suspend", "ban"] as const;
export type SanctionKind = (typeof SANCTION_KINDS)[number];

/** Those of them that keep somebody from coming in at all. */
export const SHUTTING_OUT = ["suspend", "ban"] as const satisfies readonly SanctionKind[];
export const shutsOut = (kind: SanctionKind): boolean => SHUTTING_OUT.some((each) => each === kind);

/** Sanctions that can end by themselves. */
export const ENDS: readonly DecisionKind[] = ["approve_first", "restrict", "suspend"];

/** Decisions against somebody: they name a rule, the person is told, and may appeal. */
export const ADVERSE: readonly DecisionKind[] = ["hide", "lock", "delete", "warn", ...SANCTION_KINDS];

/** Decisions that whom they concern is told of. */
export const TOLD: readonly DecisionKind[] = [...ADVERSE, "restore", "unlock", "lift", "approve"];

/** Decisions after which an open report is still open. */
export const LEAVES_OPEN: readonly DecisionKind[] = ["escalate", "unlock", "lift"];

/** What a decision says of the reports that it settles. */
export const outcomeOf = (kind: DecisionKind): FlagOutcome => (kind === "keep" || kind === "restore" || kind === "approve" ? "dismissed" : "acted_on");

/** What takes a decision back that somebody appealed against; nothing where it cannot be. */
export const REVERSE: Partial<Record<DecisionKind, "restore" | "unlock" | "lift">> = {
  hide: "restore",
  delete: "restore",
  lock: "unlock",
  approve_first: "lift",
  restrict: "lift",
  suspend: "lift",
  ban: "lift",
};

/** For so long whoever decided can take that back as if it had not been, in milliseconds. */
export const UNDO_MS = 10 * 60_000;

/** The words of a deleted comment are gone at once: nothing brings them back. */
export const canUndo = (kind: DecisionKind, subject: ModerationSubject): boolean => kind !== "delete" || subject !== "comment";

/** How a thing stands, as far as moderation is concerned. */
export interface Standing {
  /** By a moderator, or before one has looked at it. */
  hidden: boolean;
  /** It waits for a moderator: nobody else but its author has seen it. */
  held: boolean;
  locked: boolean;
  /** By whoever may delete it anyway, or for good: nothing is left to hide. */
  gone: boolean;
  /** Of a person: what keeps them from working here now. */
  sanction: SanctionKind | null;
}

const LOCKABLE: readonly ModerationSubject[] = ["document", "claim", "evidence", "comment", "source", "page"];
/** A public page is withdrawn by hiding it: its address and its corrections stay accounted for. What it shows goes with its document. */
const DELETABLE: readonly ModerationSubject[] = ["document", "claim", "evidence", "comment", "source"];

/** The decisions that make sense for a thing as it stands; whether somebody may take them is said by lib/policies/moderation.ts. */
export function possibleDecisions(subject: ModerationSubject, { hidden, held, locked, gone, sanction }: Standing): DecisionKind[] {
  if (held) return ["escalate", "hide", "approve"];
  if (subject === "person") return ["keep", "escalate", "warn", ...(sanction ? (["lift"] as const) : SANCTION_KINDS)];
  const possible: DecisionKind[] = ["keep", "resolve", "escalate", "warn"];
  if (hidden) possible.push("restore");
  else if (!gone) possible.push("hide");
  if (LOCKABLE.includes(subject) && !gone && !hidden) possible.push(locked ? "unlock" : "lock");
  if (DELETABLE.includes(subject) && !gone) possible.push("delete");
  return DECISION_KINDS.filter((kind) => possible.includes(kind));
}

/** The longest rule of a workspace, in UTF-16 units. */
export const RULE_MAX = 200;

/** The most contributions that wait of a new member. */
export const APPROVE_FIRST_MAX = 1000;

/** The most rules of a workspace. */
export const RULES_MAX = 30;

/** What moderators decide by where the workspace says nothing. */
export const USUAL_RULES: readonly string[] = [
  "Be civil: write about the claim, not about the person.",
  "Nothing private about anybody, unless it is needed for the check and public already.",
  "Nothing that is against the law or breaks somebody’s rights.",
  "No advertising, and nothing off the subject.",
  "No invented sources or quotes.",
];

/** The rules that moderators of a workspace choose from. */
export function rulesOf(rules: readonly string[]): readonly string[] {
  return rules.length > 0 ? rules : USUAL_RULES;
}

/** By what a workspace is moderated. */
export interface ModerationSettings {
  /** Empty for the usual ones. */
  moderationRules: string[];
  /** So many contributions of a new member wait for a moderator; 0 for none. */
  approveFirst: number;
  /** Words and domains, one a line (see word-list.ts): what has one waits for a moderator, or is refused. */
  heldTerms: string;
  refusedTerms: string;
  contributionLimits: ContributionLimits;
  /** Everybody may read how the workspace moderates, in numbers. */
  publicTransparency: boolean;
  version: number;
}

/** One report, as moderators see it. */
export interface QueuedFlag {
  id: string;
  reason: FlagReason;
  note: string;
  contact: string;
  /** Null when it came from a published page. */
  reporter: PersonView | null;
  at: string;
  escalated: boolean;
  outcome: FlagOutcome | null;
}

/** One decision, as moderators see it. */
export interface DecisionView {
  id: string;
  kind: DecisionKind;
  rule: string;
  message: string;
  note: string;
  by: PersonView;
  at: string;
  appeal: AppealView | null;
}

export interface AppealView {
  id: string;
  text: string;
  at: string;
  settled: { outcome: "granted" | "refused"; answer: string; at: string } | null;
  /** Another than the one who decided. */
  canSettle: boolean;
}

/** One thing that was reported or decided about, with what a moderator must know of it. */
export interface ModeratedView extends Standing {
  subject: ModerationSubject;
  id: string;
  /** What it is, in a line. */
  title: string;
  /** What it says; null while the viewer may not know, because somebody judges blind. */
  words: string | null;
  /** Of a claim: what it quotes, with some words around it. */
  passage: PassagePart[];
  /** Where it is: a document's title, a claim's statement, what was said before. */
  around: { label: string; text: string }[];
  /** Where it can be seen in its place; null where it cannot. */
  href: string | null;
  author: (PersonView & { role: Role | null }) | null;
  /** Of the author: how much they wrote here, and how often that was hidden, warned of or sanctioned. */
  record: { written: number; decisions: number };
  flags: QueuedFlag[];
  history: DecisionView[];
  /** What the viewer may decide. */
  can: DecisionKind[];
}

export interface QueueView {
  items: ModeratedView[];
  total: number;
  pageSize: number;
  rules: readonly string[];
}

/** What one wrote, and nobody else sees before a moderator has looked at it. */
export interface OwnHeld {
  id: string;
  subject: ModerationSubject;
  title: string;
  at: string;
}

/** What one reported oneself, and what became of it. */
export interface OwnFlag {
  id: string;
  subject: ModerationSubject;
  title: string;
  reason: FlagReason;
  note: string;
  at: string;
  settled: { outcome: FlagOutcome; at: string } | null;
}

/** What was decided about oneself or what one wrote. Who decided is not told. */
export interface OwnDecision {
  id: string;
  subject: ModerationSubject;
  title: string;
  kind: DecisionKind;
  rule: string;
  message: string;
  at: string;
  /** Of a sanction. */
  until: string | null;
  appeal: { text: string; at: string; settled: { outcome: "granted" | "refused"; answer: string; at: string } | null } | null;
  canAppeal: boolean;
  /** Whoever decided took it back at once. */
  undone: boolean;
}
