import { z } from "zod";
import { db, type Tx } from "@/lib/db/client";
import { AppError, invalidField, wrongPassword } from "@/lib/domain/errors";
import { Id, requiredLine } from "@/lib/domain/fields";
import { domainOf } from "@/lib/domain/join-domain";
import { LINK_MINUTES } from "@/lib/domain/token";
import { joinableWorkspaces } from "@/lib/queries/joinable";
import { issueToken } from "./account-tokens";
import { becomeMember } from "./become-member";
import { publicCommand } from "./command";
import { NO_PASSWORD, verifyPassword } from "./password";
import { confirmAddress, proveAddress } from "./prove-address";
import { hashToken, newToken } from "./token";

const MINUTE_MS = 60_000;

/** Makes a link for whoever holds the address, who has just shown it or will do so by opening the letter. */
export async function issueJoinLink(tx: Tx, { email, name = "" }: { email: string; name?: string }, now: Date): Promise<string> {
  const { token, tokenHash } = newToken();
  await tx.joinLink.create({ data: { tokenHash, email, name, expiresAt: new Date(now.getTime() + LINK_MINUTES.join * MINUTE_MS) } });
  return token;
}

export const JoinByDomain = z.object({
  token: z.string().max(200),
  workspaceId: Id,
  /** Needed for a new account only. */
  name: requiredLine(100).optional(),
  /** Needed for an account that has one. */
  password: z.string().max(512).optional(),
});

/**
 * Joins a workspace that admits the domain of the address for which the link was made, which is used up. With a new account without a password, or with the one
 * of that address; then its password is asked for, too, since whoever made it may have typed an address that was not theirs. Answers the token of a link by which one signs in, which asks for the second factor where there is one.
 */
export const joinByDomain = publicCommand(
  JoinByDomain,
  { summary: "Join a workspace that admits one’s domain, by the token of a letter.", status: 201, signsUp: true },
  async ({ token, password }): Promise<{ knownId: string | null; byPassword: boolean }> => {
    const prisma = await db();
    const link = await prisma.joinLink.findUnique({ where: { tokenHash: hashToken(token) }, select: { email: true } });
    const user = link && (await prisma.user.findUnique({ where: { email: link.email }, select: { id: true, passwordHash: true } }));
    const byPassword = Boolean(user && user.passwordHash !== NO_PASSWORD);
    if (user && byPassword && !(await verifyPassword(user.passwordHash, password ?? "")))
      throw wrongPassword("This is not the password of your account. If you do not know it, set a new one first, by “Forgotten your password?”.");
    return { knownId: user?.id ?? null, byPassword };
  },
  async ({ tx, now }, { token, workspaceId, name }, { knownId, byPassword }) => {
    const email = await spend(tx, token, now);
    const offered = (await joinableWorkspaces(tx, email, now)).find(({ id }) => id === workspaceId);
    if (!offered) throw new AppError("gone", "This workspace does not take your address any more. Ask one of its admins for an invitation.");
    const known = await tx.user.findUnique({ where: { email }, select: { id: true } });
    if (known && known.id !== knownId)
      throw new AppError("conflict", "Somebody made an account with your address just now. Open the link of the letter again.");
    const userId = known?.id ?? (await newAccount(tx, email, name, now));
    await (byPassword ? confirmAddress : proveAddress)(tx, userId, now);
    await becomeMember(tx, { workspaceId, role: offered.role }, userId, { domain: domainOf(email) }, now);
    const signIn = await issueToken(tx, { kind: "sign_in", userId, expiresAt: new Date(now.getTime() + LINK_MINUTES.sign_in * MINUTE_MS) });
    return { workspaceId, signIn };
  },
);

async function newAccount(tx: Tx, email: string, name: string | undefined, now: Date): Promise<string> {
  if (name === undefined) throw invalidField("name", "Must not be empty.");
  return (await tx.user.create({ data: { email, name, passwordHash: NO_PASSWORD, provenAt: now }, select: { id: true } })).id;
}

/** Uses the link up, and says whose address it is. Of two who come at once, one succeeds; the other gets `gone`. */
async function spend(tx: Tx, token: string, now: Date): Promise<string> {
  const where = { tokenHash: hashToken(token), expiresAt: { gt: now } };
  const link = await tx.joinLink.findUnique({ where, select: { email: true } });
  const { count } = await tx.joinLink.deleteMany({ where });
  if (!link || count === 0) throw new AppError("gone", "This link does not work any more. Ask for a new one.");
  return link.email;
}
