import { Secret, TOTP } from "otpauth";
import { BRAND } from "@/lib/domain/brand";
import { RECOVERY_CODES } from "@/lib/domain/second-factor";

/** One code holds for so long, in seconds. */
const PERIOD = 30;
/** How many steps a clock may be off, in either direction. */
const WINDOW = 1;

/** What every app understands: RFC 6238 with SHA-1, six digits, thirty seconds. `secret` is base32. */
const generator = (secret: string, label = "") =>
  new TOTP({ issuer: BRAND.name, label, secret: Secret.fromBase32(secret), algorithm: "SHA1", digits: 6, period: PERIOD });

/** A new secret of 160 bits, in base32. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address by which an app takes the secret up, mostly from a picture. */
export function secretAddress(secret: string, email: string): string {
  return generator(secret, email).toString();
}

/** The code of a moment. */
export function codeAt(secret: string, at: Date): string {
  return generator(secret).generate({ timestamp: at.getTime() });
}

/** The step of time that the code belongs to, when it holds now, or did half a minute ago, or will in half a minute; else null. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = generator(secret).validate({ token: code.replace(/\s/g, ""), timestamp, window: WINDOW });
  return delta === null ? null : TOTP.counter({ period: PERIOD, timestamp }) + delta;
}

/** Ten new codes of 80 bits for when the app is lost, as they are shown: four groups of four letters and digits. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => new Secret({ size: 10 }).base32.toLowerCase().replace(/(.{4})(?=.)/g, "$1-"));
}

/** A recovery code as it is hashed, however it was typed: the signs that it has none of are read as those they look like. */
export function plainRecoveryCode(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/[\s\p{Pd}]/gu, "")
    .replaceAll("0", "o")
    .replaceAll("1", "l");
}
