import { isDecided, isOpen, type ClaimState } from "@/lib/domain/claim";
import { isPublished } from "@/lib/domain/publication";
import { atLeast, type Actor } from "@/lib/domain/role";

interface ClaimSubject {
  state: ClaimState;
  createdById: string;
}

export const claimPolicy = {
  edit: (actor: Actor, claim: ClaimSubject) => atLeast(actor, "reviewer") && isOpen(claim.state),
  /** Of a published claim, editors gather what a correction will then show; until then its page stays as it is. */
  addEvidence: (actor: Actor, claim: ClaimSubject) =>
    (atLeast(actor, "reviewer") && isOpen(claim.state)) || (atLeast(actor, "editor") && (claim.state === "published" || claim.state === "corrected")),
  /** Whoever works on claims may assess; whether a claim still takes assessments is said by lib/domain/review.ts. */
  judge: (actor: Actor) => atLeast(actor, "reviewer"),
  /** Whoever rules decides on what is contested. */
  adjudicate: (actor: Actor, claim: ClaimSubject) => atLeast(actor, "editor") && claim.state === "contested",
  rule: (actor: Actor, claim: ClaimSubject) => atLeast(actor, "editor") && isOpen(claim.state),
  /** Whoever marks may say where a quote is, also for a claim that is not under work; once the verdict stands, editors may. */
  settle: (actor: Actor, claim: ClaimSubject) => atLeast(actor, isDecided(claim.state) ? "editor" : "reviewer"),
  /** Whoever marked a claim may take it back while it is undecided; editors may delete any that is not published. */
  delete: (actor: Actor, claim: ClaimSubject) =>
    atLeast(actor, "editor") ? !isPublished(claim.state) : atLeast(actor, "reviewer") && claim.createdById === actor.userId && !isDecided(claim.state),
};

/** A ruling that is not approved yet is for those who work on claims. */
export function seesRuling(actor: Actor, state: ClaimState): boolean {
  return isDecided(state) || atLeast(actor, "reviewer");
}
