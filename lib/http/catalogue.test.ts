import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { CATALOGUE } from "./catalogue";
import { openApiDocument } from "./openapi";
import { ALIKE, FRONT, isKeptFromReaders, PAGES, PUBLIC as OPENED_BY_SECRETS, SESSION_DOORS } from "./test/access-matrix";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
/** Handlers that stand outside the door, each with its reason. */
const OUTSIDE = new Set([
  "app/api/v1/openapi.json/route.ts", // a static document
  "app/api/auth/[...nextauth]/route.ts", // next-auth's own
  "app/api/health/live/route.ts", // asked by machines without an account
  "app/api/health/ready/route.ts",
  "app/metrics/route.ts", // asked by a machine with a token of its own
]);

const files = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === "route.ts")
  .map((file) => `app/${file.split(path.sep).join("/")}`);
/** What everybody may read has a door of its own. */
const PUBLIC = /^app\/(p|sitemap\.xml|robots\.txt)\//;
const inside = files.filter((file) => !OUTSIDE.has(file) && !PUBLIC.test(file));

describe("the door", () => {
  it("is the only way in: every other handler is route(operation), and says nothing else", () => {
    for (const file of inside) {
      expect(file).toMatch(/^app\/api\/v1\//);
      const statements = readFileSync(file, "utf8")
        .split("\n")
        .filter((text) => text !== "" && !text.startsWith("import "));
      for (const statement of statements) expect(statement, file).toMatch(/^export const (GET|POST|PUT|PATCH|DELETE) = route\(\w+\);$/);
    }
  });

  it("is another for what everybody may read, and that one takes one kind of write only", () => {
    for (const file of files.filter((each) => PUBLIC.test(each))) {
      const statements = readFileSync(file, "utf8")
        .split("\n")
        .filter((text) => text !== "" && !text.startsWith("import "));
      for (const statement of statements)
        expect(statement, file).toMatch(/^export const (GET = publicRoute\(\w+\)|POST = sendErrorReport|dynamic = "force-dynamic");$/);
    }
  });

  it("has the catalogue's operation behind each endpoint, and no endpoint beside the catalogue", async () => {
    const found: Record<string, unknown> = {};
    for (const file of inside) {
      const module: Record<string, unknown> = await import(path.resolve(file));
      const address = file
        .replace("app/api/v1", "")
        .replace("/route.ts", "")
        .replace(/\[(\w+)\]/g, "{$1}");
      for (const method of METHODS) {
        const handler = module[method];
        if (typeof handler === "function" && "operation" in handler) found[`${method} ${address}`] = handler.operation;
      }
    }
    expect(Object.keys(found).sort()).toEqual(Object.keys(CATALOGUE).sort());
    for (const [endpoint, operation] of Object.entries(found)) expect(operation, endpoint).toBe(CATALOGUE[endpoint]);
  });

  it("takes every path parameter into the operation's schema", () => {
    const document = JSON.stringify(openApiDocument());
    for (const endpoint of Object.keys(CATALOGUE))
      for (const [, name = ""] of endpoint.matchAll(/\{(\w+)\}/g)) expect(document).toContain(`"name":"${name}","in":"path"`);
  });
});

describe("the table of who gets in where", () => {
  const below = (name: string) =>
    readdirSync("app", { recursive: true, encoding: "utf8" })
      .filter((file) => path.basename(file) === name)
      .map(
        (file) =>
          path
            .dirname(`/${file.split(path.sep).join("/")}`)
            .replace(/\/\(\w+\)/g, "")
            .replace(/\[(?:\.{3})?(\w+)\]/g, "{$1}") || "/",
      );

  it("has a line for every page, and for no other", () => {
    expect([...Object.keys(PAGES), ...Object.keys(FRONT)].map((page) => page.replace(/\?.*/, "")).sort()).toEqual(below("page.tsx").sort());
  });

  it("has a line for every handler, and for no other", () => {
    expect([...SESSION_DOORS, ...OPENED_BY_SECRETS].sort()).toEqual(Object.keys(CATALOGUE).sort());
    const others = below("route.ts").filter(
      (address) => !inside.includes(`app${address.replace(/\{nextauth\}/, "[...nextauth]").replace(/\{(\w+)\}/g, "[$1]")}/route.ts`),
    );
    expect(Object.keys(ALIKE).sort()).toEqual(others.sort());
  });

  it("keeps who may only read from every write but those for themselves", () => {
    for (const endpoint of SESSION_DOORS) {
      const { kind, sanctioned } = CATALOGUE[endpoint] ?? {};
      expect([endpoint, isKeptFromReaders(endpoint)]).toEqual([endpoint, kind === "command" && sanctioned === undefined]);
    }
  });
});

describe("the API document", () => {
  it("describes every endpoint once, with its input", () => {
    const document = openApiDocument();
    expect(document.openapi).toBe("3.1.0");
    const text = JSON.stringify(document);
    expect(text.match(/"operationId"/g)).toHaveLength(Object.keys(CATALOGUE).length);
    const ids = [...text.matchAll(/"operationId":"(\w+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(text).toContain("shortForm");
  });
});
