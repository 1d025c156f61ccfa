import { isDecided, isOpen, mayMove, type ClaimState } from "@/lib/domain/claim";
import { atLeast, type Actor } from "@/lib/domain/role";

interface ClaimSubject {
  state: ClaimState;
  createdById: string;
}

export const claimPolicy = {
  edit: (actor: Actor, claim: ClaimSubject) => atLeast(actor, "reviewer") && isOpen(claim.state),
  addEvidence: (actor: Actor, claim: ClaimSubject) => atLeast(actor, "reviewer") && isOpen(claim.state),
  assess: (actor: Actor, claim: ClaimSubject) => atLeast(actor, "reviewer") && isOpen(claim.state),
  rule: (actor: Actor, claim: ClaimSubject) => atLeast(actor, "editor") && isOpen(claim.state),
  /** Whoever marks may say where a quote is, also for a claim that is not under work; once the verdict stands, editors may. */
  settle: (actor: Actor, claim: ClaimSubject) => atLeast(actor, isDecided(claim.state) ? "editor" : "reviewer"),
  /** Whoever marked a claim may take it back while it is undecided; editors may delete any that is not published. */
  delete: (actor: Actor, claim: ClaimSubject) =>
    atLeast(actor, "editor")
      ? !["published", "corrected", "voided"].includes(claim.state)
      : atLeast(actor, "reviewer") && claim.createdById === actor.userId && !isDecided(claim.state),
};

/** True when the actor may take the claim from its state to `to`. */
export function mayMoveClaim(actor: Actor, claim: ClaimSubject, to: ClaimState): boolean {
  return mayMove(actor, claim.state, to);
}

/**
 * Whose assessments the actor may see: editors see all; a reviewer sees the others' after submitting an own one; a reader
 * sees them once the claim is decided.
 */
export function seesAssessment(actor: Actor, claim: { state: ClaimState; reviewerIds: readonly string[] }, reviewerId: string): boolean {
  if (reviewerId === actor.userId || isDecided(claim.state) || atLeast(actor, "editor")) return true;
  return atLeast(actor, "reviewer") && claim.reviewerIds.includes(actor.userId);
}

/** A ruling that is not approved yet is for those who work on claims. */
export function seesRuling(actor: Actor, state: ClaimState): boolean {
  return isDecided(state) || atLeast(actor, "reviewer");
}
