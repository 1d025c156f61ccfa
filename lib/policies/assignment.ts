import { isBlind } from "@/lib/domain/review";
import { atLeast, type Actor } from "@/lib/domain/role";
import type { AssessedClaim } from "./assessment";

export const assignmentPolicy = {
  /** Whoever rules says who works on what. */
  assign: (actor: Actor) => atLeast(actor, "editor"),
  /** Whoever assesses may take a claim that still needs people. */
  take: (actor: Actor) => atLeast(actor, "reviewer"),
};

/**
 * True when the viewer may know that somebody works on the claim. While it is assessed blind, reviewers know it of themselves alone: who else is asked is who else
 * assesses. Editors ask people, and readers have nothing to do with it.
 */
export function seesAssignment(
  viewer: Pick<Actor, "userId" | "role">,
  claim: Pick<AssessedClaim, "state" | "reviewMode" | "assessedAt">,
  personId: string,
): boolean {
  if (personId === viewer.userId || atLeast(viewer, "editor")) return true;
  return atLeast(viewer, "reviewer") && !isBlind(claim, { state: claim.state, assessed: claim.assessedAt !== null });
}
