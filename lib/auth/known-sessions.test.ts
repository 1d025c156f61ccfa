import { expect, it } from "vitest";
import { knownSession, rememberSession, sessionCookie } from "./known-sessions";

it("knows a genuine cookie until it ends, in pieces too, and no other", () => {
  expect(sessionCookie("a=b; __Secure-next-auth.session-token.0=one; __Secure-next-auth.session-token.1=two; next-auth.csrf-token=c")).toBe("onetwo");
  expect(sessionCookie("next-auth.session-token=token")).toBe("token");
  expect(sessionCookie("xnext-auth.session-token=token; session-token=other")).toBe("");
  rememberSession("token", "session", 1_000);
  expect(knownSession("token", 999)).toBe("session");
  expect(knownSession("token", 1_000)).toBeNull();
  expect(knownSession("tok", 999)).toBeNull();
});

it("forgets the oldest of very many", () => {
  for (let index = 0; index <= 10_000; index += 1) rememberSession(`cookie ${String(index)}`, "session", 1_000);
  expect(knownSession("cookie 0", 0)).toBeNull();
  expect(knownSession("cookie 1", 0)).toBe("session");
});
