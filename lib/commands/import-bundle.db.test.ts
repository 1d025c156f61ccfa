import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assignClaim } from "@/lib/commands/assign-claims";
import { correctClaim } from "@/lib/commands/correct-claim";
import { publishDocument } from "@/lib/commands/publish-document";
import { addSnapshot, trashSnapshot } from "@/lib/commands/snapshots";
import { addContact } from "@/lib/commands/contact";
import { addEvidence } from "@/lib/commands/evidence";
import { assessClaim } from "@/lib/commands/assess-claim";
import { importBundle, previewBundle } from "@/lib/commands/import-bundle";
import { editComment, reply } from "@/lib/commands/comments";
import { askQuestion, trashQuestion } from "@/lib/commands/question";
import { ruleClaim } from "@/lib/commands/rule-claim";
import { setPublicPage } from "@/lib/commands/set-public-page";
import { startThread } from "@/lib/commands/threads";
import { updateClaim } from "@/lib/commands/update-claim";
import { adoptDatabase } from "@/lib/db/client";
import { freshDatabase } from "@/lib/db/testing";
import { CLAIM_STATES } from "@/lib/domain/claim";
import type { AppError } from "@/lib/domain/errors";
import type { HistoryEntry } from "@/lib/domain/history-entry";
import type { Actor } from "@/lib/domain/role";
import { env } from "@/lib/env";
import { buildReport } from "@/lib/exporters/report";
import { claimViews, getClaim } from "@/lib/queries/claim";
import { documentHistory } from "@/lib/queries/document-history";
import { ExportDocument, exportedFile } from "@/lib/queries/export-document";
import { publishedFacts } from "@/lib/queries/published-facts";
import { reportClaims } from "@/lib/queries/report-claims";
import { documentView, listClaims } from "@/lib/queries/document";
import { getPublication } from "@/lib/queries/publication";
import { listClaimEvents } from "@/lib/queries/history";
import { publicItems } from "@/lib/queries/public-items";
import { publicPageFor, publicReport } from "@/lib/queries/public-page";
import { downloadSnapshot, findQuotes } from "@/lib/queries/snapshots";
import { correctDocument, createClaim, createDocument, createMember, evidenceInput, rulingInput, run } from "@/prisma/factories";

type Database = Awaited<ReturnType<typeof freshDatabase>>;

let here: Database;
let there: Database;
let editor: Actor;
let reviewer: Actor;
/** Of the same name as the reviewer; nothing in the records is theirs. */
let namesake: Actor;
let newcomer: Actor;
let documentId: string;
let bundle: Uint8Array;

const usual = env.DATA_DIR;
/** Each installation has its own disk. */
const folders = new Map<Database, string>();

function moveTo(database: Database): void {
  adoptDatabase(database);
  const folder = folders.get(database) ?? mkdtempSync(path.join(tmpdir(), "bundle-"));
  folders.set(database, folder);
  env.DATA_DIR = folder;
}

afterAll(() => {
  env.DATA_DIR = usual;
  for (const folder of folders.values()) rmSync(folder, { recursive: true, force: true });
});

beforeAll(async () => {
  there = await freshDatabase();
  here = await freshDatabase();
  moveTo(here);
  editor = await createMember(here.prisma, { role: "editor", name: "Edda Editor" });
  reviewer = await createMember(here.prisma, { role: "reviewer", name: "Rana Reviewer", workspaceId: editor.workspaceId });
  namesake = await createMember(here.prisma, { role: "reviewer", name: "Rana Reviewer", workspaceId: editor.workspaceId });
  documentId = await checkedDocument();
  bundle = await takenOut(editor, documentId);
  moveTo(there);
  newcomer = await createMember(there.prisma, { role: "editor", name: "Nils Newcomer" });
});

const SECRET = "The whistle-blower said:";
const PUBLIC = "What the ministry says in public.";

