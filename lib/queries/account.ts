import { z } from "zod";
import { query } from "@/lib/commands/command";
import { db } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/role";

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
    where: { userId: actor.userId, revokedAt: null, expiresAt: { gt: new Date() } },
    select: { id: true, createdAt: true, lastSeenAt: true, userAgent: true, ip: true },
    orderBy: { lastSeenAt: "desc" },
    take: 100,
  });
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString(), lastSeenAt: row.lastSeenAt.toISOString(), current: row.id === actor.sessionId }));
}

/** One's own sessions. */
export const listSessions = query(z.object({}), { summary: "List one's own sessions." }, async (actor) => ({ items: await sessionViews(actor) }));
