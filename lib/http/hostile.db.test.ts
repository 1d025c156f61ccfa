import { inRequest } from "./test/in-request";
import dns from "node:dns";
import { syncBuiltinESMExports } from "node:module";
import { Socket } from "node:net";
import { encode } from "next-auth/jwt";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { GET as claimCard } from "@/app/p/[slug]/claims/[number]/embed/route";
import { GET as claimPage } from "@/app/p/[slug]/claims/[number]/route";
import { GET as card } from "@/app/p/[slug]/embed/route";
import { GET as reportForm } from "@/app/p/[slug]/report/route";
import { GET as article } from "@/app/p/[slug]/route";
import { GET as claimReviews } from "@/app/p/claimreview.json/route";
import { GET as corrections } from "@/app/p/corrections/route";
import { GET as jsonFeed } from "@/app/p/feed.json/route";
import { GET as atomFeed } from "@/app/p/feed.xml/route";
import { GET as oembed } from "@/app/p/oembed/route";
import { GET as index } from "@/app/p/route";
import { publishDocument } from "@/lib/commands/publish-document";
import { createSource } from "@/lib/commands/source";
import { startThread } from "@/lib/commands/threads";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import type { Actor } from "@/lib/domain/role";
import { BAD_LINKS, BYTES, CODE, FILE_NAMES, FORMULAS, LONG, MARKUP, ODD_LINKS, SCRIPTS, UNSTORABLE } from "@/lib/domain/test/hostile";
import { CLAIM_STATES } from "@/lib/domain/claim";
import { env } from "@/lib/env";
import { EXPORT_FORMATS } from "@/lib/exporters/formats";
import { exportDocument } from "@/lib/queries/export-document";
import { getPublication } from "@/lib/queries/publication";
import { listSources } from "@/lib/queries/source";
import { ownDataDir } from "@/lib/storage/test/own-data-dir";
import { createClaim, createDocument, run } from "@/prisma/factories";
import { CATALOGUE } from "./catalogue";
import { SESSION_DOORS } from "./test/access-matrix";
import { outcomeOf } from "./test/attempt";
import { makeDesk } from "./test/desk";
import { filled, fitting } from "./test/filled";
import { harmOf } from "./test/harmless";
import { hostileHeaders, inHeader } from "./test/hostile-headers";
import { requestTo } from "./test/requests";
import { route } from "./route";

/* Every door takes what it is given as it is, or refuses it with a sentence. Whatever is not an expected failure breaks the test: it would have been a 500. */

// Some hundred commands each: slow on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

let prisma: PrismaClient;
let owner: Actor;
let ids: Record<string, string>;

ownDataDir();

/** Whatever this process asks of the network. Worker threads have a network of their own. */
const asked: unknown[][] = [];