/** A corrected text with claims in several states, confidential evidence, a verdict of two, a contact and a discussion. */
async function checkedDocument(): Promise<string> {
  const { prisma } = here;
  const first = await createDocument(prisma, { actor: editor, title: "The bridge </script> “quoted”" });
  const approved = await createClaim(prisma, { actor: editor, document: first, state: "approved" });
  const open = await createClaim(prisma, { actor: editor, document: first, quote: "Nobody had counted", state: "in_review" });
  await run(prisma, reviewer, updateClaim, {
    ...{ claimId: open.id, version: open.version, mediaKind: "image" as const, mediaUrl: "https://social.example/a-photograph" },
  });
  await run(prisma, editor, ruleClaim, { ...(await rulingInput(prisma, open)), mediaAuthenticity: "staged", mediaContext: "Shown at a fair." });
  await createClaim(prisma, { actor: editor, document: first, quote: "Engineers disagreed", state: "skipped" });
  const source = { title: "A whistle-blower", type: "interview" as const, confidential: true, url: "https://secret.example/1" };
  await run(prisma, reviewer, addEvidence, { claimId: open.id, stance: "refutes", quote: "We did count.", source });
  const ask = async (text: string, more = {}) => (await run(prisma, reviewer, askQuestion, { claimId: open.id, text, ...more })).questions.at(-1)?.id ?? null;
  const questionId = await ask("Did anybody count?");
  await ask("Who kept the lists?", { unanswerable: true, note: "They were burnt." });
  const dropped = await ask("Why not?");
  const yes = { answerType: "boolean", answerYes: true, answer: "The log has a column for it." } as const;
  await run(prisma, reviewer, addEvidence, { ...evidenceInput(open.id), questionId, ...yes });
  await run(prisma, reviewer, addEvidence, { ...evidenceInput(open.id), questionId: dropped });
  await run(prisma, reviewer, trashQuestion, { questionId: dropped ?? "" });
  const keep = async (id: string, text: string, actor = reviewer) =>
    run(prisma, actor, addSnapshot, { evidenceId: id, content: { kind: "paste", text }, takenOn: "2026-11-20", note: "NOTE-FOR-DESK" });
  const evidenceId = (await getClaim.run(editor, { claimId: open.id })).evidence[0]?.id ?? "";
  await keep(evidenceId, `${SECRET} “We did count.”`);
  await keep(evidenceId, "<html><body>Pasted markup is words.</body></html>");
  const page = { kind: "file" as const, name: "page.htm", dataBase64: Buffer.from("<html><body><p>A page.</p></body></html>").toString("base64") };
  const gone = await run(prisma, reviewer, addSnapshot, { evidenceId, content: page });
  await run(prisma, reviewer, trashSnapshot, { snapshotId: gone.evidence[0]?.snapshots.at(-1)?.id ?? "" });
  await run(prisma, editor, assignClaim, { claimId: open.id, assign: [reviewer.userId], due: "2026-12-24" });
  const label = await prisma.scaleLabel.findFirstOrThrow({ where: { scale: { documents: { some: { id: first.id } } } } });
  for (const [actor, rationale] of [
    [editor, "It is right."],
    [reviewer, "It is **right**."],
  ] as const)
    await run(prisma, actor, assessClaim, { claimId: open.id, version: null, labelId: label.id, rationale, confidence: "high" });
  await run(prisma, reviewer, addContact, { claimId: open.id, contactedOn: "2026-11-20", channel: "E-mail", outcome: "no_answer", note: "Asked twice." });
  const { version: latest } = await getClaim.run(editor, { claimId: open.id });
  await run(prisma, namesake, updateClaim, { claimId: open.id, version: latest, speaker: "The harbour master" });
  const thread = await run(prisma, reviewer, startThread, { documentId: first.id, claimId: open.id, body: "Who counted?" });
  await run(prisma, editor, reply, { threadId: thread.id, body: "The engineers." });
  const answer = (await prisma.comment.findMany({ where: { threadId: thread.id }, orderBy: { createdAt: "desc" } }))[0];
  await run(prisma, editor, editComment, { commentId: answer?.id ?? "", version: answer?.version ?? 0, body: "The engineers, twice." });
  await correctDocument(prisma, {
    actor: editor,
    document: first,
    edit: (text) => text.replace("traffic doubled last year. Nobody", "traffic doubled in 2024. Nobody"),
    note: "A slip.",
  });
  expect(approved.state).toBe("approved");
  // Published, and then corrected: two publications.
  const { seen } = await getPublication.run(editor, { documentId: first.id });
  await run(prisma, editor, publishDocument, { documentId: first.id, seen, slug: "the-bridge" });
  const { version, evidence } = await getClaim.run(editor, { claimId: approved.id });
  await run(prisma, editor, correctClaim, {
    claimId: approved.id,
    version,
    kind: "correction",
    what: "A figure was wrong.",
    why: "The ministry wrote to us.",
    summary: "It is right, as corrected.",
  });
  await keep(evidence[0]?.id ?? "", PUBLIC, editor);
  return first.id;
}

