import type { Tx } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import type { DecisionKind } from "@/lib/domain/moderation";
import type { Actor } from "@/lib/domain/role";
import { inForce } from "@/lib/queries/sanctions";
import { endAssignmentsOf } from "./write-assignments";

/** Keeps a member from working, or from coming in; the workspace is locked. The last admin who can act stays able to. */
export async function sanction(
  tx: Tx,
  actor: Actor,
  userId: string,
  { decisionId, kind, until }: { decisionId: string; kind: DecisionKind; until: Date | null },
  now: Date,
): Promise<void> {
  if (kind !== "restrict" && kind !== "suspend" && kind !== "ban") return;
  const { workspaceId } = actor;
  const others = await tx.membership.count({
    where: { workspaceId, role: "admin", userId: { not: userId }, user: { suspendedAt: null, sanctions: { none: { workspaceId, ...inForce(now) } } } },
  });
  if (others === 0) throw new AppError("conflict", "Nobody else could run this workspace. Make somebody else an admin first.");
  await tx.sanction.create({ data: { workspaceId, userId, kind, until, decisionId, createdAt: now }, select: { id: true } });
  if (kind !== "restrict") await endAssignmentsOf(tx, actor, userId, now);
}

/** Ends whatever keeps the person from working. */
export async function endSanction(tx: Tx, actor: Actor, userId: string, now: Date): Promise<void> {
  await tx.sanction.updateMany({ where: { workspaceId: actor.workspaceId, userId, endedAt: null }, data: { endedAt: now } });
}
