import type { Tx } from "@/lib/db/client";
import { openSecret } from "./factor-secret";
import { plainRecoveryCode, stepOf } from "./one-time-code";
import { hashToken } from "./token";

/**
 * Takes a code of the app, or a recovery code, and uses it up: the code of a step counts once, and none of an earlier step afterwards. Says which it was; null
 * when it is neither, or was used already.
 */
export async function takeCode(tx: Tx, userId: string, typed: string, now: Date): Promise<"app" | "recovery" | null> {
  const factor = await tx.secondFactor.findUnique({ where: { userId, confirmedAt: { not: null } }, select: { secret: true } });
  if (!factor) return null;
  const secret = openSecret(factor.secret, userId);
  const step = secret === null ? null : stepOf(secret, typed, now);
  if (step !== null) {
    const { count } = await tx.secondFactor.updateMany({ where: { userId, confirmedAt: { not: null }, lastStep: { lt: step } }, data: { lastStep: step } });
    return count === 1 ? "app" : null;
  }
  const { count } = await tx.recoveryCode.deleteMany({ where: { userId, codeHash: hashToken(plainRecoveryCode(typed)) } });
  return count === 1 ? "recovery" : null;
}
