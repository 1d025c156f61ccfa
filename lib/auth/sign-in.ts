import { spendToken } from "@/lib/commands/account-tokens";
import { verifyPasswordOf } from "@/lib/commands/password";
import { proveAddress } from "@/lib/commands/prove-address";
import { takeCode } from "@/lib/commands/verify-second-factor";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { env } from "@/lib/env";
import type { EventType } from "@/lib/events/record";
import { clientIp } from "@/lib/http/client-ip";
import { countUse } from "@/lib/http/limits";
import { log } from "@/lib/http/log";
import { atDoor, awaitedPerson, completeSession, noteAtDoor, openSession } from "./sessions";

/** The `id` of the session that was opened; null when nobody may come in by that. */
type Opened = { id: string } | null;

/** Checks the password and opens a session. Unknown addresses take as long as wrong passwords. */
export async function signInByPassword(address: string, password: string, headers: Headers, now: Date): Promise<Opened> {
  const email = address.trim().toLowerCase().slice(0, 254);
  await countUse("signInByAddress", clientIp(headers));
  await countUse("signInByAccount", email);
  if (email.includes("\0") || password.length > 512) return null;
  const prisma = await db();
  const user = await prisma.user.findUnique({ where: { email }, select: { id: true, passwordHash: true, suspendedAt: true, demo: true } });
  const right = await verifyPasswordOf(user, password);
  const open = user !== null && right && !user.suspendedAt && (!user.demo || env.ASSAY_DEMO);
  if (!open) {
    if (user) noteLater("session.refused", user.id, headers);
    return null;
  }
  return prisma.$transaction(async (tx) => {
    // Whoever took the password away meanwhile has ended all sessions, and this one would come after them.
    const still = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "User" WHERE "id" = ${user.id} AND "passwordHash" = ${user.passwordHash} FOR SHARE`;
    return still.length === 0 ? null : openSession(tx, user.id, headers, now);
  });
}

/** Signs in by the link of a letter, which works once; whoever can read somebody's letters could set their password, too. A second factor is asked for after it. */
export async function signInByLink(token: string, headers: Headers, now: Date): Promise<Opened> {
  await countUse("signInByAddress", clientIp(headers));
  const prisma = await db();
  return prisma.$transaction(async (tx) => {
    const { userId } = await spendToken(tx, "sign_in", token.slice(0, 200), now);
    await atDoor(headers, () => proveAddress(tx, userId, now));
    return openSession(tx, userId, headers, now);
  });
}

/** The second step: takes a code, and puts a full session in the place of the one that waited for it. */
export async function signInByCode(waitingId: string | null, code: string, headers: Headers, now: Date): Promise<Opened> {
  await countUse("signInByAddress", clientIp(headers));
  const person = waitingId === null ? null : await awaitedPerson(waitingId, now);
  if (waitingId === null || !person) throw new AppError("gone", "The first step was too long ago. Sign in again from the beginning.");
  const { userId } = person;
  await countUse("guesses", userId);
  const prisma = await db();
  const opened = await prisma.$transaction(async (tx) => {
    const taken = code.length > 40 ? null : await takeCode(tx, userId, code, now);
    if (taken === null) return null;
    if (taken === "recovery") await noteAtDoor(tx, "second_factor.recovery_code_used", userId, headers);
    return completeSession(tx, waitingId, userId, headers, now);
  });
  if (!opened) noteLater("session.refused", userId, headers);
  return opened;
}

/** Not waited for: how long an answer takes must not tell whether there is such an account. */
function noteLater(type: EventType, userId: string, headers: Headers): void {
  void db()
    .then((prisma) => noteAtDoor(prisma, type, userId, headers))
    .catch((error: unknown) => log.error({ err: error }, "a refused sign-in was not logged"));
}
