import type { Tx } from "@/lib/db/client";
import { shutsOut, type SanctionKind } from "@/lib/domain/moderation";
import type { Actor } from "@/lib/domain/role";
import { recordAll, type NewEvent } from "@/lib/events/record";
import { expectAnotherAdmin } from "./last-admin";
import { expectOwnerGetsIn } from "./owner-stays";
import { endAssignmentsOf } from "./write-assignments";

/** Keeps a member from working as others do, or from coming in; the workspace is locked. The last admin who can act stays able to. */
export async function sanction(
  tx: Tx,
  actor: Actor,
  userId: string,
  { decisionId, kind, until }: { decisionId: string; kind: SanctionKind; until: Date | null },
  now: Date,
): Promise<void> {
  const { workspaceId } = actor;
  await expectAnotherAdmin(tx, workspaceId, userId, now);
  if (shutsOut(kind)) await expectOwnerGetsIn(tx, workspaceId, userId, now);
  await tx.sanction.create({ data: { workspaceId, userId, kind, until, decisionId, createdAt: now }, select: { id: true } });
  if (shutsOut(kind)) await endAssignmentsOf(tx, actor, userId, now);
}

/** Has what ended at a moment keep the person from working again: lifting it is taken back. */
export async function beginSanctionAgain(tx: Tx, actor: Actor, userId: string, endedAt: Date, now: Date): Promise<void> {
  const { workspaceId } = actor;
  await expectAnotherAdmin(tx, workspaceId, userId, now);
  await expectOwnerGetsIn(tx, workspaceId, userId, now);
  await tx.sanction.updateMany({ where: { workspaceId, userId, endedAt }, data: { endedAt: null } });
}

/** Gives a person the claims again that they were taken off at a moment, as far as nobody has locked them since. They are not told. */
export async function giveAssignmentsBack(tx: Tx, actor: Actor, personId: string, endedAt: Date): Promise<void> {
  const { workspaceId } = actor;
  const rows = await tx.assignment.findMany({
    where: { workspaceId, personId, endedAt, endedBecause: "left", claim: { lockedAt: null, document: { lockedAt: null } } },
    select: { claimId: true, claim: { select: { documentId: true } } },
  });
  for (const documentId of [...new Set(rows.map(({ claim }) => claim.documentId))].sort()) {
    const claims = rows.filter(({ claim }) => claim.documentId === documentId).map(({ claimId }) => claimId);
    await tx.assignment.updateMany({ where: { personId, claimId: { in: claims } }, data: { endedAt: null, endedBecause: null } });
    const events = claims.map((claimId): NewEvent => ({ type: "assignment.made", claimId, after: { assigneeId: personId }, ids: { personId } }));
    await recordAll(tx, actor, documentId, events);
  }
}

/** Ends whatever keeps the person from working. */
export async function endSanction(tx: Tx, actor: Actor, userId: string, now: Date): Promise<void> {
  await tx.sanction.updateMany({ where: { workspaceId: actor.workspaceId, userId, endedAt: null }, data: { endedAt: now } });
}
