import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/fields";
import type { Actor } from "@/lib/domain/role";
import { OPEN } from "@/lib/queries/memberships";
import { command } from "./command";

export const SwitchWorkspace = z.object({ workspaceId: Id });

/**
 * Has the session stand in another workspace of the person's. What is open in the old one is cut off at once. Nothing of either workspace changes, and so their
 * logs say nothing of it.
 */
export const switchWorkspace = command(
  SwitchWorkspace,
  { summary: "Go to another of one's own workspaces.", sanctioned: "any", anywhere: true },
  async ({ actor, tx, now }, { workspaceId }) => {
    const membership = await tx.membership.findFirst({
      where: { userId: actor.userId, workspaceId, ...OPEN },
      select: { role: true, workspace: { select: { name: true } } },
    });
    if (!membership) throw new AppError("not_found", "You are not a member of such a workspace.");
    await enterWorkspace(tx, actor, workspaceId, now);
    return { id: workspaceId, name: membership.workspace.name, role: membership.role };
  },
);

/** Puts the session into the workspace, of which the person is a member. */
export async function enterWorkspace(tx: Tx, { userId, sessionId }: Pick<Actor, "userId" | "sessionId">, workspaceId: string, now: Date): Promise<void> {
  await tx.session.updateMany({ where: { id: sessionId, userId }, data: { workspaceId } });
  await tx.membership.updateMany({ where: { userId, workspaceId }, data: { openedAt: now } });
}
