import { z } from "zod";
import { query } from "@/lib/commands/command";
import { db, type Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { DecidedView, NotificationsView, NotificationView } from "@/lib/domain/notification";
import type { Actor } from "@/lib/domain/role";
import { inSight } from "./notifications-in-sight";

/** The longest beginning of a comment, in characters. */
const BEGINNING = 200;

export const ListNotifications = z.object({
  /** The `next` of the page before. */
  cursor: z
    .string()
    .regex(/^(unread|read)~\d{1,15}~[\w-]{1,64}$/, "Give the `next` of the page before.")
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});

/** What of a decision goes with a notification. */
export const decidedSelect = {
  select: { id: true, kind: true, subject: true, appeal: { select: { outcome: true } } },
} satisfies Prisma.Notification$decisionArgs;

/** It as whom it concerns is told. */
export function toDecidedView(row: Prisma.ModerationDecisionGetPayload<typeof decidedSelect> | null): DecidedView | null {
  return row && { id: row.id, kind: row.kind, subject: row.subject, appeal: row.appeal?.outcome ?? null };
}

const notificationSelect = {
  ...{ id: true, kind: true, createdAt: true, readAt: true },
  causedBy: { select: { id: true, name: true } },
  document: { select: { id: true, title: true } },
  decision: decidedSelect,
  claim: { select: { id: true, number: true, statement: true } },
  comment: { select: { id: true, body: true } },
} satisfies Prisma.NotificationSelect;

/** One's notifications, the unread ones first, then the latest. */
export const listNotifications = query(
  ListNotifications,
  { summary: "List one's notifications, the unread ones first." },
  async (actor, { cursor, limit }): Promise<NotificationsView> => {
    const prisma = await db();
    const after = cursor === undefined ? null : readCursor(cursor);
    const unread = after?.side === "read" ? [] : await page(prisma, actor, "unread", after, limit + 1);
    const rest = limit + 1 - unread.length;
    const read = rest > 0 ? await page(prisma, actor, "read", after?.side === "read" ? after : null, rest) : [];
    const rows = [...unread, ...read];
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map(toView),
      next: last && rows.length > limit ? `${last.readAt ? "read" : "unread"}~${String(last.createdAt.getTime())}~${last.id}` : null,
      unread: await unreadCount(prisma, actor),
    };
  },
);

export const CountNotifications = z.object({});

/** How many of one's notifications one has not read. */
export const countNotifications = query(CountNotifications, { summary: "Count one's unread notifications." }, async (actor) => ({
  unread: await unreadCount(await db(), actor),
}));

/** How many notifications the actor has not read, of those that they may know of. */
export async function unreadCount(tx: Tx, actor: Actor): Promise<number> {
  return tx.notification.count({ where: { ...inSight(actor), readAt: null } });
}

interface Cursor {
  side: "unread" | "read";
  at: Date;
  id: string;
}

function readCursor(cursor: string): Cursor {
  const [side, at, id = ""] = cursor.split("~");
  return { side: side === "read" ? "read" : "unread", at: new Date(Number(at)), id };
}

async function page(tx: Tx, actor: Actor, side: Cursor["side"], after: Cursor | null, take: number) {
  return tx.notification.findMany({
    where: {
      ...inSight(actor),
      readAt: side === "unread" ? null : { not: null },
      ...(after ? { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] } : {}),
    },
    select: notificationSelect,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take,
  });
}

function toView({
  id,
  kind,
  createdAt,
  readAt,
  causedBy,
  document,
  decision,
  claim,
  comment,
}: Prisma.NotificationGetPayload<{ select: typeof notificationSelect }>): NotificationView {
  return {
    ...{ id, kind, by: causedBy, document, decision: toDecidedView(decision), claim },
    comment: comment && { id: comment.id, beginning: beginningOf(comment.body) },
    at: createdAt.toISOString(),
    read: readAt !== null,
  };
}

function beginningOf(body: string): string {
  const characters = [...body.replace(/\s+/g, " ").trim()];
  return characters.length > BEGINNING ? `${characters.slice(0, BEGINNING - 1).join("")}…` : characters.join("");
}