const WHOLE = { audience: "desk", assessments: "true", confidential: "true", states: CLAIM_STATES.join(",") } as const;

async function takenOut(actor: Actor, id: string, options: Partial<Record<keyof typeof WHOLE | "snapshots", string>> = WHOLE): Promise<Uint8Array> {
  const { body } = await exportedFile(actor, ExportDocument.parse({ documentId: id, format: "bundle", ...options }));
  if (typeof body === "string") throw new Error("A zip was expected.");
  return body;
}

const base64 = (bytes: Uint8Array) => ({ dataBase64: Buffer.from(bytes).toString("base64") });
const fileIn = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());

/** The text with every id that the installations may give differently, and every moment of the import, taken out. */
async function comparable(text: string, database: Database, kept: "ids" | "none" = "ids"): Promise<object> {
  const scales = await database.prisma.scale.findMany({ include: { labels: { orderBy: { position: "asc" } } } });
  let plain = text;
  for (const scale of scales) {
    plain = plain.replaceAll(scale.id, `scale ${scale.template}`);
    for (const label of scale.labels) plain = plain.replaceAll(label.id, `label ${scale.template} ${label.position}`);
  }
  return JSON.parse(plain, (key, value: unknown) => {
    if (key === "exportedAt" || key === "updatedAt") return "then";
    // By the ids of evidence.
    if (kept === "none" && key === "media" && value !== null) return Object.values(value as object).sort();
    return kept === "none" && typeof value === "string" && /^[0-9a-f-]{36}$/.test(value) ? "an id" : value;
  });
}

/** A file as JSON, but for the moment when its document was last changed, or when it was made itself. */
const undated = (text: string): object => {
  const { document, generated: _, ...rest } = JSON.parse(text) as { document?: object; generated?: string }; // a file of ours
  return { ...rest, ...(document ? { document: { ...document, updatedAt: "" } } : {}) };
};

const historyIn = (bytes: Uint8Array) => JSON.parse(fileIn(bytes, "history.json")) as HistoryEntry[]; // as we wrote it

const snapshotsIn = (bytes: Uint8Array) =>
  Object.keys(unzipSync(bytes))
    .filter((name) => name.startsWith("snapshots/"))
    .sort();

const failure = (code: AppError["code"], message: RegExp) => expect.objectContaining({ code, message: expect.stringMatching(message) as string });

describe("what is read for files", () => {
  it("is what the views of the claims say, for everybody", async () => {
    moveTo(here);
    const { prisma } = here;
    const { revision, scale, ...document } = await documentView(editor, documentId);
    const around = { ...(await publishedFacts(prisma, editor, documentId)), baseUrl: "https://desk.example", exportedAt: "", document, revision, scale };
    const ids = (await prisma.claim.findMany({ where: { documentId }, select: { id: true } })).map(({ id }) => id);
    for (const role of ["admin", "editor", "reviewer", "reader"] as const) {
      const actor = { ...reviewer, role };
      const views = await claimViews(prisma, actor, documentId, revision);
      const read = await reportClaims(prisma, actor, { documentId, revisionId: revision.id, ids });
      expect(read.map(({ evidence, questions, assessments, ruling }) => [evidence.length, questions.length, assessments.length, ruling !== null])).toEqual(
        views.map(({ evidence, questions, assessments, ruling }) => [evidence.length, questions.length, assessments.length, ruling !== null]),
      );
      for (const confidential of [true, false]) {
        const wishes = { audience: "desk", states: CLAIM_STATES, confidential, assessments: true, media: true } as const;
        expect(buildReport({ ...around, claims: read }, wishes)).toEqual(buildReport({ ...around, claims: views }, wishes));
      }
    }
    const elsewhere = await createMember(prisma, { role: "admin" });
    expect(await reportClaims(prisma, elsewhere, { documentId, revisionId: revision.id, ids })).toEqual([]);
  });
});

