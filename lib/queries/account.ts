import { z } from "zod";
import { query } from "@/lib/commands/command";
import { hashToken } from "@/lib/commands/token";
import { db } from "@/lib/db/client";
import type { AccountTokenKind } from "@/lib/db/generated/enums";
import type { Actor } from "@/lib/domain/role";
import { env } from "@/lib/env";

export interface SessionView {
  id: string;
  current: boolean;
  createdAt: string;
  lastSeenAt: string;
  userAgent: string;
  ip: string;
}

/** The actor's sessions that have not ended, the latest first. */
export async function sessionViews(actor: Actor): Promise<SessionView[]> {
  const prisma = await db();
  const rows = await prisma.session.findMany({
    where: { userId: actor.userId, revokedAt: null, awaitsCode: false, expiresAt: { gt: new Date() } },
    select: { id: true, createdAt: true, lastSeenAt: true, userAgent: true, ip: true },
    orderBy: { lastSeenAt: "desc" },
    take: 100,
  });
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString(), lastSeenAt: row.lastSeenAt.toISOString(), current: row.id === actor.sessionId }));
}

/** One's own sessions. */
export const listSessions = query(z.object({}), { summary: "List one's own sessions." }, async (actor) => ({ items: await sessionViews(actor) }));

/** Whether the actor's address was only typed by somebody, and a letter can show that it is theirs. */
export async function canProveAddress({ userId }: Actor): Promise<boolean> {
  if (!env.SMTP_URL) return false;
  const prisma = await db();
  return (await prisma.user.count({ where: { id: userId, provenAt: null, demo: false } })) > 0;
}

/** Whose link it is, for the page that it opens; null when it does not work any more. Uses nothing up: programs that look into letters open links, too. */
export async function linkOwner(kind: AccountTokenKind, token: string): Promise<{ userId: string; email: string } | null> {
  const prisma = await db();
  const found = await prisma.accountToken.findUnique({
    where: { tokenHash: hashToken(token), kind, expiresAt: { gt: new Date() }, user: { suspendedAt: null } },
    select: { userId: true, user: { select: { email: true } } },
  });
  return found && { userId: found.userId, email: found.user.email };
}
