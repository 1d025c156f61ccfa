import type { Tx } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { ableAdmin } from "@/lib/queries/instance";

/**
 * Throws `conflict`, with the name of the workspace when it is given, when nobody but this person could run the workspace: no other admin who may come in. Two who step down at once wait for each other, so that
 * one of them stays.
 */
export async function expectAnotherAdmin(tx: Tx, workspaceId: string, userId: string, now: Date, name?: string): Promise<void> {
  await tx.$queryRaw`SELECT "id" FROM "Workspace" WHERE "id" = ${workspaceId} FOR NO KEY UPDATE`;
  const others = await tx.membership.count({ where: { workspaceId, userId: { not: userId }, ...ableAdmin(workspaceId, now) } });
  if (others === 0)
    throw new AppError("conflict", `Nobody else could run ${name === undefined ? "this workspace" : `“${name}”`}. Make somebody else an admin first.`);
}
