import type { Tx } from "@/lib/db/client";
import { env } from "@/lib/env";
import { NO_PASSWORD } from "./password";
import { recordForPerson } from "./record-for-person";
import { dropSecondFactor } from "./second-factor";

/*
 * An address is proven by what only its owner gets: a link of a letter, the word of a service outside, or of whoever runs the machine. Till then somebody has
 * only typed it. Which of the two below applies is a question of what else they bring: an account whose address was only typed may be anybody's.
 */

/**
 * The owner of the address has come, and nothing says that they made the account: where the address was not proven before, whatever opened the account till now is
 * cut off, and they are told. What was done under it stays. True when something was cut off.
 */
export async function proveAddress(tx: Tx, userId: string, now: Date): Promise<boolean> {
  const [cutOff] = await tx.user.updateManyAndReturn({
    where: { id: userId, provenAt: null },
    data: { provenAt: now, cutOffAt: now, passwordHash: NO_PASSWORD },
    select: { email: true },
  });
  if (!cutOff) return false;
  const ended = await tx.session.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now } });
  const factors = await dropSecondFactor(tx, userId);
  await tx.accountToken.deleteMany({ where: { OR: [{ userId }, { madeById: userId }] } });
  await recordForPerson(tx, userId, { type: "address.proven", ids: { cutOff: true, sessionsEnded: ended.count, secondFactorsDropped: factors } });
  if (env.SMTP_URL) await tx.linkRequest.create({ data: { kind: "cut_off", email: cutOff.email, dueAt: now }, select: { id: true } });
  return true;
}

/** Whoever has the account, by its password or a session, has brought the proof, too: nothing is cut off. */
export async function confirmAddress(tx: Tx, userId: string, now: Date): Promise<void> {
  const { count } = await tx.user.updateMany({ where: { id: userId, provenAt: null }, data: { provenAt: now } });
  if (count > 0) await recordForPerson(tx, userId, { type: "address.proven" });
}
