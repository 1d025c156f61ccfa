import { randomUUID } from "node:crypto";
import { z } from "zod";
import { db, type Tx } from "@/lib/db/client";
import { AppError, invalidField } from "@/lib/domain/errors";
import { DELETED_NAME, type Actor } from "@/lib/domain/role";
import { record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { instancePolicy } from "@/lib/policies/instance";
import { command, preparedCommand } from "./command";
import { PersonById } from "./instance";
import { expectAnotherAdmin } from "./last-admin";
import { NO_PASSWORD, verifyPassword } from "./password";
import { dropSecondFactor } from "./second-factor";
import { endAssignmentsOf } from "./write-assignments";

/** No letter reaches it, and nobody signs in with it. */
const DELETED_DOMAIN = "@deleted.invalid";

/** For so long after signing in it is known who is there, in minutes. */
const FRESH_MINUTES = 10;

/** The password counts for who has one. */
export const DeleteAccount = z.object({ password: z.string().max(512).default("") });

/** Deletes one's own account. What one wrote stays, without one's name. */
export const deleteAccount = preparedCommand(
  DeleteAccount,
  { summary: "Delete one's own account; what one wrote stays, without one's name.", sanctioned: "restricted", guarded: true },
  async (actor, { password }) => {
    const user = await (await db()).user.findUniqueOrThrow({ where: { id: actor.userId }, select: { passwordHash: true, demo: true } });
    if (user.demo) throw new AppError("forbidden", "A demo account cannot be deleted.");
    if (user.passwordHash === NO_PASSWORD) await expectFresh(actor, new Date());
    else if (!(await verifyPassword(user.passwordHash, password))) throw invalidField("password", "This is not your password.");
  },
  async ({ actor, tx, now }) => {
    await anonymise(tx, actor.userId, actor.userId, now);
    return { userId: actor.userId };
  },
);

/** Who has no password shows who they are by having just signed in. Throws `forbidden`. */
async function expectFresh({ sessionId }: Actor, now: Date): Promise<void> {
  const { createdAt } = await (await db()).session.findUniqueOrThrow({ where: { id: sessionId }, select: { createdAt: true } });
  if (now.getTime() - createdAt.getTime() > FRESH_MINUTES * 60_000)
    throw new AppError(
      "forbidden",
      `You have no password by which it could be seen that it is you. Sign out, sign in again, and delete the account within ${String(FRESH_MINUTES)} minutes of that.`,
    );
}

/** Deletes somebody's account, for those who run the instance. */
export const deletePerson = command(
  PersonById,
  { summary: "Delete a person's account; what they wrote stays, without their name." },
  async ({ actor, tx, now }, { userId }) => {
    authorize(instancePolicy, actor, "run");
    await anonymise(tx, actor.userId, userId, now);
    return { userId };
  },
);

/**
 * Takes a person out of the record of what was done: name, address, password, second factor, sessions, notifications and memberships go; what was written
 * stays, by nobody, also where it is published. Throws `conflict` where nobody else could run a workspace, or the instance.
 */
async function anonymise(tx: Tx, actorId: string, userId: string, now: Date): Promise<void> {
  const [user] = await tx.$queryRaw<
    { owner: boolean; email: string }[]
  >`SELECT "owner", "email" FROM "User" WHERE "id" = ${userId} AND "deletedAt" IS NULL FOR UPDATE`;
  if (!user) throw new AppError("not_found", "There is no such person on this instance.");
  if (user.owner) throw new AppError("conflict", "Whoever runs the instance hands it over first, on the page Instance.");
  const memberships = await tx.membership.findMany({
    where: { userId },
    select: { role: true, workspaceId: true, workspace: { select: { name: true } } },
    orderBy: { workspaceId: "asc" },
  });
  for (const { role, workspaceId, workspace } of memberships) {
    if (role === "admin") await expectAnotherAdmin(tx, workspaceId, userId, now, workspace.name);
    await endAssignmentsOf(tx, { userId: actorId, workspaceId }, userId, now);
    await record(tx, { userId: actorId, workspaceId }, { type: "account.deleted", before: { role }, ids: { userId } });
  }
  const own = { where: { userId } };
  await tx.membership.deleteMany(own);
  await tx.session.deleteMany(own);
  await tx.accountToken.deleteMany({ where: { OR: [{ userId }, { madeById: userId }] } });
  await tx.joinLink.deleteMany({ where: { email: user.email } });
  await tx.linkRequest.deleteMany({ where: { email: user.email } });
  await forgetInvitations(tx, actorId, userId, user.email);
  await renamePublished(tx, userId);
  await dropSecondFactor(tx, userId);
  await tx.notification.deleteMany(own);
  await tx.notificationSwitch.deleteMany(own);
  await tx.mail.deleteMany(own);
  await tx.mention.deleteMany(own);
  await tx.threadSeen.deleteMany(own);
  await tx.idempotencyKey.deleteMany(own);
  await tx.user.update({
    where: { id: userId },
    data: { name: DELETED_NAME, email: `${randomUUID()}${DELETED_DOMAIN}`, passwordHash: NO_PASSWORD, suspendedAt: now, deletedAt: now },
    select: { id: true },
  });
}

/** What they accepted stays without the address; what waits for them goes: without the address anybody could accept it. */
async function forgetInvitations(tx: Tx, actorId: string, userId: string, email: string): Promise<void> {
  await tx.invitation.updateMany({ where: { acceptedById: userId }, data: { email: null } });
  const waiting = await tx.invitation.findMany({ where: { email, acceptedAt: null }, select: { id: true, workspaceId: true, revokedAt: true } });
  await tx.invitation.deleteMany({ where: { id: { in: waiting.map(({ id }) => id) } } });
  for (const { id, workspaceId, revokedAt } of waiting)
    if (!revokedAt) await record(tx, { userId: actorId, workspaceId }, { type: "invitation.revoked", ids: { invitationId: id } });
}

/** Published corrections are read with the names of today (see lib/queries/kept-report.ts); what was made of them with the name is made anew. */
async function renamePublished(tx: Tx, byId: string): Promise<void> {
  await tx.publicPage.updateMany({ where: { document: { corrections: { some: { byId } } } }, data: { version: { increment: 1 } } });
}
