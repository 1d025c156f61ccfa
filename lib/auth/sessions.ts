import { db, type Tx } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { withOrigin } from "@/lib/events/origin";
import { recordForPerson } from "@/lib/commands/record-for-person";
import type { EventType } from "@/lib/events/record";
import { clientIp } from "@/lib/http/client-ip";
import { OPEN } from "@/lib/queries/memberships";
import { SESSION_DAYS } from "./session-token";

const MINUTE_MS = 60 * 1000;
const SESSION_MS = SESSION_DAYS * 24 * 60 * MINUTE_MS;
/** For so long the second factor is waited for, in milliseconds. */
const CODE_MS = 10 * MINUTE_MS;

/**
 * Opens a session for somebody who has shown who they are; with a second factor it waits for its code, and nobody is signed in by it till then. Throws `forbidden`
 * for who belongs nowhere. The `id` is the session's.
 */
export async function openSession(tx: Tx, userId: string, headers: Headers, now: Date): Promise<{ id: string }> {
  const awaitsCode = (await tx.secondFactor.count({ where: { userId, confirmedAt: { not: null } } })) > 0;
  const session = await newSession(tx, userId, headers, { awaitsCode, expiresAt: new Date(now.getTime() + (awaitsCode ? CODE_MS : SESSION_MS)) });
  if ((await tx.membership.count({ where: { userId, ...OPEN } })) === 0)
    throw new AppError("forbidden", "Your account belongs to no open workspace any more. Ask an admin for an invitation.");
  if (!awaitsCode) await noteAtDoor(tx, "session.started", userId, headers);
  return session;
}

/** Whose session it is that waits for a code; null when it does not, or does not any more. */
export async function awaitedPerson(sessionId: string, now: Date): Promise<{ userId: string; email: string } | null> {
  const prisma = await db();
  const session = await prisma.session.findUnique({
    where: { id: sessionId, awaitsCode: true, revokedAt: null, expiresAt: { gt: now }, user: { suspendedAt: null } },
    select: { userId: true, user: { select: { email: true } } },
  });
  return session && { userId: session.userId, email: session.user.email };
}

/** Puts a session that is good for everything in the place of the one that waited. Of two who come at once, one succeeds; the other gets null. */
export async function completeSession(tx: Tx, waitingId: string, userId: string, headers: Headers, now: Date): Promise<{ id: string } | null> {
  const { count } = await tx.session.updateMany({ where: { id: waitingId, awaitsCode: true, revokedAt: null }, data: { revokedAt: now } });
  if (count === 0) return null;
  await noteAtDoor(tx, "session.started", userId, headers);
  return newSession(tx, userId, headers, { awaitsCode: false, expiresAt: new Date(now.getTime() + SESSION_MS) });
}

/** Ends the session of somebody who signs out, or who gives up half-way. */
export async function endSessionRow(id: string): Promise<void> {
  const prisma = await db();
  await prisma.$transaction(async (tx) => {
    const ended = await tx.session.updateManyAndReturn({
      where: { id, revokedAt: null },
      data: { revokedAt: new Date() },
      select: { userId: true, awaitsCode: true },
    });
    for (const { userId, awaitsCode } of ended) if (!awaitsCode) await noteAtDoor(tx, "session.ended", userId, new Headers());
  });
}

/** Writes in the log of each workspace of the person what happened at the door. */
export async function noteAtDoor(tx: Tx, type: EventType, userId: string, headers: Headers): Promise<void> {
  await atDoor(headers, () => recordForPerson(tx, userId, { type }));
}

/** Does what comes from a request at the door: what it writes in the log says from where. */
export function atDoor<Result>(headers: Headers, work: () => Promise<Result>): Promise<Result> {
  return withOrigin({ requestId: crypto.randomUUID(), ip: clientIp(headers) }, work);
}

function newSession(tx: Tx, userId: string, headers: Headers, given: { awaitsCode: boolean; expiresAt: Date }): Promise<{ id: string }> {
  const from = { userAgent: (headers.get("user-agent") ?? "").slice(0, 300), ip: clientIp(headers) };
  return tx.session.create({ data: { userId, ...from, ...given }, select: { id: true } });
}
