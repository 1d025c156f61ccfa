import { z } from "zod";
import { AppError, invalidField } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/fields";
import { MAIL_PACES, NOTIFICATION_KINDS } from "@/lib/domain/notification";
import { kindsFor } from "@/lib/policies/notification";
import { unreadCount } from "@/lib/queries/notifications";
import { inSight } from "@/lib/queries/notifications-in-sight";
import { switchesView } from "@/lib/queries/notification-switches";
import { command } from "./command";

export const ReadNotification = z.object({ notificationId: Id });

/** Marks one notification as read. */
export const readNotification = command(
  ReadNotification,
  { summary: "Mark one of one's notifications as read.", sanctioned: "restricted" },
  async ({ actor, tx, now }, input) => {
    const found = await tx.notification.findFirst({ where: { ...inSight(actor), id: input.notificationId }, select: { id: true, readAt: true } });
    if (!found) throw new AppError("not_found", "This notification does not exist, or is not yours.");
    if (!found.readAt) await tx.notification.update({ where: { id: found.id }, data: { readAt: now } });
    return { unread: await unreadCount(tx, actor) };
  },
);

export const ReadNotifications = z.object({
  /** Those written up to this moment: what came after one has looked is not read. */
  until: z.iso.datetime("Write the moment as in 2026-11-24T12:00:00Z.").optional(),
  /** Those about this claim itself; what was said about it is read with its discussion. */
  claimId: Id.optional(),
  /** Those about quotes of this document that lost their place. */
  documentId: Id.optional(),
});

/** Marks all of one's notifications as read, or those about one thing. Those of which one may not know yet stay as they are. */
export const readNotifications = command(
  ReadNotifications,
  { summary: "Mark one's notifications as read: all, or those about one thing.", sanctioned: "restricted" },
  async ({ actor, tx, now }, { until, claimId, documentId }) => {
    await tx.notification.updateMany({
      where: {
        ...inSight(actor),
        readAt: null,
        ...(until === undefined ? {} : { createdAt: { lte: new Date(until) } }),
        ...(claimId === undefined ? {} : { claimId, commentId: null }),
        ...(documentId === undefined ? {} : { documentId, kind: "quotes_in_doubt" }),
      },
      data: { readAt: now },
    });
    return { unread: await unreadCount(tx, actor) };
  },
);

export const SetSwitch = z.object({
  kind: z.enum(NOTIFICATION_KINDS),
  inPage: z.boolean().optional(),
  mail: z.enum(MAIL_PACES).optional(),
});

/** Says how one wants to be told of one kind from now on. */
export const setSwitch = command(
  SetSwitch,
  { summary: "Say how one is told of one kind of thing.", sanctioned: "restricted" },
  async ({ actor, tx }, { kind, inPage, mail }) => {
    if (!kindsFor(actor).includes(kind)) throw invalidField("kind", `Your role (${actor.role}) is not told of this.`);
    const before = (await switchesView(tx, actor)).items.find((each) => each.kind === kind);
    const next = { inPage: inPage ?? before?.inPage ?? true, mail: mail ?? before?.mail ?? "off" };
    const key = { userId: actor.userId, kind };
    await tx.notificationSwitch.upsert({ where: { userId_kind: key }, create: { ...key, ...next }, update: next });
    return switchesView(tx, actor);
  },
);