describe("a bundle in an empty workspace", () => {
  let made: { id: string };
  beforeAll(async () => {
    moveTo(there);
    made = await run(there.prisma, newcomer, importBundle, base64(bundle));
  });

  it("makes the same records, and the same next export", async () => {
    const again = await takenOut(newcomer, made.id);
    expect(made.id).toBe(documentId);
    // Where it is published, only the first desk's says.
    expect(await comparable(fileIn(again, "report.json"), there)).toEqual({ ...(await comparable(fileIn(bundle, "report.json"), here)), publication: null });
    // Nobody had used the scale of the empty workspace: it has the ids of the bundle's, and so do the labels.
    expect(undated(fileIn(again, "records.json"))).toEqual(undated(fileIn(bundle, "records.json")));
    const { defaultScaleId } = await there.prisma.workspace.findUniqueOrThrow({ where: { id: newcomer.workspaceId } });
    expect(defaultScaleId).toBe((JSON.parse(fileIn(bundle, "records.json")) as { scale: { id: string } }).scale.id);
    expect(undated(fileIn(again, "exports/jsonld.jsonld"))).toEqual(undated(fileIn(bundle, "exports/jsonld.jsonld")));
    expect(snapshotsIn(again)).toEqual(snapshotsIn(bundle));
    expect(fileIn(again, "votes.json")).toBe(fileIn(bundle, "votes.json"));
    expect(fileIn(again, "exports/markdown.md")).toBe(fileIn(bundle, "exports/markdown.md"));
    expect(fileIn(again, "exports/csv.csv")).toBe(fileIn(bundle, "exports/csv.csv"));
    const [told, before] = [historyIn(again), historyIn(bundle)];
    expect(told.slice(0, before.length)).toEqual(before);
    expect(told.slice(before.length).map(({ type, by }) => [type, by])).toEqual([
      ["document.imported", "Nils Newcomer"],
      ...Array.from({ length: 3 }, () => ["claim.imported", "Nils Newcomer"]),
    ]);
  });

  it("is told as published again once an editor opens its page, since when it was", async () => {
    const { prisma } = there;
    const page = await prisma.publicPage.findUniqueOrThrow({ where: { documentId: made.id } });
    await run(prisma, newcomer, setPublicPage, { documentId: made.id, version: page.version, visibility: "public", revoked: false });
    const again = await takenOut(newcomer, made.id);
    expect(await comparable(fileIn(again, "report.json"), there)).toEqual(await comparable(fileIn(bundle, "report.json"), here));
    expect(fileIn(again, "exports/txt.txt")).toBe(fileIn(bundle, "exports/txt.txt"));
    await prisma.publicPage.update({ where: { id: page.id }, data: page });
  });

  it("tells of what happened before as little as of what happens here", async () => {
    const { claims } = await listClaims.run(newcomer, { documentId: made.id });
    const id = claims.find(({ state }) => state === "in_review")?.id ?? "";
    const evidenceId = (await getClaim.run(newcomer, { claimId: id })).evidence[0]?.id ?? "";
    const { items, earlier } = await listClaimEvents.run(newcomer, { claimId: id });
    expect(items.map(({ type }) => type)).toEqual(["claim.imported"]);
    expect(earlier.find(({ type }) => type === "claim.assessed")).toMatchObject({
      actor: { id: reviewer.userId, name: "Rana Reviewer" },
      changes: expect.arrayContaining([{ field: "rationale", before: "", after: "It is **right**." }]) as unknown,
    });
    expect(earlier.find(({ changes }) => changes.some(({ after }) => after === "The harbour master"))?.actor).toEqual({
      ...{ id: namesake.userId, name: "Rana Reviewer" },
    });
    const undone = there.prisma.$transaction(async (tx) => {
      const told = async () => (await documentHistory(tx, newcomer, made.id)).map(({ type, claim }) => `${type} ${String(claim)}`);
      expect(await told()).toEqual(expect.arrayContaining(["claim.assessed 2", "evidence.added 1", "question.asked 2", "claim.created 2"]));
      const hidden = { hiddenAt: new Date(), deletedAt: new Date() };
      const [comment] = await tx.comment.findMany({ where: { thread: { claimId: id } }, orderBy: { createdAt: "desc" } });
      expect(await told()).toContain("comment.edited 2");
      await tx.comment.update({ where: { id: comment?.id ?? "" }, data: { ...hidden, body: "" } });
      expect((await told()).filter((entry) => /^comment/.test(entry))).toEqual([]);
      // Blind, and not all have assessed.
      await tx.document.update({ where: { id: made.id }, data: { reviewMode: "blind" } });
      await tx.claim.update({ where: { id }, data: { assessedAt: null } });
      expect(await told()).not.toContain("claim.assessed 2");
      const before = await told();
      await tx.evidence.update({ where: { id: evidenceId }, data: hidden });
      const gone = before.length - (await told()).length;
      expect(gone).toBeGreaterThan(2);
      // Who did something, and deleted their account since, has no name there either.
      await tx.user.update({ where: { id: namesake.userId }, data: { name: "Former member" } });
      expect((await documentHistory(tx, newcomer, made.id)).filter(({ by }) => by === "Former member")).toHaveLength(1);
      // Of a bundle that does not say which evidence it is, nothing of evidence is told.
      await tx.earlierEvent.updateMany({ where: { documentId: made.id }, data: { evidenceId: null } });
      expect((await told()).filter((entry) => /^(evidence|question|snapshot)/.test(entry))).toEqual([]);
      await tx.claim.update({ where: { id }, data: hidden });
      expect((await told()).filter((entry) => entry.endsWith(" 2"))).toEqual([]);
      throw new Error("And back.");
    });
    await expect(undone).rejects.toThrow("And back.");
  });

  it("has the questions with their answers, and nothing of what was in the trash", async () => {
    const { claims } = await listClaims.run(newcomer, { documentId: made.id });
    const open = claims.find(({ state }) => state === "in_review");
    const { questions, evidence } = await getClaim.run(newcomer, { claimId: open?.id ?? "" });
    expect(questions).toMatchObject([
      { number: 1, text: "Did anybody count?", unanswerable: false },
      { number: 2, text: "Who kept the lists?", unanswerable: true, note: "They were burnt." },
    ]);
    expect(evidence.map(({ questionId, answer }) => [questionId, answer])).toEqual([
      [null, ""],
      [questions[0]?.id, "The log has a column for it."],
      [null, ""],
    ]);
  });

  it("says of an image what was found, as it did", async () => {
    const { claims } = await listClaims.run(newcomer, { documentId: made.id });
    const open = claims.find(({ state }) => state === "in_review");
    expect(await getClaim.run(newcomer, { claimId: open?.id ?? "" })).toMatchObject({
      mediaKind: "image",
      mediaUrl: "https://social.example/a-photograph",
      ruling: { mediaAuthenticity: "staged", mediaContext: "Shown at a fair.", mediaOriginalUrl: "" },
    });
  });

  it("holds the snapshots, which say again whether a quote stands in them", async () => {
    expect(snapshotsIn(bundle)).toHaveLength(3);
    const { claims } = await listClaims.run(newcomer, { documentId: made.id });
    const open = await getClaim.run(newcomer, { claimId: claims.find(({ state }) => state === "in_review")?.id ?? "" });
    const [first, second] = open.evidence[0]?.snapshots ?? [];
    expect(second).toMatchObject({ filename: "Pasted text.txt", mediaType: "text/plain", takenOn: "2026-11-20", note: "NOTE-FOR-DESK" });
    expect(Buffer.from((await downloadSnapshot.run(newcomer, { snapshotId: first?.id ?? "" })).body).toString()).toBe(`${SECRET} “We did count.”`);
    expect(await findQuotes.run(newcomer, { claimId: open.id })).toContainEqual({ snapshotId: first?.id, found: "exact" });
    expect(open.assignments).toEqual([expect.objectContaining({ personId: reviewer.userId, due: "2026-12-24" })]);
  });

  it("publishes nothing: what was published is history, until an editor opens its page", async () => {
    const page = await publicPageFor(there.prisma, "the-bridge");
    expect(page).toMatchObject({ revoked: true, visibility: "unlisted", latest: 2 });
    expect(await publicItems()).toEqual([]);
    const view = await getPublication.run(newcomer, { documentId: made.id });
    expect(JSON.stringify(view)).toContain("A figure was wrong.");
    if (!page) throw new Error("There is a page.");
    const report = await publicReport(there.prisma, page);
    expect(report?.claims.map(({ state }) => state)).toEqual(["corrected"]);
  });

  it("keeps the names of people who are unknown, who can neither sign in nor are members", async () => {
    const rana = await there.prisma.user.findUniqueOrThrow({ where: { id: reviewer.userId }, include: { memberships: true } });
    expect(rana).toMatchObject({ name: "Rana Reviewer", memberships: [], email: `${reviewer.userId}@bundle.invalid` });
    expect(rana.suspendedAt).not.toBeNull();
  });

  it("says in the log who brought it in", async () => {
    const event = await there.prisma.event.findFirstOrThrow({ where: { documentId: made.id, type: "document.imported" } });
    expect(event.actorId).toBe(newcomer.userId);
    expect(await there.prisma.event.count({ where: { documentId: made.id, type: "claim.imported" } })).toBe(3);
  });

  it("can be worked on", async () => {
    const { claims } = await listClaims.run(newcomer, { documentId: made.id });
    const open = claims.find(({ state }) => state === "in_review");
    const claim = await run(there.prisma, newcomer, addEvidence, evidenceInput(open?.id ?? ""));
    expect(claim.evidence).toHaveLength(4);
    expect((await getClaim.run(newcomer, { claimId: claim.id })).assessments).toHaveLength(2);
  });
});

