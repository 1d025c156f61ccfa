import { isDecided, type ClaimState } from "@/lib/domain/claim";
import { isBlind, type ReviewMode } from "@/lib/domain/review";
import { atLeast, type Actor } from "@/lib/domain/role";

/** What must be known of a claim to say whose assessments somebody may know of. */
export interface AssessedClaim {
  state: ClaimState;
  reviewMode: ReviewMode;
  /** When the round had all its assessments; null while it is open. */
  assessedAt: Date | null;
  /** The round that is open, or was the last. */
  round: number;
  /** Those who have assessed in it. */
  reviewerIds: readonly string[];
}

/**
 * True when the actor may know of the others' assessments of this round: what they say, how many there are, when they came, and what was said about them. The
 * one rule behind views, history, files, lists and the live stream. Blind, it is nobody, an editor neither; else editors see all, a reviewer the others' after
 * submitting an own one, and a reader those of a decided claim.
 */
export function assessmentsVisible(actor: Pick<Actor, "userId" | "role">, claim: AssessedClaim): boolean {
  if (isBlind(claim, { state: claim.state, assessed: claim.assessedAt !== null })) return false;
  if (isDecided(claim.state) || atLeast(actor, "editor")) return true;
  return atLeast(actor, "reviewer") && (claim.reviewMode !== "proposal" || claim.reviewerIds.includes(actor.userId));
}

/** The same for one assessment: an own one is always seen, and one of an earlier round by whoever works on claims. */
export function seesAssessment(actor: Pick<Actor, "userId" | "role">, claim: AssessedClaim, assessment: { reviewerId: string; round: number }): boolean {
  if (assessment.reviewerId === actor.userId) return true;
  return assessment.round < claim.round ? atLeast(actor, "reviewer") : assessmentsVisible(actor, claim);
}
