import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bringClaims } from "@/lib/commands/bring-claims";
import { createDocument as createNewDocument } from "@/lib/commands/create-document";
import { addEvidence } from "@/lib/commands/evidence";
import { previewClaims } from "@/lib/commands/preview-claims";
import { reviseDocument } from "@/lib/commands/revise-document";
import { createSource } from "@/lib/commands/source";
import { trashClaim } from "@/lib/commands/trash-claim";
import { startThread } from "@/lib/commands/threads";
import { updateClaim } from "@/lib/commands/update-claim";
import { updateDocument } from "@/lib/commands/update-document";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import { CLAIM_STATES } from "@/lib/domain/claim";
import type { AppError } from "@/lib/domain/errors";
import type { ForeignResultView } from "@/lib/domain/foreign";
import type { Actor } from "@/lib/domain/role";
import { getClaim } from "@/lib/queries/claim";
import { listDoubts } from "@/lib/queries/doubts";
import { exportedFile } from "@/lib/queries/export-document";
import { listThreads } from "@/lib/queries/threads";
import { blocksOf, createClaim, createDocument, createMember, evidenceInput, run, type MadeDocument } from "@/prisma/factories";

let prisma: PrismaClient;
let editor: Actor;
let reviewer: Actor;
let reader: Actor;
let stranger: Actor;
let document: MadeDocument;

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  editor = await createMember(prisma, { role: "editor" });
  const { workspaceId } = editor;
  reviewer = await createMember(prisma, { role: "reviewer", workspaceId });
  reader = await createMember(prisma, { role: "reader", workspaceId });
  stranger = await createMember(prisma, { role: "admin" });
});

beforeEach(async () => {
  document = await createDocument(prisma, { actor: editor });
});

const TABLE = `quote,statement,speaker,said_on,tags,verdict,source_url,source_title,stance,note
The bridge opened in 1932.,The bridge was opened in 1932.,The archivist,1990-05-01,bridges; history,True,https://archive.example/bridge,City archive,supports,Look at the plaque.
traffic doubled last year.,,,,,,,,,
Its tolls which were raised thrice paid for the whole work in ten years,,,,,,,,,
Nobody ever wrote this sentence about any bridge in the world,,,,,,,,,`;

const source = (text: string) => ({ kind: "file" as const, name: "claims.csv", dataBase64: Buffer.from(text).toString("base64") });
const failure = (code: AppError["code"], message = /./) => expect.objectContaining({ code, message: expect.stringMatching(message) as string });
const preview = (actor: Actor, text: string, where = document) => previewClaims.run(actor, { documentId: where.id, source: source(text) });
type Wishes = Partial<Pick<Parameters<typeof bringClaims.run>[1], "doubtful" | "lost" | "already" | "except">>;
const bring = (actor: Actor, text: string, wishes: Wishes = {}, where = document): Promise<ForeignResultView> =>
  run(prisma, actor, bringClaims, { documentId: where.id, revisionId: where.revisionId, source: source(text), ...wishes });
const counts = async () => [
  await prisma.claim.count(),
  await prisma.anchor.count(),
  await prisma.evidence.count(),
  await prisma.source.count(),
  await prisma.event.count(),
  await prisma.thread.count(),
];
const claimsOf = (id: string) => prisma.claim.findMany({ where: { documentId: id, deletedAt: null }, orderBy: { number: "asc" } });

describe("a dry run", () => {
  it("says what is found, doubtful and lost, and writes nothing", async () => {
    const before = await counts();
    const { format, revisionId, claims, faults } = await preview(reviewer, TABLE);
    expect({ format, revisionId, faults }).toEqual({ format: "table", revisionId: document.revisionId, faults: [] });
    expect(claims).toMatchObject([
      {
        row: "Row 2",
        finding: "found",
        status: "exact",
        similarity: 1,
        words: "The bridge opened in 1932.",
        verdict: "True",
        label: "True",
        sources: 1,
        notes: 1,
        already: null,
      },
      { row: "Row 3", finding: "doubtful", status: "uncertain" },
      { row: "Row 4", finding: "doubtful", words: expect.stringContaining("Its tolls, which were raised twice") as string },
      { row: "Row 5", finding: "lost", words: "", similarity: 0 },
    ]);
    expect(await counts()).toEqual(before);
  });

  it("is for reviewers of this workspace, not while each marks for themselves", async () => {
    for (const attempt of [preview, bring]) {
      await expect(attempt(reader, TABLE)).rejects.toEqual(failure("forbidden"));
      await expect(attempt(stranger, TABLE)).rejects.toEqual(failure("not_found"));
    }
    await run(prisma, editor, updateDocument, { documentId: document.id, version: 1, marksApart: true });
    for (const attempt of [preview, bring]) await expect(attempt(editor, TABLE)).rejects.toEqual(failure("closed", /for themselves/));
  });

  it.each([
    ["", /empty/],
    ["   ", /nothing/i],
    ['{"quote": ', /JSON/],
    ['{"hello": "world"}', /none that is known/],
    ['quote,note\n"never closed,1', /quotation mark/],
    ["%PDF-1.7 …", /PDF/],
  ])("refuses %j in a sentence", async (text, message) => {
    await expect(preview(reviewer, text)).rejects.toEqual(expect.objectContaining({ message: expect.stringMatching(message) as string }));
  });

  it("refuses more claims than can be handled", async () => {
    await expect(preview(reviewer, `quote\n${"The bridge\n".repeat(10_001)}`)).rejects.toEqual(failure("too_large", /10000/));
  });
});