describe("a bundle in the workspace that it came from", () => {
  it("becomes another document with the same report, from the same sources and people", async () => {
    moveTo(here);
    const preview = await previewBundle.run(editor, base64(bundle));
    expect(preview).toMatchObject({
      claims: 3,
      assessments: 2,
      comments: 2,
      revisions: 2,
      keepsIds: false,
      scale: { known: true },
      sources: { made: 0, known: 4 },
      people: { unknown: [] },
    });
    const before = await here.prisma.document.count();
    const copy = await run(here.prisma, editor, importBundle, base64(bundle));
    expect(await here.prisma.document.count()).toBe(before + 1);
    expect(copy.id).not.toBe(documentId);
    const again = fileIn(await takenOut(editor, copy.id), "report.json");
    expect(await comparable(again, here, "none")).toEqual({ ...(await comparable(fileIn(bundle, "report.json"), here, "none")), publication: null });
  });

  it("is for editors, and the dry run writes nothing", async () => {
    moveTo(here);
    const before = await here.prisma.document.count();
    await previewBundle.run(editor, base64(bundle));
    await expect(previewBundle.run(reviewer, base64(bundle))).rejects.toEqual(failure("forbidden", /role/));
    await expect(run(here.prisma, reviewer, importBundle, base64(bundle))).rejects.toEqual(failure("forbidden", /role/));
    expect(await here.prisma.document.count()).toBe(before);
  });

  it("never takes another's account for somebody in it", async () => {
    moveTo(there);
    const stranger = await createMember(there.prisma, { role: "editor", name: "Stella Stranger" });
    const preview = await previewBundle.run(stranger, base64(bundle));
    expect(preview.people).toEqual({ known: [], unknown: ["Edda Editor", "Rana Reviewer", "Rana Reviewer"] });
  });
});

