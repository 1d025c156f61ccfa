import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { claimInScope, trashedClaimInScope } from "@/lib/db/scopes";
import { AppError } from "@/lib/domain/errors";
import { Id, Version } from "@/lib/domain/fields";
import type { Actor } from "@/lib/domain/role";
import { eventPerson, eventRound } from "@/lib/events/log";
import { record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { claimPolicy } from "@/lib/policies/claim";
import { visibleTo } from "@/lib/policies/event";
import { assessedSelect, toAssessed } from "@/lib/queries/assessed-claim";
import { claimView } from "@/lib/queries/claim";
import { command } from "./command";
import { touchDocument } from "./touch-document";

export const TrashClaim = z.object({
  claimId: Id,
  /** Only as long as nobody but the actor has done anything to it, for those who take back what they marked. */
  unlessTouched: z.literal("true").optional(),
  /** Only when it is still this version. */
  ifVersion: z.coerce.number().pipe(Version).optional(),
});

/** Puts a claim in the trash; it can be restored. */
export const trashClaim = command(TrashClaim, { summary: "Put a claim in the trash." }, async ({ actor, tx, now }, input) => {
  const claim = await claimInScope(tx, actor, input.claimId);
  authorize(claimPolicy, actor, "delete", claim);
  await touchDocument(tx, claim.documentId, now);
  if (input.ifVersion !== undefined) await expectVersion(tx, actor, claim.id, input.ifVersion);
  if (input.unlessTouched) await expectUntouched(tx, actor, claim.id);
  await tx.claim.update({ where: { id: claim.id }, data: { deletedAt: now, version: { increment: 1 } } });
  await record(tx, actor, { type: "claim.trashed", documentId: claim.documentId, claimId: claim.id });
  return { id: claim.id, deleted: true };
});

async function expectVersion(tx: Tx, actor: Actor, claimId: string, version: number): Promise<void> {
  // Read behind the document's lock.
  const current = await claimView(tx, actor, claimId);
  if (current.version !== version) throw new AppError("conflict", "Somebody changed this claim since. Delete it in its menu if it should go.", { current });
}

/** What the actor may not know of, such as a blind assessment, does not count: the refusal would tell. */
async function expectUntouched(tx: Tx, actor: Actor, claimId: string): Promise<void> {
  const claim = await tx.claim.findUniqueOrThrow({ where: { id: claimId }, select: assessedSelect });
  const events = await tx.event.findMany({ where: { claimId, actorId: { not: actor.userId } }, select: { type: true, actorId: true, data: true } });
  const seen = events.some((event) => {
    const about = { ...event, round: eventRound(event.data), personId: eventPerson(event.data) };
    return visibleTo(actor, about, toAssessed(claim)) !== "hidden";
  });
  if (!seen) return;
  const message = "Somebody else has worked on this claim since you marked it, and would lose that. Delete it in its menu if it should go.";
  throw new AppError("conflict", message, { current: await claimView(tx, actor, claimId) });
}

export const RestoreClaim = z.object({ claimId: Id });

/** Takes a claim out of the trash. */
export const restoreClaim = command(RestoreClaim, { summary: "Take a claim out of the trash." }, async ({ actor, tx, now }, input) => {
  const claim = await trashedClaimInScope(tx, actor, input.claimId);
  authorize(claimPolicy, actor, "delete", claim);
  await touchDocument(tx, claim.documentId, now);
  await tx.claim.update({ where: { id: claim.id }, data: { deletedAt: null, version: { increment: 1 } } });
  await record(tx, actor, { type: "claim.restored", documentId: claim.documentId, claimId: claim.id });
  return claimView(tx, actor, claim.id);
});
