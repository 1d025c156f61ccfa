import { atLeast, type Actor, type Role } from "./role";

export const CLAIM_STATES = [
  "spotted",
  "skipped",
  "researching",
  "in_review",
  "contested",
  "adjudicated",
  "approved",
  "published",
  "corrected",
  "voided",
] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

export const CLAIM_TYPES = ["event", "numerical", "quote", "causal", "position"] as const;
export type ClaimType = (typeof CLAIM_TYPES)[number];

export const CHECK_WORTHINESS = ["low", "medium", "high"] as const;
export type CheckWorthiness = (typeof CHECK_WORTHINESS)[number];

export const SKIP_REASONS = ["opinion", "prediction", "personal_experience", "not_material", "not_checkable"] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** The longest short form, in UTF-16 units; ClaimReview consumers cut what is longer. */
export const SHORT_FORM_MAX = 75;

/** How a state is called on the page. */
export const STATE_NAMES: Record<ClaimState, string> = {
  spotted: "Spotted",
  skipped: "Skipped",
  researching: "Researching",
  in_review: "In review",
  contested: "Contested",
  adjudicated: "Adjudicated",
  approved: "Approved",
  published: "Published",
  corrected: "Corrected",
  voided: "Voided",
};

/**
 * The moves a person may make, with the least role for each. Approval also needs the gate (see gate.ts). `published`,
 * `corrected` and `voided` are reached by publication and corrections only, so no move leads there.
 */
const MOVES: Record<ClaimState, Partial<Record<ClaimState, Role>>> = {
  spotted: { researching: "reviewer", skipped: "reviewer" },
  skipped: { spotted: "reviewer" },
  researching: { in_review: "reviewer", skipped: "reviewer", spotted: "reviewer" },
  in_review: { researching: "reviewer", contested: "editor", approved: "editor", skipped: "editor" },
  contested: { adjudicated: "editor", in_review: "editor" },
  adjudicated: { approved: "editor", contested: "editor", in_review: "editor" },
  approved: { in_review: "editor" },
  published: {},
  corrected: {},
  voided: {},
};

/** True when the actor may move a claim from one state to the other. */
export function mayMove(actor: Pick<Actor, "role">, from: ClaimState, to: ClaimState): boolean {
  const role = MOVES[from][to];
  return role !== undefined && atLeast(actor, role);
}

/** True when the workflow knows the move, whoever makes it. */
export function isMove(from: ClaimState, to: ClaimState): boolean {
  return MOVES[from][to] !== undefined;
}

/** True while reviewers work on the claim: statement, fragments, evidence and assessments may change. */
export function isOpen(state: ClaimState): boolean {
  return state === "spotted" || state === "researching" || state === "in_review" || state === "contested" || state === "adjudicated";
}

/** True once the verdict stands. */
export function isDecided(state: ClaimState): boolean {
  return state === "approved" || state === "published" || state === "corrected";
}
