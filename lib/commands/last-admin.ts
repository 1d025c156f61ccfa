import type { Tx } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";

/** Throws `conflict` when nobody else is an admin of the workspace. Two who step down at once wait for each other, so that one of them stays. */
export async function expectAnotherAdmin(tx: Tx, workspaceId: string, userId: string): Promise<void> {
  await tx.$queryRaw`SELECT "id" FROM "Workspace" WHERE "id" = ${workspaceId} FOR NO KEY UPDATE`;
  const others = await tx.membership.count({ where: { workspaceId, role: "admin", userId: { not: userId } } });
  if (others === 0) throw new AppError("conflict", "The last admin must stay one. Make somebody else an admin first.");
}
