import type { Tx } from "@/lib/db/client";
import { USUAL_SWITCHES, type NotificationKind } from "@/lib/domain/notification";
import { SHUTTING_OUT } from "@/lib/domain/moderation";
import type { Actor } from "@/lib/domain/role";
import { OF_MODERATION, rolesToldOf } from "@/lib/policies/notification";
import { inForce } from "@/lib/queries/sanctions";

/** What somebody is told of, before it is written. */
interface NewNotification {
  kind: NotificationKind;
  /** The people concerned; "everybody" are all whose role is told of the kind. Oneself is never told. */
  to: readonly string[] | "everybody";
  /** None where a decision of moderators is told. */
  documentId?: string;
  decisionId?: string;
  claimId?: string | null;
  comment?: { id: string; threadId: string };
  /** "nobody" where the name, or that there is one, would tell who assessed. */
  by?: "actor" | "nobody";
}

/**
 * Tells people of what the actor did, in the transaction of the deed. Whoever is not, or not any more, in the workspace, is suspended, has a role that is
 * not told of the kind, or has switched it off, is left out; so is who may not come in, but of moderation. An unread notification of the same kind about
 * the same claim gives way to the new one.
 */
export async function notify(tx: Tx, actor: Pick<Actor, "userId" | "workspaceId">, notification: NewNotification, now: Date): Promise<void> {
  const { kind, to, documentId = null, decisionId = null, claimId = null, comment, by = "actor" } = notification;
  if (to !== "everybody" && to.length === 0) return;
  const { workspaceId } = actor;
  const members = await tx.membership.findMany({
    where: {
      workspaceId,
      role: { in: rolesToldOf(kind) },
      userId: to === "everybody" ? { not: actor.userId } : { in: [...to], not: actor.userId },
      user: {
        suspendedAt: null,
        ...(OF_MODERATION.includes(kind) ? {} : { sanctions: { none: { workspaceId, kind: { in: [...SHUTTING_OUT] }, ...inForce(now) } } }),
      },
    },
    select: { userId: true, user: { select: { notificationSwitches: { where: { kind }, select: { inPage: true, mail: true } } } } },
  });
  const told = members.flatMap(({ userId, user }) => {
    const { inPage, mail } = user.notificationSwitches[0] ?? USUAL_SWITCHES[kind];
    return inPage || mail !== "off" ? [{ userId, inPage, mail }] : [];
  });
  if (told.length === 0) return;
  const about = { kind, documentId, decisionId, claimId, commentId: comment?.id ?? null };
  await tx.notification.deleteMany({ where: { ...about, userId: { in: told.map(({ userId }) => userId) }, readAt: null } });
  const causedById = by === "actor" ? actor.userId : null;
  await tx.notification.createMany({
    data: told.map((person) => ({ ...about, ...person, workspaceId, threadId: comment?.threadId ?? null, causedById, createdAt: now })),
  });
}
