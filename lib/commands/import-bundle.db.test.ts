import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { addContact } from "@/lib/commands/contact";
import { addEvidence } from "@/lib/commands/evidence";
import { assessClaim } from "@/lib/commands/assess-claim";
import { importBundle, previewBundle } from "@/lib/commands/import-bundle";
import { reply } from "@/lib/commands/comments";
import { askQuestion, trashQuestion } from "@/lib/commands/question";
import { startThread } from "@/lib/commands/threads";
import { adoptDatabase } from "@/lib/db/client";
import { freshDatabase } from "@/lib/db/testing";
import { CLAIM_STATES } from "@/lib/domain/claim";
import type { AppError } from "@/lib/domain/errors";
import type { Actor } from "@/lib/domain/role";
import { getClaim } from "@/lib/queries/claim";
import { ExportDocument, exportedFile } from "@/lib/queries/export-document";
import { listClaims } from "@/lib/queries/document";
import { correctDocument, createClaim, createDocument, createMember, evidenceInput, run } from "@/prisma/factories";

type Database = Awaited<ReturnType<typeof freshDatabase>>;

let here: Database;
let there: Database;
let editor: Actor;
let reviewer: Actor;
let newcomer: Actor;
let documentId: string;
let bundle: Uint8Array;

beforeAll(async () => {
  there = await freshDatabase();
  here = await freshDatabase();
  adoptDatabase(here);
  editor = await createMember(here.prisma, { role: "editor", name: "Edda Editor" });
  reviewer = await createMember(here.prisma, { role: "reviewer", name: "Rana Reviewer", workspaceId: editor.workspaceId });
  documentId = await checkedDocument();
  bundle = await takenOut(editor, documentId);
  adoptDatabase(there);
  newcomer = await createMember(there.prisma, { role: "editor", name: "Nils Newcomer" });
});

/** A corrected text with claims in several states, confidential evidence, a verdict of two, a contact and a discussion. */
async function checkedDocument(): Promise<string> {
  const { prisma } = here;
  const first = await createDocument(prisma, { actor: editor, title: "The bridge </script> “quoted”" });
  const approved = await createClaim(prisma, { actor: editor, document: first, state: "approved" });
  const open = await createClaim(prisma, { actor: editor, document: first, quote: "Nobody had counted", state: "in_review" });
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
  const label = await prisma.scaleLabel.findFirstOrThrow({ where: { scale: { documents: { some: { id: first.id } } } } });
  for (const [actor, rationale] of [
    [editor, "It is right."],
    [reviewer, "It is **right**."],
  ] as const)
    await run(prisma, actor, assessClaim, { claimId: open.id, version: null, labelId: label.id, rationale, confidence: "high" });
  await run(prisma, reviewer, addContact, { claimId: open.id, contactedOn: "2026-11-20", channel: "E-mail", outcome: "no_answer", note: "Asked twice." });
  const thread = await run(prisma, reviewer, startThread, { documentId: first.id, claimId: open.id, body: "Who counted?" });
  await run(prisma, editor, reply, { threadId: thread.id, body: "The engineers." });
  await correctDocument(prisma, {
    actor: editor,
    document: first,
    edit: (text) => text.replace("traffic doubled last year. Nobody", "traffic doubled in 2024. Nobody"),
    note: "A slip.",
  });
  expect(approved.state).toBe("approved");
  return first.id;
}

const WHOLE = { audience: "desk", assessments: "true", confidential: "true", states: CLAIM_STATES.join(",") } as const;

async function takenOut(actor: Actor, id: string, options: Partial<Record<keyof typeof WHOLE, string>> = WHOLE): Promise<Uint8Array> {
  const { body } = await exportedFile(actor, ExportDocument.parse({ documentId: id, format: "bundle", ...options }));
  if (typeof body === "string") throw new Error("A zip was expected.");
  return body;
}

const base64 = (bytes: Uint8Array) => ({ dataBase64: Buffer.from(bytes).toString("base64") });
const fileIn = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());