interface Manifest {
  version: number;
  snapshots: unknown[];
  files: Record<string, unknown>;
}

/** The bundle with other records, and a manifest that knows them. */
function forged(change: (records: Record<string, unknown>, manifest: Manifest, files: Record<string, Uint8Array>) => void): Uint8Array {
  const files = unzipSync(bundle);
  const records = JSON.parse(strFromU8(files["records.json"] ?? new Uint8Array())) as Record<string, unknown>; // an object, as we wrote it
  const manifest = JSON.parse(strFromU8(files["manifest.json"] ?? new Uint8Array())) as Manifest; // as we wrote it
  change(records, manifest, files);
  const body = strToU8(JSON.stringify(records));
  manifest.files["records.json"] = { bytes: body.length, sha256: createHash("sha256").update(body).digest("hex") };
  return zipSync({ ...files, "records.json": body, "manifest.json": strToU8(JSON.stringify(manifest)) });
}

describe("a bundle of the first version", () => {
  it("comes in as it did", async () => {
    const old = forged((records, manifest, files) => {
      delete records.page;
      delete records.corrections;
      for (const claim of records.claims as { assignments?: unknown; evidence: { snapshots?: unknown }[] }[]) {
        delete claim.assignments;
        for (const each of claim.evidence) delete each.snapshots;
      }
      manifest.version = 1;
      manifest.snapshots = [];
      for (const name of snapshotsIn(bundle)) {
        delete files[name];
        delete manifest.files[name];
      }
    });
    moveTo(here);
    const { id } = await run(here.prisma, editor, importBundle, base64(old));
    expect(await here.prisma.document.findUniqueOrThrow({ where: { id }, select: { state: true, publicPage: true } })).toEqual({
      state: "closing",
      publicPage: null,
    });
  });
});

