import { beforeAll, describe, expect, it, vi } from "vitest";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import type { Actor } from "@/lib/domain/role";
import { BAD_LINKS, BYTES, CODE, FILE_NAMES, FORMULAS, LONG, MARKUP, ODD_LINKS, SCRIPTS, UNSTORABLE } from "@/lib/domain/test/hostile";
import { ownDataDir } from "@/lib/storage/test/own-data-dir";
import { CATALOGUE } from "./catalogue";
import { SESSION_DOORS } from "./test/access-matrix";
import { outcomeOf } from "./test/attempt";
import { makeDesk } from "./test/desk";
import { filled, fitting } from "./test/filled";
import { requestTo } from "./test/requests";

/* Every door takes what it is given as it is, or refuses it with a sentence. Whatever is not an expected failure breaks the test: it would have been a 500. */

// Some hundred commands each: slow on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

let prisma: PrismaClient;
let owner: Actor;
let ids: Record<string, string>;

ownDataDir();

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  const desk = await makeDesk(prisma);
  await prisma.user.update({ where: { id: desk.admin.userId }, data: { owner: true } });
  [owner, ids] = [{ ...desk.admin, owner: true }, desk.ids];
});

const ask = (endpoint: string, input: object) => outcomeOf({ prisma, actor: owner }, endpoint, input);

/** Streams do not end, and hashing passwords takes long and knows no text. */
const TRIED = SESSION_DOORS.filter((endpoint) => !/events$|password|second-factor|deletion/.test(endpoint));
const isId = (name: string) => /Ids?$|^(id|version|seq|seen|base|tab)$/.test(name);

/** What is set by who runs the place, said to moderators alone, or read by nobody else: no list of words is asked about it. */
const UNREAD =
  /\/(workspaces?|scales|system|people|invitations|instance|account|moderation|notifications|flags|setup|exports|presence|assignments|plan|scale)\b/;
/** The words of those who are checked. */
const OF_OTHERS = ["quote", "words", "source", "content", "blocks", "fragments", "fragment"];

describe("words that mean harm", () => {
  it.each<[string, readonly string[]]>([
    ["markup", MARKUP],
    ["code", CODE],
    ["formulas", FORMULAS],
    ["odd characters", SCRIPTS],
    ["what cannot be stored", UNSTORABLE],
    ["what is too long", LONG],
  ])("pass through every field of every door, or are refused: %s", async (_, texts) => {
    const text = texts.join(" ");
    const broken: unknown[] = [];
    let done = 0;
    for (const endpoint of TRIED) {
      const operation = CATALOGUE[endpoint];
      if (!operation) throw new Error(endpoint);
      const request = requestTo(endpoint, ids);
      const hostile = Object.entries(filled(operation.schema, text)).filter(([name]) => !isId(name));
      const { input, refused } = fitting(operation.schema, { ...request, ...Object.fromEntries(hostile) }, request);
      expect([endpoint, input]).toEqual([endpoint, expect.anything()]);
      expect(refused.every((message) => message.length > 8)).toBe(true);
      const asked = input && ask(endpoint, input).then(({ code }) => code);
      const code = await asked?.catch((error: Error) => broken.push([endpoint, String(error.cause)]));
      if (code === "done") done += 1;
    }
    expect(broken).toEqual([]);
    // Most doors were passed: what is refused at once shows little.
    expect(done).toBeGreaterThan(50);
  });

  it("and that the workspace refuses are taken nowhere where others read them, nor as often as one likes", async () => {
    const text = "https://casino.example/x";
    const { workspaceId, userId: authorId } = owner;
    const passed: unknown[] = [];
    const uncounted: string[] = [];
    const screened = new Set<string>();
    for (const endpoint of TRIED.filter((each) => CATALOGUE[each]?.kind === "command" && !UNREAD.test(each))) {
      const operation = CATALOGUE[endpoint];
      if (!operation) throw new Error(endpoint);
      const request = requestTo(endpoint, ids);
      const fields = Object.entries(filled(operation.schema, text)).filter(([name, value]) => !isId(name) && JSON.stringify(value).includes(text));
      for (const [field, value] of fields.filter(([name]) => !OF_OTHERS.includes(name))) {
        const { input } = fitting(operation.schema, { ...request, [field]: value }, request);
        if (!JSON.stringify(input).includes(text)) continue;
        const { body } = await outcomeOf({ prisma, actor: owner }, endpoint, input ?? {}, async (tx) => {
          await tx.workspace.update({ where: { id: workspaceId }, data: { refusedTerms: "casino.example" } });
          await tx.comment.updateMany({ where: { workspaceId }, data: { authorId } });
          if (endpoint.endsWith("/corrections")) await tx.claim.updateMany({ where: { workspaceId }, data: { state: "published" } });
        });
        if (!body.includes("is on the list of words and links")) passed.push([endpoint, field, body.slice(0, 200)]);
        screened.add(endpoint);
      }
    }
    expect(passed).toEqual([]);
    for (const endpoint of screened) {
      const operation = CATALOGUE[endpoint];
      if (operation?.status === 201 && !operation.contributes) uncounted.push(endpoint);
    }
    expect(uncounted).toEqual([]);
    expect(screened.size).toBeGreaterThan(20);
    const source = { kind: "file", name: "claims.csv", dataBase64: Buffer.from("statement,quote,tags\nMine,The bridge opened,casino").toString("base64") };
    const endpoint = "POST /documents/{documentId}/claims/import";
    const { code } = await outcomeOf({ prisma, actor: owner }, endpoint, { ...requestTo(endpoint, ids), source }, (tx) =>
      tx.workspace.update({ where: { id: workspaceId }, data: { refusedTerms: "casino" } }),
    );
    expect([code, CATALOGUE[endpoint]?.contributes]).toEqual(["invalid", true]);
  });

  it("are no ids: nothing is found by them", async () => {
    for (const endpoint of TRIED.filter((each) => each.includes("{"))) {
      for (const text of ["' OR '1'='1", "../../x", "__proto__", "%00", "x".repeat(64), "👩‍👩‍👧‍👦"]) {
        const named = Object.fromEntries([...endpoint.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [name, text]));
        const input = { ...requestTo(endpoint, ids), ...named };
        if (!CATALOGUE[endpoint]?.schema.safeParse(input).success) continue;
        expect([endpoint, (await ask(endpoint, input)).code]).toEqual([endpoint, expect.stringMatching(/^(not_found|invalid|forbidden)$/)]);
      }
    }
  });

  it("come back as they were sent", async () => {
    const kept: readonly [endpoint: string, field: string][] = [
      ["POST /documents/{documentId}/threads", "body"],
      ["PATCH /claims/{claimId}", "statement"],
      ["POST /sources", "title"],
    ];
    for (const [endpoint, field] of kept) {
      for (const text of [...MARKUP, ...CODE, ...FORMULAS, ...SCRIPTS]) {
        const claim = await prisma.claim.findUniqueOrThrow({ where: { id: ids["claimId"] ?? "" }, select: { version: true } });
        const said = CATALOGUE[endpoint]?.schema.safeParse({ ...requestTo(endpoint, ids), version: claim.version, [field]: text });
        if (!said?.success) throw new Error(`${endpoint} refuses ${text}`);
        const { code, body } = await ask(endpoint, said.data as object); // Narrowing: every schema is one of an object.
        expect([endpoint, code]).toEqual([endpoint, "done"]);
        expect(body).toContain(JSON.stringify(text.trim().replace(/\s+/g, field === "title" ? " " : "$&")).slice(1, -1));
      }
    }
  });
});

