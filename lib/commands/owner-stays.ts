import type { Tx } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { SHUTTING_OUT } from "@/lib/domain/moderation";
import { OPEN } from "@/lib/queries/memberships";
import { inForce } from "@/lib/queries/sanctions";

/**
 * Throws `conflict` when this workspace is the last door of the one who runs the instance: without it nobody could. Two who close doors at once wait for each
 * other.
 */
export async function expectOwnerGetsIn(tx: Tx, workspaceId: string, userId: string, now: Date): Promise<void> {
  const [user] = await tx.$queryRaw<{ owner: boolean }[]>`SELECT "owner" FROM "User" WHERE "id" = ${userId} FOR NO KEY UPDATE`;
  if (!user?.owner) return;
  const others = await tx.membership.findMany({ where: { userId, workspaceId: { not: workspaceId }, ...OPEN }, select: { workspaceId: true } });
  const barred = await tx.sanction.findMany({ where: { userId, kind: { in: [...SHUTTING_OUT] }, ...inForce(now) }, select: { workspaceId: true } });
  if (others.some((other) => !barred.some((sanction) => sanction.workspaceId === other.workspaceId))) return;
  throw new AppError(
    "conflict",
    "This is the last workspace of the person who runs the instance. They must hand the instance over first, or join another one.",
  );
}
