import { Secret } from "otpauth";
import { describe, expect, it } from "vitest";
import { sealSecret, openSecret } from "./factor-secret";
import { codeAt, newRecoveryCodes, newSecret, plainRecoveryCode, secretAddress, stepOf } from "./one-time-code";

/** The secret of appendix B of RFC 6238; its codes have eight digits there, of which an app shows the last six. */
const SECRET = Secret.fromUTF8("12345678901234567890").base32;
const VECTORS = [
  [59, "94287082", 0x1],
  [1111111109, "07081804", 0x23523ec],
  [1111111111, "14050471", 0x23523ed],
  [1234567890, "89005924", 0x273ef07],
  [2000000000, "69279037", 0x3f940aa],
  [20000000000, "65353130", 0x27bc86aa],
] as const;

const at = (seconds: number) => new Date(seconds * 1000);

describe("a code", () => {
  it.each(VECTORS)("of second %i is that of RFC 6238, and so is its step", (seconds, code, step) => {
    expect(codeAt(SECRET, at(seconds))).toBe(code.slice(2));
    expect(stepOf(SECRET, code.slice(2), at(seconds))).toBe(step);
  });

  it("holds half a minute too early and too late, and not longer; blanks in it do not count", () => {
    const [seconds, code, step] = [1234567890, "005924", 0x273ef07];
    expect([-31, -30, 0, 30, 60].map((off) => stepOf(SECRET, code, at(seconds + off)))).toEqual([null, step, step, step, null]);
    expect(stepOf(SECRET, " 005 924", at(seconds))).toBe(step);
    for (const wrong of ["", "005925", "05924", "5924", "0059240", "abcdef", "-05924"]) expect(stepOf(SECRET, wrong, at(seconds))).toBeNull();
  });

  it("has a secret of 160 bits, which an app takes up by an address", () => {
    const secret = newSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const address = new URL(secretAddress(secret, "ada@example.org"));
    expect([address.protocol, address.host, address.searchParams.get("secret"), address.searchParams.get("digits")]).toEqual(["otpauth:", "totp", secret, "6"]);
  });
});

describe("recovery codes", () => {
  it("are ten, of 80 bits, and are known however they are typed", () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) {
      expect(code).toMatch(/^(?:[a-z2-7]{4}-){3}[a-z2-7]{4}$/);
      expect(plainRecoveryCode(` ${code.toUpperCase().replaceAll("-", " – ").replaceAll("O", "0").replaceAll("L", "1")} `)).toBe(code.replaceAll("-", ""));
    }
  });
});

describe("a stored secret", () => {
  it("is read for its own person only, and not when it was changed", () => {
    const sealed = sealSecret(SECRET, "person");
    expect(sealed).not.toContain(SECRET);
    expect(sealSecret(SECRET, "person")).not.toBe(sealed);
    expect(openSecret(sealed, "person")).toBe(SECRET);
    expect(openSecret(sealed, "somebody else")).toBeNull();
    const bytes = Buffer.from(sealed, "base64url");
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    expect(openSecret(bytes.toString("base64url"), "person")).toBeNull();
    expect(openSecret("short", "person")).toBeNull();
  });
});
