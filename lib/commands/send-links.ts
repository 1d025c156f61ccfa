import { db } from "@/lib/db/client";
import type { LinkRequest } from "@/lib/db/generated/client";
import { LINK_MINUTES } from "@/lib/domain/token";
import { env } from "@/lib/env";
import { cutOffLetter } from "@/lib/mail/cut-off-letter";
import { linkLetter, type LinkKind } from "@/lib/mail/link-letter";
import type { Mailbox } from "@/lib/mail/mailbox";
import { joinableWorkspaces } from "@/lib/queries/joinable";
import { OPEN } from "@/lib/queries/memberships";
import { issueToken } from "./account-tokens";
import { issueJoinLink } from "./join-by-domain";

/** How long to wait after each attempt; after the last the request is dropped. In minutes. A process that dies meanwhile leaves it to the next. */
const WAITS = [1, 5, 15];
const MINUTE_MS = 60_000;

/** Sends the links that were asked for, to those who have an account. Throws what the mail server said to the first that failed. */
export async function sendLinks(now: Date, mailbox: Mailbox): Promise<void> {
  for (let asked = await take(now); asked; asked = await take(now)) {
    await deliver(asked, now, mailbox);
    await (await db()).linkRequest.deleteMany({ where: { id: asked.id } });
  }
}

/** Takes a request for this process by putting it off; of several that reach for it, one gets it. */
async function take(now: Date): Promise<LinkRequest | null> {
  const prisma = await db();
  for (;;) {
    const asked = await prisma.linkRequest.findFirst({ where: { dueAt: { lte: now } }, orderBy: { dueAt: "asc" } });
    if (!asked) return null;
    const wait = WAITS[asked.attempts];
    const same = { id: asked.id, attempts: asked.attempts };
    if (wait === undefined) {
      await prisma.linkRequest.deleteMany({ where: same });
      continue;
    }
    const dueAt = new Date(now.getTime() + wait * MINUTE_MS);
    const { count } = await prisma.linkRequest.updateMany({ where: same, data: { dueAt, attempts: { increment: 1 } } });
    if (count === 1) return asked;
  }
}

async function deliver(asked: LinkRequest, now: Date, mailbox: Mailbox): Promise<void> {
  const made = await lettersWords(asked, now);
  if (!made) return;
  const { name, words } = made;
  await mailbox.send({
    to: { name, address: asked.email },
    ...words,
    messageId: `<${asked.id}@${new URL(env.APP_URL).hostname}>`,
    switchesUrl: null,
  });
}

interface Words {
  name: string;
  words: { subject: string; text: string; html: string };
}

/** To whom what is written; null for who gets no letter. */
async function lettersWords({ kind, email }: LinkRequest, now: Date): Promise<Words | null> {
  const prisma = await db();
  if (kind === "cut_off") {
    const user = await prisma.user.findUnique({ where: { email, suspendedAt: null }, select: { name: true } });
    return user && { name: user.name, words: cutOffLetter(email, env.APP_URL) };
  }
  const made = await makeLink(kind, email, now);
  return made && { name: made.name, words: linkLetter(made.kind, made.token, env.APP_URL) };
}

/** The link that was asked for; null for who gets none. Who wants to join and has nothing left to join is helped to sign in. It lasts from when it is sent. */
async function makeLink(kind: LinkKind, email: string, now: Date): Promise<{ name: string; kind: LinkKind; token: string } | null> {
  const prisma = await db();
  if (kind === "join" && (await joinableWorkspaces(prisma, email, now)).length > 0)
    return { name: email, kind, token: await issueJoinLink(prisma, { email }, now) };
  const user = await prisma.user.findUnique({
    where: { email, demo: false, suspendedAt: null, memberships: { some: OPEN }, ...(kind === "prove_address" ? { provenAt: null } : {}) },
    select: { id: true, name: true },
  });
  if (!user) return null;
  const personal = kind === "join" ? "sign_in" : kind;
  const token = await issueToken(prisma, { kind: personal, userId: user.id, expiresAt: new Date(now.getTime() + LINK_MINUTES[personal] * MINUTE_MS) });
  return { name: user.name, kind: personal, token };
}
