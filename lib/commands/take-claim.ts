import { z } from "zod";
import { claimInScope, lockedDocument } from "@/lib/db/scopes";
import { whyNotTake } from "@/lib/domain/assignment";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/fields";
import { assignmentPolicy } from "@/lib/policies/assignment";
import { authorize } from "@/lib/policies/authorize";
import { claimView } from "@/lib/queries/claim";
import { command } from "./command";
import { endAssignments, makeAssignments } from "./write-assignments";

export const TakeClaim = z.object({ claimId: Id });

/** Takes a claim that still needs people for oneself. Twice is the same as once. */
export const takeClaim = command(TakeClaim, { summary: "Take a claim for oneself." }, async ({ actor, tx, now }, { claimId }) => {
  const { documentId } = await claimInScope(tx, actor, claimId);
  const document = await lockedDocument(tx, actor, documentId);
  // Read behind the lock: two may take the last place at once.
  const claim = await claimInScope(tx, actor, claimId);
  authorize(assignmentPolicy, actor, "take");
  const people = await tx.assignment.findMany({ where: { claimId, endedAt: null }, select: { personId: true } });
  if (people.some(({ personId }) => personId === actor.userId)) return claimView(tx, actor, claimId);
  const assessments = await tx.assessment.findMany({ where: { claimId, round: claim.round }, select: { reviewerId: true } });
  const on = { people, reviewerIds: assessments.map(({ reviewerId }) => reviewerId) };
  const closed = whyNotTake(document, { state: claim.state, assessed: claim.assessedAt !== null }, on, actor.userId);
  if (closed) throw new AppError("closed", closed);
  await makeAssignments(tx, actor, documentId, [{ claimId, personId: actor.userId, due: null }], now, "assignment.taken");
  return claimView(tx, actor, claimId);
});

/** Gives a claim that one works on back to the others. Without such a one it does nothing. */
export const giveBackClaim = command(TakeClaim, { summary: "Give a claim back that one works on." }, async ({ actor, tx, now }, { claimId }) => {
  const { documentId } = await claimInScope(tx, actor, claimId);
  await lockedDocument(tx, actor, documentId);
  authorize(assignmentPolicy, actor, "take");
  await endAssignments(tx, actor, documentId, [{ claimId, personId: actor.userId }], "given_back", now);
  return claimView(tx, actor, claimId);
});
