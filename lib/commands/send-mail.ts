import { db, type Tx } from "@/lib/db/client";
import { isConfidential } from "@/lib/domain/evidence";
import { env } from "@/lib/env";
import type { Mailbox } from "@/lib/mail/mailbox";
import { notificationLetter, switchesUrl, type Told } from "@/lib/mail/notification-letter";
import { decidedSelect, toDecidedView } from "@/lib/queries/notifications";
import { inSight } from "@/lib/queries/notifications-in-sight";
import { recipientOf } from "./gather-mail";

/** For so long a letter belongs to the process that sends it, in milliseconds: longer than any conversation with a server lasts. */
const HOLD_MS = 10 * 60_000;
/** How long to wait after each failure; after the last the letter is given up. In minutes. */
const WAITS = [1, 5, 15, 60, 240, 480, 720];

/** Sends the letters that are due, one after the other, until none is left or one fails. Throws what the server said to that one. */
export async function sendMail(now: Date, mailbox: Mailbox): Promise<void> {
  for (let mail = await hold(now); mail; mail = await hold(now)) await deliver(mail, now, mailbox);
}

interface Held {
  id: string;
  workspaceId: string;
  userId: string;
  attempts: number;
}

/** Takes a due letter for this process; null when there is none. Of several that reach for it, one gets it. */
async function hold(now: Date): Promise<Held | null> {
  const prisma = await db();
  const due = { sentAt: null, givenUpAt: null, dueAt: { lte: now }, OR: [{ heldUntil: null }, { heldUntil: { lte: now } }] };
  for (;;) {
    const mail = await prisma.mail.findFirst({ where: due, select: { id: true, workspaceId: true, userId: true, attempts: true }, orderBy: { dueAt: "asc" } });
    if (!mail) return null;
    const { count } = await prisma.mail.updateMany({
      where: { ...due, id: mail.id, attempts: mail.attempts },
      data: { heldUntil: new Date(now.getTime() + HOLD_MS), attempts: { increment: 1 } },
    });
    if (count === 1) return { ...mail, attempts: mail.attempts + 1 };
  }
}

async function deliver({ id, workspaceId, userId, attempts }: Held, now: Date, mailbox: Mailbox): Promise<void> {
  const prisma = await db();
  const recipient = await recipientOf(prisma, workspaceId, userId, now);
  const told = recipient ? await stillTold(prisma, recipient, id) : [];
  if (!recipient || told.length === 0) {
    await prisma.mail.update({ where: { id }, data: { givenUpAt: now, heldUntil: null }, select: { id: true } });
    return;
  }
  try {
    await mailbox.send({
      to: { name: recipient.name, address: recipient.email },
      ...notificationLetter(told, env.APP_URL),
      messageId: `<${id}@${new URL(env.APP_URL).hostname}>`,
      switchesUrl: switchesUrl(env.APP_URL),
    });
  } catch (error) {
    const wait = WAITS[attempts - 1];
    const next = wait === undefined ? { givenUpAt: now } : { dueAt: new Date(now.getTime() + wait * 60_000) };
    await prisma.mail.update({ where: { id }, data: { ...next, heldUntil: null }, select: { id: true } });
    throw error;
  }
  await prisma.mail.update({ where: { id }, data: { sentAt: now, heldUntil: null }, select: { id: true } });
}

const confidentialSelect = { confidential: true, source: { select: { confidential: true } } } as const;

/** What the letter still has to say at this moment: what its receiver may know, has not read, and has not switched off. */
async function stillTold(tx: Tx, recipient: Parameters<typeof inSight>[0], mailId: string): Promise<Told[]> {
  const off = await tx.notificationSwitch.findMany({ where: { userId: recipient.userId, mail: "off" }, select: { kind: true } });
  const rows = await tx.notification.findMany({
    where: { ...inSight(recipient, "mail"), mailId, readAt: null, NOT: { kind: { in: off.map(({ kind }) => kind) } } },
    select: {
      kind: true,
      causedBy: { select: { id: true, name: true } },
      document: { select: { id: true, title: true } },
      decision: decidedSelect,
      claim: { select: { id: true, number: true, evidence: { select: confidentialSelect } } },
      comment: { select: { id: true, body: true } },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ kind, causedBy, document, decision, claim, comment }) => {
    // Where a source is confidential, what is said may name it: that stays at the desk.
    const stays = claim?.evidence.some(isConfidential) ?? false;
    return {
      ...{ kind, by: causedBy, document, decision: toDecidedView(decision) },
      claim: claim && { id: claim.id, number: claim.number },
      comment: comment && { id: comment.id, words: stays ? null : comment.body },
    };
  });
}
