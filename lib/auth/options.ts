import type { NextAuthOptions, RequestInternal } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { AppError } from "@/lib/domain/errors";
import { log } from "@/lib/http/log";
import { requestSessionId, tokenOptions } from "./session-token";
import { endSessionRow } from "./sessions";
import { signInByCode, signInByLink, signInByPassword } from "./sign-in";

/** The ways in. Each ends with the id of a session row, or with a sentence for people. */
export const authOptions: NextAuthOptions = {
  ...tokenOptions,
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [
    Credentials({
      credentials: { email: {}, password: {} },
      authorize: (given, request) => signInByPassword(given?.email ?? "", given?.password ?? "", headersOf(request), new Date()).catch(explain),
    }),
    Credentials({
      id: "link",
      credentials: { token: {} },
      authorize: (given, request) => signInByLink(given?.token ?? "", headersOf(request), new Date()).catch(explain),
    }),
    Credentials({
      id: "code",
      credentials: { code: {} },
      authorize: async (given, request) => signInByCode(await requestSessionId(), given?.code ?? "", headersOf(request), new Date()).catch(explain),
    }),
  ],
  events: {
    async signOut({ token }) {
      if (typeof token.sid === "string") await endSessionRow(token.sid);
    },
  },
};

function headersOf({ headers }: Pick<RequestInternal, "headers">): Headers {
  return new Headers(Object.entries(headers ?? {}).map(([name, value]): [string, string] => [name, String(value)]));
}

/** next-auth hands an error's message to the page as it is: only sentences meant for people may come through. */
function explain(error: unknown): never {
  if (error instanceof AppError) throw new Error(error.message, { cause: error });
  log.error({ err: error }, "sign-in failed");
  throw new Error("The server could not check this just now. Try again.", { cause: error });
}
