const COOKIE = /(?:^|;\s*)(?:__Secure-)?next-auth\.session-token(?:\.\d+)?=([^;]*)/g;
const MOST = 10_000;

interface Known {
  sessionId: string;
  /** When the cookie ends, in milliseconds since 1970. */
  until: number;
}

// On globalThis, because the process that keeps the door and each route bundle load this module for themselves.
const shared = globalThis as typeof globalThis & { assaySessions?: Map<string, Known> };
const known = (shared.assaySessions ??= new Map<string, Known>());

/** The session cookie in a Cookie header, in the pieces that next-auth cuts a long one into; empty without one. */
export function sessionCookie(header: string): string {
  return [...header.matchAll(COOKIE)].map(([, value]) => value ?? "").join("");
}

/** Remembers which session a cookie names, once that was read and found genuine. Whether the session lives is asked of the database each time. */
export function rememberSession(cookie: string, sessionId: string, until: number): void {
  known.set(cookie, { sessionId, until });
  const [oldest] = known.keys();
  if (known.size > MOST && oldest !== undefined) known.delete(oldest);
}

/** The session that a genuine cookie names; null for one that was not read before, or has ended. Nothing is deciphered for it: that takes a thread of a pool which hashing fills. */
export function knownSession(cookie: string, now: number): string | null {
  const found = known.get(cookie);
  return found && found.until > now ? found.sessionId : null;
}