beforeAll(async () => {
  // PostgreSQL is asked by the network.
  const spied = inject("database").engine === "pglite" ? [vi.spyOn(globalThis, "fetch"), vi.spyOn(Socket.prototype, "connect"), vi.spyOn(dns, "lookup")] : [];
  syncBuiltinESMExports();
  for (const spy of spied)
    spy.mockImplementation((...given: unknown[]) => {
      asked.push(given);
      throw new Error("Nothing here asks the network.");
    });
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
    const page = ODD_LINKS.map((url) => `<link rel=stylesheet href="${url}"><img src="${url}"><a href="${url}">A link</a><iframe src="${url}"></iframe>`);
    const file = { kind: "file", name: "a.html", dataBase64: Buffer.from(`<base href="http://127.0.0.1/">${page.join("")}<p>Text.`).toString("base64") };
    expect((await ask("POST /imports/preview", { source: file })).code).toBe("done");
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

const WORDS = [...MARKUP, ...CODE, ...FORMULAS, ...SCRIPTS, ...ODD_LINKS, "x".repeat(7000)];

describe("what no field holds", () => {
  it("is worth nothing in headers and cookies: what was asked is answered, or refused", async () => {
    const session = `next-auth.session-token=${await encode({ token: { sid: owner.sessionId }, secret: env.NEXTAUTH_SECRET })}`;
    // A third of them: as bytes in a header they differ little.
    for (const text of WORDS.filter((_, at) => at % 3 === 0)) {
      for (const [operation, method] of [
        [listSources, "GET"],
        [createSource, "POST"],
      ] as const) {
        const odd = encodeURIComponent(text);
        const headers = hostileHeaders(text, { cookie: `other=${odd}; ${session}; next-auth.csrf-token=${odd}`, "content-type": "application/json" });
        const body = method === "POST" ? { body: JSON.stringify({ title: "A source" }) } : {};
        const request = new NextRequest(`http://localhost:3000/api/v1/sources?q=${odd}&${odd}=${odd}`, { method, headers, ...body });
        const answer = await inRequest(headers, () => route(operation)(request, { params: Promise.resolve({}) }));
        expect([text, method, answer.status]).toEqual([text, method, expect.toSatisfy((status: number) => [200, 201, 409, 422].includes(status))]);
        for (const [name, value] of answer.headers) expect([name, value]).toEqual([name, expect.not.stringContaining("hurt")]);
      }
      for (const [name, value] of [
        ["origin", text],
        ["content-type", text],
        ["sec-fetch-site", text],
        ["cookie", `next-auth.session-token=${text}`],
      ] as const) {
        const headers = new Headers({ cookie: session, "content-type": "application/json", [name]: inHeader(value) });
        const request = new NextRequest("http://localhost:3000/api/v1/sources", { method: "POST", headers, body: JSON.stringify({ title: "A source" }) });
        const { status } = await inRequest(headers, () => route(createSource)(request, { params: Promise.resolve({}) }));
        expect([name, text, status]).toEqual([name, text, { origin: 403, "content-type": 415, "sec-fetch-site": 403, cookie: 401 }[name]]);
      }
    }
  });
});

describe("what was taken in and goes out again", () => {
  const evil = [...MARKUP, ...FORMULAS, ...SCRIPTS].join(" ");
  const short = evil.slice(0, 75);
  const link = ODD_LINKS[1] ?? "";
  let document: { id: string };
  let slug = "";

  // Written past all checks, as if they let everything through.
  beforeAll(async () => {
    const made = await createDocument(prisma, { actor: owner, title: "Hostile", text: [`Well. ${evil}`, ...MARKUP].join("\n\n") });
    document = made;
    const { id: claimId } = await createClaim(prisma, { actor: owner, document: made, quote: "Well.", state: "approved" });
    await run(prisma, owner, startThread, { documentId: made.id, claimId, body: evil });
    // As long as records may be, which a bundle is held to.
    const named = { title: evil.slice(0, 500), publisher: evil.slice(0, 300), author: evil.slice(0, 300), url: link };
    await prisma.source.updateMany({ where: { evidence: { some: { claimId } } }, data: named });
    await prisma.evidence.updateMany({ where: { claimId }, data: { quote: evil, locator: short, note: evil, answer: evil, archiveUrl: link } });
    await prisma.ruling.updateMany({ where: { claimId }, data: { summary: evil, justification: evil } });
    await prisma.claim.update({ where: { id: claimId }, data: { statement: evil, shortForm: short, speaker: short, tags: [short] } });
    await prisma.document.update({
      where: { id: made.id },
      data: { title: evil.slice(0, 500), author: evil.slice(0, 300), publication: evil.slice(0, 300), url: link },
    });
    await prisma.workspace.update({ where: { id: owner.workspaceId }, data: { name: evil, moderationRules: [evil] } });
    await prisma.user.update({ where: { id: owner.userId }, data: { name: evil.slice(0, 300) } });
    const { seen } = await getPublication.run(owner, { documentId: made.id });
    const { page } = await run(prisma, owner, publishDocument, { documentId: made.id, seen });
    slug = page?.slug ?? "";
  });

  it.each(EXPORT_FORMATS.map(({ key }) => key).filter((key) => key !== "pdf"))("is nothing but text in a file: %s", async (format) => {
    const asked = { documentId: document.id, format, audience: "desk", states: CLAIM_STATES.join(","), confidential: true, assessments: true };
    const { type, body, filename } = await exportDocument.run(owner, exportDocument.schema.parse(asked));
    expect(filename).not.toMatch(/[/\\<>:"|?*\p{Cc}\u202e]|^\./u);
    expect(await harmOf(format, type, body)).toEqual([]);
  });

  it("is nothing but text on pages and in feeds for everybody, whatever they are asked with", async () => {
    const pages = { article, claimPage, claimCard, card, reportForm, index, corrections, jsonFeed, atomFeed, claimReviews, oembed };
    for (const [name, get] of Object.entries(pages)) {
      const about = name === "oembed" ? `url=${encodeURIComponent(`${env.APP_URL}/p/${slug}`)}` : "";
      for (const text of ["", ...(name === "article" ? WORDS : WORDS.slice(0, 2))]) {
        const odd = encodeURIComponent(text);
        const search = text === "" ? about : `version=${odd}&claim=${odd}&url=${odd}&${odd}`;
        const request = new NextRequest(`http://localhost:3000/p/${slug}?${search}`, { headers: text === "" ? {} : hostileHeaders(text) });
        const answer = await get(request, { params: Promise.resolve({ slug, number: "1" }) });
        expect([name, text, answer.status]).toEqual([
          name,
          text,
          text === "" ? 200 : expect.toSatisfy((status: number) => [200, 400, 404, 422].includes(status)),
        ]);
        expect(await harmOf(name, answer.headers.get("content-type") ?? "", await answer.text())).toEqual([]);
      }
    }
  });
});

afterAll(() => {
  expect(asked, "what was asked of the network").toEqual([]);
});
