import { CLAIM_STATES, isDecided, isOpen, mayMove, type ClaimState } from "./claim";
import type { Actor } from "./role";

/**
 * How a claim comes to its verdict. `proposal`: reviewers propose, an editor rules. `blind`: several assess without seeing each other; where they agree, that
 * is the ruling, else the claim is contested. `panel`: several vote, blind until all have voted; the rule says what carries.
 */
export const REVIEW_MODES = ["proposal", "blind", "panel"] as const;
export type ReviewMode = (typeof REVIEW_MODES)[number];

/** How a mode is called on the page. */
export const REVIEW_MODE_NAMES: Record<ReviewMode, string> = { proposal: "Proposal and ruling", blind: "Blind assessments", panel: "Panel vote" };

export const PANEL_RULES = ["majority", "unanimity"] as const;
export type PanelRule = (typeof PANEL_RULES)[number];

/** How a rule is called on the page. */
export const PANEL_RULE_NAMES: Record<PanelRule, string> = { majority: "More than half", unanimity: "All of them" };

/** Fewer than two cannot agree. */
export const REVIEWERS_MIN = 2;
export const REVIEWERS_MAX = 9;

export interface ReviewSettings {
  reviewMode: ReviewMode;
  /** How many assessments a claim needs, where the mode asks for a number. */
  reviewers: number;
  panelRule: PanelRule;
}

/** What the rules need of a claim. */
export interface ReviewedClaim {
  state: ClaimState;
  /** True once the round has all its assessments. */
  assessed: boolean;
}

/** True while nobody but its author may know of an assessment: not what it says, nor that it exists. */
export function isBlind({ reviewMode }: Pick<ReviewSettings, "reviewMode">, claim: ReviewedClaim): boolean {
  return reviewMode !== "proposal" && !claim.assessed && awaitsAssessments(claim.state);
}

/** True in the states in which assessments are gathered; what is spotted, or skipped for now, may still come to them. */
export function awaitsAssessments(state: ClaimState): boolean {
  return state === "spotted" || state === "skipped" || state === "researching" || state === "in_review";
}

/** Why this person cannot submit or change an assessment now, as a sentence; null when they can. `reviewerIds` are those of the round. */
export function whyNotAssess(settings: ReviewSettings, claim: ReviewedClaim, reviewerIds: readonly string[], personId: string): string | null {
  if (isDecided(claim.state)) return "The verdict stands already: assessments of this claim are closed. An editor can reopen it.";
  if (claim.state === "adjudicated") return "This claim was adjudicated already: its assessments are closed.";
  if (!isOpen(claim.state)) return "This claim is not under work: it takes no assessments.";
  if (settings.reviewMode === "proposal") return null;
  const complete = claim.assessed || claim.state === "contested" || (reviewerIds.length >= settings.reviewers && !reviewerIds.includes(personId));
  if (!complete) return null;
  return settings.reviewMode === "panel"
    ? "The panel has voted already: the vote on this claim is closed."
    : `This claim has its ${settings.reviewers} assessments already: they are closed.`;
}

/** Who or what chose a ruling's label. */
export type RulingBasis = "editor" | "agreement" | "vote" | "adjudication";

/** An assessment is taken as it is; another verdict is written; the claim goes back with a question; none is right, and more must be found out. */
export const ADJUDICATION_KINDS = ["taken", "written", "returned", "none_right"] as const;
export type AdjudicationKind = (typeof ADJUDICATION_KINDS)[number];

/** True when an editor may write the words of the ruling, but not choose its label: the reviewers did, and nobody contested it. */
export function isLabelFixed(basis: RulingBasis, state: ClaimState): boolean {
  return (basis === "agreement" || basis === "vote") && state !== "contested" && state !== "adjudicated";
}

/** True when the move does not go round the assessments: nothing is contested or approved before the last one, and what was contested is adjudicated. */
export function respectsReview({ reviewMode }: Pick<ReviewSettings, "reviewMode">, claim: ReviewedClaim, to: ClaimState): boolean {
  if (reviewMode === "proposal") return true;
  if (claim.state === "contested" || claim.state === "adjudicated") return to === "contested" || to === "adjudicated" || to === "approved";
  return claim.assessed || (to !== "contested" && to !== "approved");
}

/** The states that the actor may move the claim to. */
export function movesFor(actor: Pick<Actor, "role">, settings: Pick<ReviewSettings, "reviewMode">, claim: ReviewedClaim): ClaimState[] {
  return CLAIM_STATES.filter((to) => mayMove(actor, claim.state, to) && respectsReview(settings, claim, to));
}

/** One submitted assessment, for the rules that count. */
export interface Judgement {
  /** Null for a claim that cannot be judged, and for a plain conclusion in words. */
  labelId: string | null;
}

export type Outcome = { kind: "open" } | { kind: "agreed"; labelId: string } | { kind: "contested" };

/** What the assessments of a round come to. Conclusions in words, and "cannot be judged", agree with nothing: somebody has to read them. */
export function outcomeOf(settings: ReviewSettings, judgements: readonly Judgement[]): Outcome {
  if (settings.reviewMode === "proposal" || judgements.length < settings.reviewers) return { kind: "open" };
  const votes = new Map<string, number>();
  for (const { labelId } of judgements) if (labelId !== null) votes.set(labelId, (votes.get(labelId) ?? 0) + 1);
  const needed = settings.reviewMode === "panel" && settings.panelRule === "majority" ? Math.floor(judgements.length / 2) + 1 : judgements.length;
  const carried = [...votes].find(([, count]) => count >= needed);
  return carried ? { kind: "agreed", labelId: carried[0] } : { kind: "contested" };
}
