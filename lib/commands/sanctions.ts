import type { Tx } from "@/lib/db/client";
import { shutsOut, type SanctionKind } from "@/lib/domain/moderation";
import type { Actor } from "@/lib/domain/role";
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

/** Ends whatever keeps the person from working. */
export async function endSanction(tx: Tx, actor: Actor, userId: string, now: Date): Promise<void> {
  await tx.sanction.updateMany({ where: { workspaceId: actor.workspaceId, userId, endedAt: null }, data: { endedAt: now } });
}
