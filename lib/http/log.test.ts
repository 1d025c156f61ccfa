import fc from "fast-check";
import { expect, it } from "vitest";
import { withOrigin } from "@/lib/events/origin";
import { newLog } from "./log";

function lineOf(object: object, message = "said"): string {
  let line = "";
  newLog({ write: (text) => void (line += text) }).info(object, message);
  return line;
}

it.each([
  ["a password", { input: { password: "hunter2-hunter2" } }, "hunter2"],
  ["a hash of one", { user: { passwordHash: "$argon2id$abc" } }, "argon2id"],
  ["a token, far down", { a: { b: { c: [{ token: "tok-123" }] } } }, "tok-123"],
  ["a token by another name", { invitationToken: "tok-123" }, "tok-123"],
  ["cookies", { headers: { cookie: "session=s3cr3t", "set-cookie": "session=s3cr3t" } }, "s3cr3t"],
  ["an authorization", { headers: { Authorization: "Bearer abc.def" } }, "abc.def"],
  ["an authorization in words", { err: new Error("refused: Authorization: Bearer abc.def") }, "abc.def"],
  ["how somebody can be reached", { flag: { contact: "Ada, 0151 234" } }, "0151"],
  ["an e-mail address", { user: { email: "ada@example.org" } }, "ada@"],
  ["an e-mail address in an error", { err: new Error("Unique constraint: ada@example.org") }, "ada@"],
  ["an e-mail address in the cause of an error", { err: new Error("no", { cause: new Error("to ada@example.org") }) }, "ada@"],
  ["the password of a database", { err: new Error("connect postgresql://assay:hunter2@db:5432/assay") }, "hunter2"],
  ["the secret", { env: { NEXTAUTH_SECRET: "0123456789" } }, "0123456789"],
])("never shows %s", (_, object, secret) => {
  expect(lineOf(object)).not.toContain(secret);
});

it("keeps what helps", () => {
  const line = lineOf({ path: "/api/v1/claims", status: 500, err: Object.assign(new Error("The disk is full."), { code: "ENOSPC" }) });
  expect(JSON.parse(line)).toMatchObject({
    path: "/api/v1/claims",
    status: 500,
    msg: "said",
    err: { message: "The disk is full.", code: "ENOSPC", stack: expect.stringContaining("log.test") },
  });
});

it("is one line of JSON, whatever is said", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const line = lineOf({ path: `${text}\r\n{"level":60}\u2028\u0085`, note: [text] });
      expect(line.trimEnd()).not.toMatch(/[\r\n\u0085\u2028\u2029\u009b]/);
      expect(JSON.parse(line)).toMatchObject({ level: 30 });
    }),
  );
});

it("names the request in every line that is logged during it, and in no other", async () => {
  const said = await withOrigin({ requestId: "one", ip: "" }, async () => {
    await Promise.resolve();
    return lineOf({});
  });
  expect(JSON.parse(said)).toMatchObject({ requestId: "one" });
  expect(JSON.parse(lineOf({}))).not.toHaveProperty("requestId");
});
