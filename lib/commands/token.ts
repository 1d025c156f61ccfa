import { createHash, randomBytes } from "node:crypto";

/** A secret of 32 random bytes for a link, and the SHA-256 by which it is known afterwards. */
export function newToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: hashToken(token) };
}

/** The SHA-256 of a token, in hexadecimal. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** By which an invitation is found. Two links open one that was sent: the one that its maker sees, and that of the letter. */
export function invitedBy(token: string) {
  return { OR: [{ tokenHash: hashToken(token) }, { letterHash: hashToken(token) }] };
}
