import { cookies } from "next/headers";
import { getToken, type GetTokenParams } from "next-auth/jwt";
import { env } from "@/lib/env";
import { knownSession, rememberSession, sessionCookie } from "./known-sessions";

/** The absolute end of a session, in days. */
export const SESSION_DAYS = 30;

/**
 * The id of the session row that the request's cookie names; null without one. Whether it lives is another question. Only this one cookie is read: next-auth's
 * own reading of a session fails as a whole when another of its cookies is broken.
 */
export async function requestSessionId(): Promise<string | null> {
  const jar = await cookies();
  const cookie = sessionCookie(jar.toString());
  const known = knownSession(cookie, Date.now());
  if (known !== null) return known;
  // What it reads of a request are its cookies, in this form too; its types know older ones only. No headers: a token there is no session.
  const req = { cookies: jar, headers: {} } as unknown as GetTokenParams["req"];
  const token = await getToken({ req, secret: env.NEXTAUTH_SECRET });
  const sid = token?.["sid"];
  if (typeof sid !== "string" || sid === "") return null;
  if (typeof token?.["exp"] === "number") rememberSession(cookie, sid, token["exp"] * 1000);
  return sid;
}
