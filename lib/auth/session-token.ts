import type { NextAuthOptions } from "next-auth";
import { getServerSession } from "next-auth";
import { env } from "@/lib/env";
import { log } from "@/lib/http/log";

/** The absolute end of a session, in days. */
export const SESSION_DAYS = 30;

/** How the cookie is made: a token that carries the id of a session row, which every request checks. */
export const tokenOptions = {
  secret: env.NEXTAUTH_SECRET,
  // Left to itself, next-auth writes many lines about each cookie that is not ours.
  logger: {
    error: (code: string, about: unknown) =>
      code === "JWT_SESSION_ERROR" ? log.warn({ code }, "a cookie is not ours") : log.error({ code, err: about }, "sign-in failed"),
    warn: (code: string) => log.warn({ code }, "sign-in"),
    debug: () => undefined,
  },
  session: { strategy: "jwt", maxAge: SESSION_DAYS * 24 * 60 * 60 },
  callbacks: {
    jwt: ({ token, user }) => ({ ...token, ...(user ? { sid: user.id } : {}) }),
    session: ({ session, token }) => ({ ...session, sid: typeof token.sid === "string" ? token.sid : "" }),
  },
} as const satisfies Partial<NextAuthOptions>;

/** The id of the session row that the request's cookie names; null without one. Whether it lives is another question. */
export async function requestSessionId(): Promise<string | null> {
  const token: unknown = await getServerSession({ ...tokenOptions, providers: [] });
  const sid = typeof token === "object" && token !== null && "sid" in token ? token.sid : null;
  return typeof sid === "string" && sid !== "" ? sid : null;
}
