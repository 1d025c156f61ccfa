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
