import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readEnvironment, SETTINGS } from "@/lib/env";

const dataDir = mkdtempSync(path.join(tmpdir(), "assay-env-"));
afterAll(() => {
  rmSync(dataDir, { recursive: true });
});

const SERVING = { NODE_ENV: "production", NEXT_RUNTIME: "nodejs", DATA_DIR: dataDir };

/** The environment, which must be without fault. */
function read(source: Record<string, string>) {
  const result = readEnvironment(source);
  if ("faults" in result) throw new Error(result.faults.join("\n"));
  return result.env;
}

describe("readEnvironment", () => {
  it("needs nothing", () => {
    const env = read({});
    expect(env).toMatchObject({ PORT: 3000, DATA_DIR: path.resolve("data"), ASSAY_DEMO: false, TRUST_PROXY: false, APP_URL: "http://localhost:3000" });
    expect(env.NEXTAUTH_SECRET).toMatch(/^[0-9a-f]{64}$/);
  });

  it("takes an empty variable for one that is not set", () => {
    expect(read({ PORT: "", DATABASE_URL: "" })).toMatchObject({ PORT: 3000, DATABASE_URL: undefined });
  });

  it.each([
    [{ APP_URL: "https://facts.example.org/" }, "https://facts.example.org"],
    [{ NEXTAUTH_URL: "https://facts.example.org" }, "https://facts.example.org"],
    [{ PORT: "4000" }, "http://localhost:4000"],
  ])("knows its address from %j", (source, address) => {
    expect(read(source).APP_URL).toBe(address);
  });

  it("takes the server for e-mail only with an address to send from, and none that could end a header", () => {
    const SMTP_URL = "smtps://user:password@mail.example.org:465";
    expect(read({ SMTP_URL, MAIL_FROM: "Assay <assay@example.org>" })).toMatchObject({ SMTP_URL, MAIL_FROM: "Assay <assay@example.org>" });
    expect(read({})).toMatchObject({ SMTP_URL: undefined, MAIL_FROM: undefined });
    expect(readEnvironment({ SMTP_URL })).toEqual({ faults: [expect.stringContaining("MAIL_FROM")] });
    for (const MAIL_FROM of ["Assay", "a@b\r\nBcc: c@d", "a@b, c@d"]) expect(readEnvironment({ SMTP_URL, MAIL_FROM })).toHaveProperty("faults");
    expect(readEnvironment({ SMTP_URL: "https://mail.example.org", MAIL_FROM: "a@b" })).toHaveProperty("faults");
  });

  it("takes a service for sign-in only as a whole, and names what is missing", () => {
    const issuer = { OIDC_ISSUER: "https://login.example.org/", OIDC_CLIENT_ID: "assay" };
    expect(read({})).toMatchObject({ OIDC: null, GOOGLE: null, GITHUB: null });
    expect(read({ ...issuer, OIDC_CLIENT_SECRET: "secret" }).OIDC).toEqual({
      ...{ issuer: "https://login.example.org", name: "single sign-on", clientId: "assay", clientSecret: "secret" },
    });
    expect(read({ GITHUB_CLIENT_ID: "a", GITHUB_CLIENT_SECRET: "b" }).GITHUB).toEqual({ clientId: "a", clientSecret: "b" });
    expect(readEnvironment(issuer)).toEqual({ faults: ["OIDC_CLIENT_SECRET: needed with OIDC_ISSUER and OIDC_CLIENT_ID"] });
    expect(readEnvironment({ GOOGLE_CLIENT_SECRET: "b", GITHUB_CLIENT_ID: "a" })).toEqual({
      faults: ["GOOGLE_CLIENT_ID: needed with GOOGLE_CLIENT_SECRET", "GITHUB_CLIENT_SECRET: needed with GITHUB_CLIENT_ID"],
    });
    expect(readEnvironment({ ...issuer, OIDC_CLIENT_SECRET: "s", OIDC_ISSUER: "login.example.org" })).toHaveProperty("faults");
  });

  it("lists every fault at once", () => {
    const result = readEnvironment({ PORT: "70000", DATABASE_URL: "mysql://x", NEXTAUTH_SECRET: "short", ASSAY_DEMO: "yes" });
    const names = "faults" in result ? result.faults.map((fault) => fault.split(":")[0]) : [];
    expect(names).toEqual(["PORT", "DATABASE_URL", "NEXTAUTH_SECRET", "ASSAY_DEMO"]);
  });

  it("does not serve without a secret, and finds the one that was generated", () => {
    expect(readEnvironment(SERVING)).toEqual({ faults: [expect.stringContaining("NEXTAUTH_SECRET")] });
    writeFileSync(path.join(dataDir, "secret"), `${"s".repeat(64)}\n`);
    expect(read(SERVING).NEXTAUTH_SECRET).toBe("s".repeat(64));
  });
});

describe("the settings", () => {
  // Set by Next itself.
  const ours = SETTINGS.filter((name) => !name.startsWith("NEXT_"));

  it("stand in docs/running.md, all of them and no other", () => {
    const cells = [...readFileSync("docs/running.md", "utf8").matchAll(/^\| (`[^|]+) \|/gm)].map(([, cell = ""]) => cell);
    const told = cells.flatMap((cell) => [...cell.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name));
    expect(told.sort()).toEqual([...ours].sort());
  });

  it("of .env.example are settings", () => {
    const shown = [...readFileSync(".env.example", "utf8").matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(shown.filter((name) => !SETTINGS.includes(name ?? ""))).toEqual([]);
  });
});