describe("bringing in", () => {
  it("makes claims with their places, sources and notes, each with its event, and judges nothing", async () => {
    const result = await bring(reviewer, TABLE);
    expect(result).toMatchObject({ claims: 3, doubtful: 2, lost: 0, already: 0, evidence: 1, sources: 1 });
    const [first, second] = await claimsOf(document.id);
    const claim = await getClaim.run(editor, { claimId: first?.id ?? "" });
    expect(claim).toMatchObject({
      ...{
        number: 1,
        statement: "The bridge was opened in 1932.",
        speaker: "The archivist",
        saidOn: "1990-05-01",
        tags: ["bridges", "history"],
        state: "researching",
      },
      ...{ ruling: null, assessments: [], anchors: [{ exact: "The bridge opened in 1932.", status: "exact", start: 0 }] },
      evidence: [{ stance: "supports", source: { title: "City archive", url: "https://archive.example/bridge" } }],
    });
    expect(second).toMatchObject({ state: "spotted", statement: "traffic doubled last year." });
    const [thread] = await listThreads.run(reviewer, { documentId: document.id });
    expect(thread?.comments[0]?.body).toBe("Brought in from “claims.csv”.\n\nTheir verdict: **True**\n\nLook at the plaque.");
    const events = await prisma.event.findMany({ where: { documentId: document.id, claimId: { not: null } }, orderBy: { seq: "asc" }, select: { type: true } });
    expect(events.map(({ type }) => type)).toEqual(["claim.created", "claim.created", "claim.created", "evidence.added", "claim.moved", "thread.started"]);
    expect(await listDoubts.run(reviewer, { documentId: document.id })).toHaveLength(2);
  });

  it("leaves out what is there already, so that the same file adds nothing twice", async () => {
    await bring(reviewer, TABLE, { lost: "bring" });
    const before = await counts();
    expect(await bring(reviewer, TABLE, { lost: "bring" })).toMatchObject({ claims: 0, already: 4, firstClaimId: null });
    expect(await counts()).toEqual(before);
    expect((await preview(reviewer, TABLE)).claims.map(({ already }) => already)).toEqual([1, 2, 3, 4]);
    expect(await bring(reviewer, TABLE, { already: "bring", lost: "skip", doubtful: "skip" })).toMatchObject({ claims: 1, evidence: 1, sources: 0 });
    expect((await claimsOf(document.id)).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  });

  it("brings a deleted claim anew, takes rows out by hand, and keeps those without a place as orphans when asked", async () => {
    await bring(reviewer, TABLE, { except: [1, 2], lost: "bring" });
    const [first, lost] = await claimsOf(document.id);
    expect(lost).toMatchObject({ statement: "Nobody ever wrote this sentence about any bridge in the world" });
    const [doubt] = await listDoubts.run(reviewer, { documentId: document.id });
    expect(doubt).toMatchObject({ claimId: lost?.id, status: "orphaned", can: { settle: true } });
    await run(prisma, reviewer, trashClaim, { claimId: first?.id ?? "" });
    expect(await bring(reviewer, TABLE, { except: [1, 2] })).toMatchObject({ claims: 1, already: 0 });
  });

  it("takes sources from the library by their address, whatever it is written like", async () => {
    const { id } = await run(prisma, editor, createSource, { title: "The annals", url: "http://www.annals.example/bridge/?utm_source=x" });
    expect(await bring(reviewer, TABLE.replace("https://archive.example/bridge", "https://annals.example/bridge#top"))).toMatchObject({
      evidence: 1,
      sources: 0,
    });
    const [evidence] = await prisma.evidence.findMany({ where: { claim: { documentId: document.id } } });
    expect(evidence?.sourceId).toBe(id);
  });

  it("refuses places that were looked at in an earlier text", async () => {
    await run(prisma, editor, reviseDocument, { documentId: document.id, base: 1, blocks: blocksOf(document.text.replace("1932", "1933")) });
    await expect(bring(reviewer, TABLE)).rejects.toEqual(failure("conflict", /corrected/));
  });

  it("writes all or nothing", async () => {
    const before = await counts();
    const input = bringClaims.schema.parse({ documentId: document.id, revisionId: document.revisionId, source: source(TABLE) });
    const prepared = await bringClaims.prepare(reviewer, input);
    const broken = prepared.claims.map((claim, index) => (index === 2 ? { ...claim, statement: "half a pair \ud800 \u0000" } : claim));
    await expect(
      prisma.$transaction((tx) => bringClaims.run({ actor: reviewer, tx, now: new Date() }, input, { ...prepared, claims: broken })),
    ).rejects.toThrow();
    expect(await counts()).toEqual(before);
    expect(await prisma.document.findUniqueOrThrow({ where: { id: document.id } })).toMatchObject({ claimCount: 0, state: "draft" });
  });

  it("stands thousands at once", async () => {
    const sentences = Array.from({ length: 3000 }, (_, index) => `Sentence ${String(index)} says that house number ${String(index * 7)} was sold.`);
    const long = await createDocument(prisma, { actor: editor, text: sentences.join("\n\n") });
    const table = `quote,source_url\n${sentences.map((sentence, index) => `${sentence},https://land.example/${String(index % 50)}`).join("\n")}`;
    expect(await bring(editor, table, {}, long)).toMatchObject({ claims: 3000, doubtful: 0, evidence: 3000, sources: 50 });
  });
});

describe("a debate with its claims", () => {
  const DEBATE =
    "1\tANN\tFord is leaving.\t1\tFord moves away.\tTRUE\n2\tANN\tYes.\tN/A\n3\tBEN\tYes.\t2\tIt does.\tFALSE\n4\tBEN\tFord stays.\t1\tFord moves away.\tTRUE";
  const input = {
    title: "The debate",
    kind: "transcript" as const,
    source: { kind: "file" as const, name: "debate.tsv", dataBase64: Buffer.from(DEBATE).toString("base64") },
  };

  it("becomes a document with them, or without", async () => {
    const { id } = await run(prisma, reviewer, createNewDocument, { ...input, claims: true });
    const claims = await prisma.claim.findMany({ where: { documentId: id }, orderBy: { number: "asc" }, include: { anchors: { orderBy: { start: "asc" } } } });
    expect(claims).toMatchObject([
      {
        statement: "Ford moves away.",
        speaker: "ANN",
        state: "spotted",
        anchors: [
          { exact: "Ford is leaving.", status: "exact" },
          { exact: "Ford stays.", status: "exact" },
        ],
      },
      { statement: "It does.", speaker: "BEN", anchors: [{ exact: "Yes.", start: 23, status: "exact" }] },
    ]);
    const said = (await listThreads.run(reviewer, { documentId: id })).map(({ comments }) => comments[0]?.body.split("\n\n")[1]);
    expect(said.sort()).toEqual(["Their verdict: **FALSE**", "Their verdict: **TRUE**"]);
    const alone = await run(prisma, reviewer, createNewDocument, input);
    expect(await prisma.claim.count({ where: { documentId: alone.id } })).toBe(0);
  });
});

describe("our own files", () => {
  it.each(["jsonld", "csv"])("come back as they went out: %s", async (format) => {
    const made = [
      await createClaim(prisma, { actor: editor, document, quote: "The bridge opened in 1932" }),
      await createClaim(prisma, { actor: editor, document, quote: "🌉 Engineers disagreed" }),
    ];
    const [first] = made;
    if (!first) throw new Error("A claim was made.");
    await prisma.anchor.create({
      data: {
        ...{ workspaceId: editor.workspaceId, documentId: document.id, claimId: first.id, revisionId: document.revisionId },
        ...spanOf("paid for the whole work"),
      },
    });
    await run(prisma, editor, updateClaim, {
      claimId: first.id,
      version: first.version,
      statement: "It opened in 1932 — =SUM(1)",
      tags: ["opening", "=tag"],
      saidOn: "1999-12-31",
      speaker: "Ann",
    });
    await run(prisma, editor, addEvidence, evidenceInput(first.id));
    await run(prisma, editor, addEvidence, {
      claimId: first.id,
      stance: "refutes",
      quote: "Not before 1933, “they say”.",
      source: { title: "A, B and C", url: `https://example.org/a,${format}` },
    });
    await run(prisma, editor, startThread, { documentId: document.id, claimId: first.id, body: "Ours alone." });
    const options = {
      documentId: document.id,
      format,
      audience: "desk" as const,
      states: [...CLAIM_STATES],
      confidential: false,
      assessments: false,
      bom: true,
      snapshots: true,
    };
    const { body } = await exportedFile(editor, options);
    const copy = await createDocument(prisma, { actor: editor });
    const text = typeof body === "string" ? body : Buffer.from(body).toString();
    expect(await bring(editor, text, {}, copy)).toMatchObject({ claims: 2, doubtful: 0, lost: 0, sources: 0 });
    const [there, again] = await Promise.all([document, copy].map(({ id }) => facts(id)));
    expect(again).toEqual(there);
    expect(await bring(editor, text)).toMatchObject({ claims: 0, already: 2 });
  });

  function spanOf(exact: string) {
    const start = document.text.indexOf(exact);
    return { exact, start, end: start + exact.length, prefix: "", suffix: "" };
  }

  async function facts(documentId: string) {
    const claims = await prisma.claim.findMany({
      where: { documentId },
      select: {
        ...{ statement: true, speaker: true, saidOn: true, tags: true },
        anchors: { select: { start: true, end: true, exact: true }, orderBy: { start: "asc" } },
        evidence: { select: { stance: true, quote: true, source: { select: { url: true } } }, orderBy: { createdAt: "asc" } },
      },
    });
    return claims.sort((a, b) => (a.anchors[0]?.start ?? 0) - (b.anchors[0]?.start ?? 0));
  }
});
