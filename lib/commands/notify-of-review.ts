import type { Tx } from "@/lib/db/client";
import type { ClaimState } from "@/lib/domain/claim";
import type { ReviewMode } from "@/lib/domain/review";
import type { Actor } from "@/lib/domain/role";
import { notify } from "./notify";

interface ReviewedClaim {
  id: string;
  documentId: string;
  round: number;
}

/** Tells those who assessed a claim in its last round, each for themselves, what became of it. */
export async function notifyAssessors(tx: Tx, actor: Actor, claim: ReviewedClaim, kind: "returned" | "decided", now: Date): Promise<void> {
  const assessments = await tx.assessment.findMany({ where: { claimId: claim.id, round: claim.round }, select: { reviewerId: true } });
  await notify(tx, actor, { kind, to: assessments.map(({ reviewerId }) => reviewerId), documentId: claim.documentId, claimId: claim.id }, now);
}

interface MovedClaim extends ReviewedClaim {
  /** Where it was. */
  state: ClaimState;
  assessedAt: Date | null;
  reviewMode: ReviewMode;
  reviewers: number;
}

/** Tells whom a move concerns that a person made: those who decide, those who assessed, or those whose assessment is wanted. */
export async function notifyOfMove(tx: Tx, actor: Actor, claim: MovedClaim, to: ClaimState, now: Date): Promise<void> {
  if (to === "approved") await notifyAssessors(tx, actor, claim, "decided", now);
  else if (to === "contested") await notify(tx, actor, { kind: "contested", to: "everybody", documentId: claim.documentId, claimId: claim.id }, now);
  else if (wantsAssessments(claim, to)) await notifyWanted(tx, actor, claim, now);
}

/** True when a claim that several assess comes to be assessed: by a move, and never by an assessment, since that one may know of none. */
function wantsAssessments({ state, assessedAt, reviewMode }: MovedClaim, to: ClaimState): boolean {
  const waits = (each: ClaimState) => each === "researching" || each === "in_review";
  return reviewMode !== "proposal" && assessedAt === null && waits(to) && !waits(state);
}

/** Asks nobody when as many as are needed were asked by name: they know. */
async function notifyWanted(tx: Tx, actor: Actor, { id, documentId, round, reviewers }: MovedClaim, now: Date): Promise<void> {
  const assignments = await tx.assignment.findMany({ where: { claimId: id, endedAt: null }, select: { personId: true } });
  if (assignments.length >= reviewers) return;
  const members = await tx.membership.findMany({
    where: {
      workspaceId: actor.workspaceId,
      userId: { notIn: assignments.map(({ personId }) => personId) },
      user: { assessments: { none: { claimId: id, round } } },
    },
    select: { userId: true },
  });
  await notify(tx, actor, { kind: "assessment_wanted", to: members.map(({ userId }) => userId), documentId, claimId: id }, now);
}
