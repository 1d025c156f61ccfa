import { join } from "@/lib/commands/invitations";
import { issueJoinLink } from "@/lib/commands/join-by-domain";
import { NO_PASSWORD } from "@/lib/commands/password";
import { proveAddress } from "@/lib/commands/prove-address";
import { db, type Tx } from "@/lib/db/client";
import { clientIp } from "@/lib/http/client-ip";
import { countUse } from "@/lib/http/limits";
import { joinableWorkspaces } from "@/lib/queries/joinable";
import { OPEN } from "@/lib/queries/memberships";
import { atDoor, openSession } from "./sessions";

/** Why somebody whom a service vouches for does not come in. */
export type OutsideRefusal = "unverified" | "unknown";

/**
 * Lets somebody in whom a service outside vouches for, by their verified address: a member, or whom an open invitation names, who joins by it. Whom a workspace
 * admits by the domain of the address gets the link by which they join (`join` is its token). Nobody else gets an account.
 */
export async function signInFromOutside(
  { email, name }: { email: string | null; name: string },
  headers: Headers,
  now: Date,
): Promise<{ id: string } | { join: string } | OutsideRefusal> {
  await countUse("signInByAddress", clientIp(headers));
  if (email === null) return "unverified";
  const prisma = await db();
  return prisma.$transaction(async (tx) => {
    const user = await tx.user.findUnique({
      where: { email },
      select: { id: true, suspendedAt: true, demo: true, memberships: { where: OPEN, select: { id: true }, take: 1 } },
    });
    if (user && (user.suspendedAt || user.demo)) return "unknown";
    const userId = user && user.memberships.length > 0 ? user.id : await invited(tx, user?.id ?? null, { email, name }, now);
    if (userId !== null) {
      await atDoor(headers, () => proveAddress(tx, userId, now));
      return openSession(tx, userId, headers, now);
    }
    const admitted = (await joinableWorkspaces(tx, email, now)).length > 0;
    return admitted ? { join: await issueJoinLink(tx, { email, name: name.trim().slice(0, 100) }, now) } : "unknown";
  });
}

/** Joins by the latest open invitation that names the address, with a new account where there is none; null without such an invitation. */
async function invited(tx: Tx, knownId: string | null, { email, name }: { email: string; name: string }, now: Date): Promise<string | null> {
  const invitation = await tx.invitation.findFirst({
    where: { email, acceptedAt: null, revokedAt: null, expiresAt: { gt: now }, ...OPEN },
    orderBy: { createdAt: "desc" },
  });
  if (!invitation) return null;
  const account = { email, name: name.trim().slice(0, 100) || email, passwordHash: NO_PASSWORD, provenAt: now };
  const userId = knownId ?? (await tx.user.create({ data: account, select: { id: true } })).id;
  await join(tx, invitation, userId, now);
  return userId;
}