/** The text with every id that the installations may give differently, and every moment of the import, taken out. */
async function comparable(text: string, database: Database, kept: "ids" | "none" = "ids"): Promise<unknown> {
  const scales = await database.prisma.scale.findMany({ include: { labels: { orderBy: { position: "asc" } } } });
  let plain = text;
  for (const scale of scales) {
    plain = plain.replaceAll(scale.id, `scale ${scale.template}`);
    for (const label of scale.labels) plain = plain.replaceAll(label.id, `label ${scale.template} ${label.position}`);
  }
  return JSON.parse(plain, (key, value: unknown) => {
    if (key === "exportedAt" || key === "updatedAt") return "then";
    return kept === "none" && typeof value === "string" && /^[0-9a-f-]{36}$/.test(value) ? "an id" : value;
  });
}

const failure = (code: AppError["code"], message: RegExp) => expect.objectContaining({ code, message: expect.stringMatching(message) as string });

describe("a bundle in an empty workspace", () => {
  let made: { id: string };
  beforeAll(async () => {
    adoptDatabase(there);
    made = await run(there.prisma, newcomer, importBundle, base64(bundle));
  });

  it("makes the same records, and the same next export", async () => {
    const again = await takenOut(newcomer, made.id);
    expect(made.id).toBe(documentId);
    expect(await comparable(fileIn(again, "report.json"), there)).toEqual(await comparable(fileIn(bundle, "report.json"), here));
    expect(await comparable(fileIn(again, "records.json"), there)).toEqual(await comparable(fileIn(bundle, "records.json"), here));
    expect(fileIn(again, "votes.json")).toBe(fileIn(bundle, "votes.json"));
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
    adoptDatabase(here);
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
    expect(await comparable(again, here, "none")).toEqual(await comparable(fileIn(bundle, "report.json"), here, "none"));
  });

  it("is for editors, and the dry run writes nothing", async () => {
    adoptDatabase(here);
    const before = await here.prisma.document.count();
    await previewBundle.run(editor, base64(bundle));
    await expect(previewBundle.run(reviewer, base64(bundle))).rejects.toEqual(failure("forbidden", /role/));
    await expect(run(here.prisma, reviewer, importBundle, base64(bundle))).rejects.toEqual(failure("forbidden", /role/));
    expect(await here.prisma.document.count()).toBe(before);
  });

  it("never takes another's account for somebody in it", async () => {
    adoptDatabase(there);
    const stranger = await createMember(there.prisma, { role: "editor", name: "Stella Stranger" });
    const preview = await previewBundle.run(stranger, base64(bundle));
    expect(preview.people).toEqual({ known: [], unknown: ["Edda Editor", "Rana Reviewer"] });
  });
});

describe("what is refused with one sentence", () => {
  /** The bundle with other records, and a manifest that knows them. */
  function forged(change: (records: Record<string, unknown>) => void): Uint8Array {
    const files = unzipSync(bundle);
    const records = JSON.parse(strFromU8(files["records.json"] ?? new Uint8Array())) as Record<string, unknown>; // an object, as we wrote it
    change(records);
    const body = strToU8(JSON.stringify(records));
    const manifest = JSON.parse(strFromU8(files["manifest.json"] ?? new Uint8Array())) as { files: Record<string, unknown> }; // as we wrote it
    manifest.files["records.json"] = { bytes: body.length, sha256: createHash("sha256").update(body).digest("hex") };
    return zipSync({ ...files, "records.json": body, "manifest.json": strToU8(JSON.stringify(manifest)) });
  }
  const refused = async (bytes: Uint8Array, sentence: RegExp, code: AppError["code"] = "invalid") => {
    adoptDatabase(there);
    const before = await there.prisma.document.count();
    await expect(previewBundle.run(newcomer, base64(bytes))).rejects.toEqual(failure(code, sentence));
    await expect(run(there.prisma, newcomer, importBundle, base64(bytes))).rejects.toEqual(failure(code, sentence));
    expect(await there.prisma.document.count()).toBe(before);
  };

  it("a file that is no zip, or no bundle", async () => {
    await refused(strToU8("hello"), /not a zip/);
    await refused(zipSync({ "a.txt": strToU8("a") }), /not a bundle/);
  });

  it("a bundle for readers", async () => {
    adoptDatabase(here);
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
