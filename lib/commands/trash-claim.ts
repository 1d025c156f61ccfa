import { z } from "zod";
import { claimInScope, trashedClaimInScope } from "@/lib/db/scopes";
import { Id } from "@/lib/domain/fields";
import { record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { claimPolicy } from "@/lib/policies/claim";
import { claimView } from "@/lib/queries/claim";
import { command } from "./command";
import { touchDocument } from "./touch-document";

export const TrashClaim = z.object({ claimId: Id });

/** Puts a claim in the trash; it can be restored. */
export const trashClaim = command(TrashClaim, { summary: "Put a claim in the trash." }, async ({ actor, tx, now }, input) => {
  const claim = await claimInScope(tx, actor, input.claimId);
  authorize(claimPolicy, actor, "delete", claim);
  await touchDocument(tx, claim.documentId, now);
  await tx.claim.update({ where: { id: claim.id }, data: { deletedAt: now, version: { increment: 1 } } });
  await record(tx, actor, { type: "claim.trashed", documentId: claim.documentId, claimId: claim.id });
  return { id: claim.id, deleted: true };
});

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
