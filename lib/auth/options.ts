import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { AppError } from "@/lib/domain/errors";
import { env } from "@/lib/env";
import { log } from "@/lib/http/log";
import { outsideProviders } from "./outside-providers";
import { requestSessionId, SESSION_DAYS } from "./session-token";
import { endSessionRow } from "./sessions";
import { signInByCode, signInByLink, signInByPassword } from "./sign-in";
import { signInFromOutside } from "./sign-in-from-outside";

/** The ways in, for one request. Each ends with the id of a session row, or with a sentence for people; the failure behind the sentence is told to `refused`. */
export function authOptions(headers: Headers, refused: (error: AppError) => void = () => undefined): NextAuthOptions {
  /** next-auth hands an error's message to the page as it is: only sentences meant for people may come through. */
  function explain(error: unknown): never {
    if (error instanceof AppError) {
      refused(error);
      throw new Error(error.message, { cause: error });
    }
    log.error({ err: error }, "sign-in failed");
    throw new Error("The server could not check this just now. Try again.", { cause: error });
  }
  return {
    secret: env.NEXTAUTH_SECRET,
    // A token that carries the id of a session row, which every request checks.
    session: { strategy: "jwt", maxAge: SESSION_DAYS * 24 * 60 * 60 },
    logger: {
      // Left to itself, next-auth writes many lines about each cookie that is not ours.
      error: (code, about) => (code === "JWT_SESSION_ERROR" ? log.warn({ code }, "a cookie is not ours") : log.error({ code, err: about }, "sign-in failed")),
      warn: (code) => log.warn({ code }, "sign-in"),
      debug: () => undefined,
    },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        authorize: (given) => signInByPassword(given?.email ?? "", given?.password ?? "", headers, new Date()).catch(explain),
      }),
      Credentials({
        id: "link",
        credentials: { token: {} },
        authorize: (given) => signInByLink(given?.token ?? "", headers, new Date()).catch(explain),
      }),
      Credentials({
        id: "code",
        credentials: { code: {} },
        authorize: async (given) => signInByCode(await requestSessionId(), given?.code ?? "", headers, new Date()).catch(explain),
      }),
      ...outsideProviders(),
    ],
    callbacks: {
      // Its own fails on what is no address.
      redirect: ({ url, baseUrl }) => (url.startsWith("/") ? `${baseUrl}${url}` : URL.canParse(url) && new URL(url).origin === baseUrl ? url : baseUrl),
      jwt: ({ token, user }) => ({ ...token, ...(user ? { sid: user.id } : {}) }),
      session: ({ session, token }) => ({ ...session, sid: typeof token.sid === "string" ? token.sid : "" }),
      async signIn({ user, account }) {
        if (account?.type !== "oauth") return true;
        const outcome = await signInFromOutside({ email: user.email ?? null, name: user.name ?? "" }, headers, new Date()).catch(explain);
        if (typeof outcome === "string") return `/sign-in/no-account?why=${outcome}`;
        if ("join" in outcome) return `/join?token=${outcome.join}`;
        // The token is made of this next: it carries the session's id, as it does for every other way in.
        user.id = outcome.id;
        return true;
      },
    },
    events: {
      async signOut({ token }) {
        if (typeof token.sid === "string") await endSessionRow(token.sid);
      },
    },
  };
}
