import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/fields";
import { ROLES } from "@/lib/domain/role";
import { record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { workspacePolicy } from "@/lib/policies/workspace";
import { dropLinksOf } from "./account-tokens";
import { command } from "./command";
import { expectAnotherAdmin } from "./last-admin";
import { endAssignmentsOf } from "./write-assignments";

export const ChangeRole = z.object({ userId: Id, role: z.enum(ROLES) });

/** Changes a member's role. The last admin stays one. Whoever only reads from now on is taken off their claims. */
export const changeRole = command(ChangeRole, { summary: "Change a member's role." }, async ({ actor, tx, now }, input) => {
  const member = await tx.membership.findUnique({ where: { workspaceId_userId: { workspaceId: actor.workspaceId, userId: input.userId } } });
  if (!member) throw new AppError("not_found", "This workspace has no such member.");
  authorize(workspacePolicy, actor, "changeRoles");
  if (member.role === "admin" && input.role !== "admin") {
    await expectAnotherAdmin(tx, actor.workspaceId, input.userId, now);
    await dropLinksOf(tx, input.userId);
  }
  await tx.membership.update({ where: { id: member.id }, data: { role: input.role } });
  await record(tx, actor, { type: "member.role_changed", before: { role: member.role }, after: { role: input.role }, ids: { userId: input.userId } });
  if (input.role === "reader") await endAssignmentsOf(tx, actor, input.userId, now);
  return { userId: input.userId, role: input.role };
});