describe("snapshots in a bundle", () => {
  it("are named in the manifest, and those of confidential evidence are in the desk's own alone", async () => {
    moveTo(here);
    const forReaders = await takenOut(editor, documentId, {});
    const { snapshots } = JSON.parse(fileIn(forReaders, "manifest.json")) as { snapshots: { file: string; note: string; filename: string }[] }; // as we wrote it
    expect(snapshots).toEqual([expect.objectContaining({ note: "", filename: "Pasted text.txt", claim: 1 })]);
    expect(snapshotsIn(forReaders)).toEqual(snapshots.map(({ file }) => file));
    expect(fileIn(forReaders, snapshots[0]?.file ?? "")).toBe(PUBLIC);
    expect(Object.values(unzipSync(forReaders)).some((body) => strFromU8(body).includes(SECRET))).toBe(false);
    const desk = await takenOut(editor, documentId, { ...WHOLE, confidential: "false" });
    expect(snapshotsIn(desk)).toHaveLength(1);
  });

  it("can be left out", async () => {
    moveTo(here);
    const without = await takenOut(editor, documentId, { ...WHOLE, snapshots: "false" });
    expect(snapshotsIn(without)).toEqual([]);
    expect((await previewBundle.run(editor, base64(without))).snapshots).toBe(0);
  });

  it("are too many for one when they are more than 40 MB", async () => {
    moveTo(here);
    await here.prisma.snapshot.updateMany({ where: { deletedAt: null }, data: { bytes: 39_000_000 } });
    await expect(takenOut(editor, documentId)).rejects.toEqual(failure("too_large", /117 MB together, and a bundle holds 40 MB .* without snapshots/));
    expect(snapshotsIn(await takenOut(editor, documentId, { ...WHOLE, snapshots: "false" }))).toEqual([]);
  });
});

