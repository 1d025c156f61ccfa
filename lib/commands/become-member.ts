import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import type { Role } from "@/lib/domain/role";
import { record } from "@/lib/events/record";
import { dropHandedLinks } from "./account-tokens";

/** Throws `conflict` for who is a member already. */
export async function expectNoMember(tx: Tx, workspaceId: string, userId: string): Promise<void> {
  if (await tx.membership.findUnique({ where: { workspaceId_userId: { workspaceId, userId } }, select: { id: true } }))
    throw new AppError("conflict", "You are a member of this workspace already. Go there by the menu of your account.");
}

/** Makes somebody a member who may be one; `by` names in the log what let them in. */
export async function becomeMember(
  tx: Tx,
  { workspaceId, role }: { workspaceId: string; role: Role },
  userId: string,
  by: Prisma.InputJsonObject,
  now: Date,
): Promise<void> {
  // A link that an admin of the person's other workspace made would open this one, too.
  await dropHandedLinks(tx, userId);
  // Opened: whoever signs in next finds what they have just joined.
  await tx.membership.create({ data: { workspaceId, userId, role, openedAt: now } });
  await record(tx, { userId, workspaceId }, { type: "member.joined", after: { role }, ids: by });
}
