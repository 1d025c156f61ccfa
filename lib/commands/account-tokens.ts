import type { Tx } from "@/lib/db/client";
import type { AccountTokenKind } from "@/lib/db/generated/enums";
import { AppError } from "@/lib/domain/errors";
import { hashToken, newToken } from "./token";

interface NewAccountToken {
  kind: AccountTokenKind;
  userId: string;
  /** The admin who hands it over. */
  madeById?: string;
  expiresAt: Date;
}

/** Makes a token for one person; only its hash is kept. */
export async function issueToken(tx: Tx, given: NewAccountToken): Promise<string> {
  const { token, tokenHash } = newToken();
  await tx.accountToken.create({ data: { ...given, tokenHash }, select: { id: true } });
  return token;
}

/** Whose token it is, while it can be used; using it is another matter. Throws `gone`. */
export async function ownerOfToken(tx: Tx, kind: AccountTokenKind, token: string, now: Date): Promise<{ userId: string; email: string; handed: boolean }> {
  const found = await tx.accountToken.findUnique({
    where: { tokenHash: hashToken(token), kind, expiresAt: { gt: now }, user: { suspendedAt: null } },
    select: { userId: true, madeById: true, user: { select: { email: true } } },
  });
  if (!found) throw gone();
  return { userId: found.userId, email: found.user.email, handed: found.madeById !== null };
}

/**
 * Uses the token up. Of two who come at once, one succeeds; the other gets `gone`. One that an admin `handed` over shows nothing of an address; the others came by
 * a letter to it.
 */
export async function spendToken(tx: Tx, kind: AccountTokenKind, token: string, now: Date): Promise<{ userId: string; handed: boolean }> {
  const { userId, handed } = await ownerOfToken(tx, kind, token, now);
  const { count } = await tx.accountToken.deleteMany({ where: { tokenHash: hashToken(token), kind } });
  if (count === 0) throw gone();
  return { userId, handed };
}

/** Makes the links worthless that admins made for this person, who can do more from now on than those admins could in their name. */
export async function dropHandedLinks(tx: Tx, userId: string): Promise<void> {
  await tx.accountToken.deleteMany({ where: { userId, madeById: { not: null } } });
}

/** Makes the links worthless that somebody made as an admin, who is one no longer. */
export async function dropLinksOf(tx: Tx, adminId: string): Promise<void> {
  await tx.accountToken.deleteMany({ where: { madeById: adminId } });
}

const gone = () => new AppError("gone", "This link does not work any more. Ask for a new one.");
