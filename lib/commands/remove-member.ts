import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/fields";
import { record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { workspacePolicy } from "@/lib/policies/workspace";
import { dropLinksOf } from "./account-tokens";
import { command } from "./command";
import { expectAnotherAdmin } from "./last-admin";
import { expectOwnerGetsIn } from "./owner-stays";
import { endAssignmentsOf } from "./write-assignments";

export const RemoveMember = z.object({ userId: Id });

/**
 * Ends a membership: somebody else's by an admin, one's own by anybody but the last admin. What the person wrote stays, with their name; their claims go back
 * to the pool, and what they have open is cut off at once.
 */
export const removeMember = command(RemoveMember, { summary: "Remove a member, or leave the workspace oneself." }, async ({ actor, tx, now }, { userId }) => {
  const member = await tx.membership.findUnique({ where: { workspaceId_userId: { workspaceId: actor.workspaceId, userId } } });
  if (!member) throw new AppError("not_found", "This workspace has no such member.");
  if (userId !== actor.userId) authorize(workspacePolicy, actor, "removeMembers");
  if (member.role === "admin") {
    await expectAnotherAdmin(tx, actor.workspaceId, userId, now);
    await dropLinksOf(tx, userId);
  }
  await expectOwnerGetsIn(tx, actor.workspaceId, userId, now);
  await endAssignmentsOf(tx, actor, userId, now);
  await tx.notification.deleteMany({ where: { workspaceId: actor.workspaceId, userId } });
  await tx.membership.delete({ where: { id: member.id } });
  await record(tx, actor, { type: userId === actor.userId ? "member.left" : "member.removed", before: { role: member.role }, ids: { userId } });
  return { userId };
});