describe("what is refused with one sentence", () => {
  const refused = async (bytes: Uint8Array, sentence: RegExp, code: AppError["code"] = "invalid") => {
    moveTo(there);
    const before = await there.prisma.document.count();
    await expect(previewBundle.run(newcomer, base64(bytes))).rejects.toEqual(failure(code, sentence));
    await expect(run(there.prisma, newcomer, importBundle, base64(bytes))).rejects.toEqual(failure(code, sentence));
    expect(await there.prisma.document.count()).toBe(before);
  };

  it("words that the workspace does not take, wherever they are written in it", async () => {
    moveTo(there);
    const terms = (refusedTerms: string) => there.prisma.workspace.update({ where: { id: newcomer.workspaceId }, data: { refusedTerms } });
    await terms("Asked twice");
    await expect(run(there.prisma, newcomer, importBundle, base64(bundle))).rejects.toEqual(failure("invalid", /“Asked twice” is on the list/));
    await terms("");
  });

  it("a file that is no zip, or no bundle", async () => {
    await refused(strToU8("hello"), /not a zip/);
    await refused(zipSync({ "a.txt": strToU8("a") }), /not a bundle/);
  });

  it("what is no base64, at its beginning or far behind it", async () => {
    moveTo(there);
    for (const dataBase64 of [
      "data:application/zip;base64,UEsDBA==",
      `${"UEsD".repeat(1_000_000)} UEsD`,
      `${"UEsD".repeat(1_000_000)}-_-_`,
      `${"UEsD".repeat(499_999)}UE==UEsD`,
    ])
      await expect(run(there.prisma, newcomer, importBundle, { dataBase64 })).rejects.toThrow("Send the file's bytes in base64.");
  });

  it("a bundle for readers", async () => {
    moveTo(here);
    const forReaders = await takenOut(editor, documentId, {});
    await refused(forReaders, /holds no records/);
  });

  it("records that were changed, without and with a manifest that knows", async () => {
    const files = unzipSync(bundle);
    await refused(zipSync({ ...files, "records.json": strToU8("{}") }), /not as it was made. records\.json/);
    await refused(
      forged((records) => delete records.claims),
      /cannot be read: claims/,
    );
    await refused(
      forged((records) => (records.sources = [])),
      /evidence without its source/,
    );
    await refused(
      forged((records) => (records.people = [])),
      /not among the people/,
    );
    await refused(
      forged((records) => (records.document = { ...(records.document as object), title: "\u0000" })),
      /document\.title/,
    );
    await refused(
      forged((records) => (records.revisions = [])),
      /cannot be read: revisions/,
    );
  });

  it("a history that could not be told on", async () => {
    const told = (history: unknown) =>
      forged((_, manifest, files) => {
        const body = strToU8(JSON.stringify(history));
        files["history.json"] = body;
        manifest.files["history.json"] = { bytes: body.length, sha256: createHash("sha256").update(body).digest("hex") };
      });
    const [entry] = historyIn(bundle);
    const deep = JSON.parse(`${"[".repeat(100)}${"]".repeat(100)}`) as unknown;
    for (const change of [
      { by: "\u0000" },
      { after: { title: "a\ud800" } },
      { before: deep },
      { type: "<script>" },
      { at: "yesterday" },
      { at: "0000-01-01T00:00:00Z" },
    ])
      await refused(told([{ ...entry, ...change }]), /The history in the bundle cannot be read: 0\./);
    await refused(told({}), /The history in the bundle cannot be read: history\.json/);
  });

  it("answers without their question, and those that say neither yes nor no", async () => {
    const evidenceIn = (records: Record<string, unknown>) => (records.claims as { evidence: Record<string, unknown>[] }[]).flatMap(({ evidence }) => evidence);
    await refused(
      forged((records) => evidenceIn(records).forEach((each) => (each.questionId = "another"))),
      /answer without its question/,
    );
    await refused(
      forged((records) => evidenceIn(records).forEach((each) => (each.answerYes = null))),
      /neither yes nor no/,
    );
  });

  it("a snapshot that is missing, or another than its name says", async () => {
    const [name = ""] = snapshotsIn(bundle);
    const files = unzipSync(bundle);
    await refused(zipSync({ ...files, [name]: strToU8("other") }), /not as it was made. snapshots/);
    const renamed = forged((_, manifest, all) => {
      const other = `snapshots/${"0".repeat(64)}.txt`;
      all[other] = all[name] ?? new Uint8Array();
      manifest.files[other] = manifest.files[name];
      manifest.snapshots = [{ ...(manifest.snapshots[0] as object), file: other }];
    });
    await refused(renamed, /its name is not its SHA-256/);
    const claimed = forged((records) => {
      const claims = records.claims as { evidence: { snapshots: { mediaType: string; sha256: string }[] }[] }[];
      for (const snapshot of claims.flatMap(({ evidence }) => evidence.flatMap(({ snapshots }) => snapshots))) snapshot.sha256 = "0".repeat(64);
    });
    await refused(claimed, /lacks a snapshot of claim/);
  });

  it("publications that no page can be made of, or that lead elsewhere", async () => {
    const published = (change: (report: { claims: { evidence: { source: { url: string } }[] }[]; revision: unknown }) => void) =>
      forged((records) => {
        const [publication] = (records.page as { publications: { report: never }[] }).publications;
        if (publication) change(publication.report);
      });
    await refused(
      published((report) => {
        const source = report.claims[0]?.evidence[0]?.source;
        if (source) source.url = "javascript:alert(1)";
      }),
      /publication 1: it is not a published report \(claims\.0\.evidence\.0\.source\.url/,
    );
    await refused(
      published((report) => (report.revision = { text: "", blocks: [] })),
      /publication 1: it marks words outside of its text/,
    );
    await refused(
      forged((records) => (records.page = null)),
      /correction is without the publication/,
    );
  });

  it("a text whose blocks do not fit", async () => {
    const torn = forged((records) => {
      const [revision] = records.revisions as { text: string }[];
      if (revision) revision.text = `X${revision.text}`;
    });
    await refused(torn, /revision 1/);
  });

  it("but not an older bundle, which knows nothing of questions", async () => {
    adoptDatabase(there);
    const older = forged((records) => {
      for (const claim of records.claims as { evidence: Record<string, unknown>[]; questions?: unknown }[]) {
        delete claim.questions;
        for (const each of claim.evidence) for (const field of ["questionId", "answerType", "answerYes", "answer"]) delete each[field];
      }
    });
    const { id } = await run(there.prisma, newcomer, importBundle, base64(older));
    const { claims } = await listClaims.run(newcomer, { documentId: id });
    const read = await Promise.all(claims.map(({ id: claimId }) => getClaim.run(newcomer, { claimId })));
    expect(read.flatMap(({ questions }) => questions)).toEqual([]);
    expect(read.flatMap(({ evidence }) => evidence.map(({ answerType }) => answerType))).toContain("extractive");
  });
});
