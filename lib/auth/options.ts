import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { hashPassword, verifyPassword } from "@/lib/commands/password";
import { db, type Tx } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { env } from "@/lib/env";
import { withOrigin } from "@/lib/events/origin";
import { record, type EventType } from "@/lib/events/record";
import { clientIp } from "@/lib/http/client-ip";
import { countUse } from "@/lib/http/limits";
import { log } from "@/lib/http/log";

/** The absolute end of a session, in days. */
const SESSION_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

let decoy: Promise<string> | undefined;

/** Sign-in with e-mail and password. The token carries the id of a session row, which every request checks. */
export const authOptions: NextAuthOptions = {
  secret: env.NEXTAUTH_SECRET,
  session: { strategy: "jwt", maxAge: SESSION_DAYS * 24 * 60 * 60 },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [
    Credentials({
      credentials: { email: {}, password: {} },
      async authorize(credentials, request) {
        const headers = new Headers(Object.entries(request.headers ?? {}).map(([name, value]): [string, string] => [name, String(value)]));
        return signIn(credentials?.email ?? "", credentials?.password ?? "", headers).catch(explain);
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => ({ ...token, ...(user ? { sid: user.id } : {}) }),
    session: ({ session, token }) => ({ ...session, sid: typeof token.sid === "string" ? token.sid : "" }),
  },
  events: {
    async signOut({ token }) {
      if (typeof token.sid === "string") await endSessionRow(token.sid);
    },
  },
};

/** Checks the password and opens a session. Unknown addresses take as long as wrong passwords. The `id` is the session's. */
async function signIn(address: string, password: string, headers: Headers): Promise<{ id: string } | null> {
  const email = address.trim().toLowerCase().slice(0, 254);
  await countUse("signInByAddress", clientIp(headers));
  await countUse("signInByAccount", email);
  if (email.includes("\0") || password.length > 512) return null;
  const prisma = await db();
  const user = await prisma.user.findUnique({ where: { email }, select: { id: true, passwordHash: true, suspendedAt: true, demo: true } });
  decoy ??= hashPassword(crypto.randomUUID());
  const right = await verifyPassword(user?.passwordHash ?? (await decoy), password);
  const open = user !== null && right && !user.suspendedAt && (!user.demo || env.ASSAY_DEMO);
  if (!open) {
    // Not waited for: how long an answer takes must not tell whether there is such an account.
    if (user) void note(prisma, "session.refused", user.id, headers).catch((error: unknown) => log.error({ err: error }, "a refused sign-in was not logged"));
    return null;
  }
  return prisma.$transaction(async (tx) => {
    const session = await tx.session.create({
      data: {
        userId: user.id,
        expiresAt: new Date(Date.now() + SESSION_DAYS * DAY_MS),
        userAgent: (headers.get("user-agent") ?? "").slice(0, 300),
        ip: clientIp(headers),
      },
      select: { id: true },
    });
    const workspaces = await note(tx, "session.started", user.id, headers);
    if (workspaces === 0) throw new AppError("forbidden", "Your account belongs to no workspace any more. Ask an admin for an invitation.");
    return session;
  });
}

/** Writes in the log of each workspace of the person what happened at the door, and answers how many they are. */
async function note(tx: Tx, type: EventType, userId: string, headers: Headers): Promise<number> {
  const memberships = await tx.membership.findMany({ where: { userId }, select: { workspaceId: true } });
  const origin = { requestId: crypto.randomUUID(), ip: clientIp(headers) };
  await withOrigin(origin, async () => {
    for (const { workspaceId } of memberships) await record(tx, { userId, workspaceId }, { type });
  });
  return memberships.length;
}

/** next-auth hands an error's message to the page as it is: only sentences meant for people may come through. */
function explain(error: unknown): never {
  if (error instanceof AppError) throw new Error(error.message, { cause: error });
  log.error({ err: error }, "sign-in failed");
  throw new Error("The server could not check the password just now. Try again.", { cause: error });
}

/** Ends the session of somebody who signs out. */
async function endSessionRow(id: string): Promise<void> {
  const prisma = await db();
  await prisma.$transaction(async (tx) => {
    const ended = await tx.session.updateManyAndReturn({ where: { id, revokedAt: null }, data: { revokedAt: new Date() }, select: { userId: true } });
    for (const { userId } of ended) await note(tx, "session.ended", userId, new Headers());
  });
}