describe("addresses", () => {
  const sources = (url: string) => ask("POST /sources", { title: "A source", url });

  it("that no browser should open are refused, with the field", async () => {
    for (const url of BAD_LINKS) {
      const parsed = CATALOGUE["POST /sources"]?.schema.safeParse({ title: "A source", url });
      expect([url, parsed?.success, parsed?.error?.issues[0]?.path]).toEqual([url, false, ["url"]]);
    }
  });

  it("that lead a server back to itself are links for people: nothing here asks for them", async () => {
    for (const url of ODD_LINKS) expect([url, (await sources(url)).code]).toEqual([url, "done"]);
  });
});

describe("files", () => {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

  it("of any name are read, and lead nowhere", async () => {
    for (const name of FILE_NAMES) {
      const file = { kind: "file", name, dataBase64: base64(Buffer.from("The bridge opened.")) };
      for (const [endpoint, input] of [
        ["POST /imports/preview", { source: file }],
        ["POST /evidence/{evidenceId}/snapshots", { ...requestTo("POST /evidence/{evidenceId}/snapshots", ids), content: file }],
      ] as const) {
        const operation = CATALOGUE[endpoint];
        if (!operation?.schema.safeParse(input).success) continue;
        const { code, body } = await ask(endpoint, input);
        expect([endpoint, name, code]).toEqual([endpoint, name, expect.stringMatching(/^(done|unsupported_type|invalid|duplicate)$/)]);
        for (const [, filename = ""] of body.matchAll(/"filename":"([^"]*)"/g)) expect(filename).not.toMatch(/[/\\]|^\.+$/);
      }
    }
  });

  it("of broken bytes are read as far as they can be, or refused", async () => {
    for (const extension of ["txt", "md", "html", "tsv"])
      for (const [what, bytes] of BYTES) {
        const { code } = await ask("POST /imports/preview", { source: { kind: "file", name: `a.${extension}`, dataBase64: base64(bytes) } });
        expect([what, extension, code]).toEqual([what, extension, expect.stringMatching(/^(done|unsupported_type|invalid)$/)]);
      }
    for (const [what, bytes] of BYTES) {
      const source = { kind: "file", name: "a.csv", dataBase64: base64(bytes) };
      const { code } = await ask("POST /documents/{documentId}/claims/import/preview", { documentId: ids["documentId"], source });
      expect([what, code]).toEqual([what, expect.stringMatching(/^(done|unsupported_type|invalid)$/)]);
    }
  });
});
