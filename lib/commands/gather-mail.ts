import { db, type Tx } from "@/lib/db/client";
import type { MailPace } from "@/lib/domain/notification";
import type { Actor } from "@/lib/domain/role";
import { OPEN } from "@/lib/queries/memberships";
import { inSight } from "@/lib/queries/notifications-in-sight";
import { activeSanctions } from "@/lib/queries/sanctions";

/** What comes together within so many milliseconds makes one letter. */
const GATHER_MS = 90_000;
/** What was not sent for so long is not sent any more: the page has it. */
const STALE_MS = 3 * 24 * 60 * 60 * 1000;
/** The hour of the daily letter, UTC. */
const DAILY_HOUR = 7;

/** Somebody who may be written to, in one workspace, as they are now. */
type Recipient = Pick<Actor, "userId" | "workspaceId" | "role" | "sanction" | "name" | "email">;

/** The person, unless they left, are suspended, are of the demo, whose addresses are nobody's, or the workspace is closed. */
export async function recipientOf(tx: Tx, workspaceId: string, userId: string, now: Date): Promise<Recipient | null> {
  const member = await tx.membership.findFirst({
    where: { workspaceId, userId, user: { suspendedAt: null, demo: false }, ...OPEN },
    select: { role: true, user: { select: { name: true, email: true } } },
  });
  if (!member) return null;
  const sanction = (await activeSanctions(tx, workspaceId, [userId], now)).get(userId);
  return { userId, workspaceId, role: member.role, ...member.user, ...(sanction ? { sanction } : {}) };
}

/** Makes letters of the notifications whose time has come. Each goes into one letter, whoever else gathers at the same time. */
export async function gatherMail(now: Date): Promise<void> {
  const prisma = await db();
  const people = await prisma.notification.findMany({
    where: { mail: { not: "off" }, mailId: null, readAt: null, createdAt: { gt: new Date(now.getTime() - STALE_MS) } },
    select: { workspaceId: true, userId: true },
    distinct: ["workspaceId", "userId"],
  });
  for (const { workspaceId, userId } of people) {
    const recipient = await recipientOf(prisma, workspaceId, userId, now);
    if (!recipient) continue;
    await prisma.$transaction((tx) => gather(tx, recipient, "immediate", now));
    await prisma.$transaction((tx) => gather(tx, recipient, "daily", now));
  }
}

async function gather(tx: Tx, recipient: Recipient, pace: Exclude<MailPace, "off">, now: Date): Promise<void> {
  const day = pace === "daily" ? new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate())) : null;
  const until = day ? new Date(day.getTime() + DAILY_HOUR * 60 * 60 * 1000) : now;
  if (until > now) return;
  const waiting = await tx.notification.findMany({
    where: { ...inSight(recipient, "mail"), mail: pace, mailId: null, readAt: null, createdAt: { gt: new Date(now.getTime() - STALE_MS), lte: until } },
    select: { id: true, createdAt: true },
    orderBy: { createdAt: "asc" },
  });
  const oldest = waiting[0];
  if (!oldest || (pace === "immediate" && now.getTime() - oldest.createdAt.getTime() < GATHER_MS)) return;
  const { workspaceId, userId } = recipient;
  // One a day: whoever comes second, or comes again because the clock was set back, makes none.
  const made = await tx.mail.createManyAndReturn({
    data: [{ workspaceId, userId, day, createdAt: now, dueAt: now }],
    skipDuplicates: true,
    select: { id: true },
  });
  const mail = made[0];
  if (!mail) return;
  const taken = await tx.notification.updateMany({ where: { id: { in: waiting.map(({ id }) => id) }, mailId: null }, data: { mailId: mail.id } });
  if (taken.count === 0) await tx.mail.delete({ where: { id: mail.id } });
}
