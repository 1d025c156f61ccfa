import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assessClaim } from "@/lib/commands/assess-claim";
import { assignClaim } from "@/lib/commands/assign-claims";
import type { Operation } from "@/lib/commands/command";
import { addContact } from "@/lib/commands/contact";
import { addEvidence } from "@/lib/commands/evidence";
import { createInvitation } from "@/lib/commands/invitations";
import { addMark } from "@/lib/commands/marks";
import { askQuestion } from "@/lib/commands/question";
import { startThread } from "@/lib/commands/threads";
import { updateClaim } from "@/lib/commands/update-claim";
import { updateDocument } from "@/lib/commands/update-document";
import { adoptDatabase, type Tx } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import { AppError } from "@/lib/domain/errors";
import type { ClaimState } from "@/lib/domain/claim";
import type { Actor, Role } from "@/lib/domain/role";
import { env } from "@/lib/env";
import { keepBlob } from "@/lib/storage/snapshot-files";
import { createClaim, createDocument, createMember, createWorkspace, evidenceInput, rulingInput, run, SAMPLE_TEXT } from "@/prisma/factories";
import { CATALOGUE } from "./catalogue";
import { answerTo, SESSION_DOORS, type Answer } from "./test/access-matrix";
import { requestTo, type Ids } from "./test/requests";

/* One workspace has all that a desk has. A stranger is admin of another one, which has the same kinds of rows; they and members of each role try every door. */

let prisma: PrismaClient;
let stranger: Actor;
/** Members of that workspace who made nothing of what is in it. */
let members: Record<"reader" | "reviewer" | "editor" | "admin" | "owner", Actor>;
/** Ids of its rows, by the names of path parameters and fields. */
let theirs: Record<string, string>;
/** The same kinds of rows of the stranger's own workspace. */
let own: Record<string, string>;
/** Whatever stands in a row of it and in none of the stranger's. */
let secrets: string[];
/** What is said among those who work on claims, and what a confidential source is called. */
let deskOnly: string[];

class Undone extends Error {}

/** Asks as the actor may; what is written is taken back. `before` sets the scene in the same transaction. */
async function attempt(actor: Actor, operation: Operation, input: object, before?: (tx: Tx) => Promise<unknown>): Promise<unknown> {
  const parsed = operation.schema.parse(input);
  if (operation.kind === "query") return operation.run(actor, parsed);
  if (operation.kind === "stream")
    return operation.run(actor, parsed, { lastEventId: null, actorsOf: () => Promise.resolve(new Map()), failed: () => undefined });
  if (operation.kind === "public") throw new Error("Nobody is signed in here.");
  const prepared = await operation.prepare(actor, parsed);
  let result: unknown;
  const undone = prisma.$transaction(
    async (tx) => {
      await before?.(tx);
      result = await operation.run({ actor, tx, now: new Date() }, parsed, prepared);
      throw new Undone();
    },
    { maxWait: 10_000, timeout: 20_000 },
  );
  await undone.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
  return result;
}

/** What came of it, as it would be sent. */
async function outcome(endpoint: string, input: object, actor = stranger, before?: (tx: Tx) => Promise<unknown>): Promise<{ code: string; body: string }> {
  const operation = CATALOGUE[endpoint];
  if (!operation) throw new Error(`There is no ${endpoint}.`);
  try {
    return { code: "done", body: JSON.stringify(await attempt(actor, operation, input, before)) ?? "" };
  } catch (error) {
    if (!(error instanceof AppError)) throw new Error(`${endpoint} cannot be asked so.`, { cause: error });
    return { code: error.code, body: JSON.stringify([error.message, error.details]) };
  }
}

const leaked = (body: string, said: object, words = secrets) => {
  const request = JSON.stringify(said);
  return words.filter((secret) => body.includes(secret) && !request.includes(secret));
};

/** The beginning of a text, as it would stand in an answer. */
const inJson = (text: string) => JSON.stringify(text).slice(1, 61).replace(/"$/, "");

/** Every text in every row of a workspace that is long enough to be told from others, as JSON has it. */
async function textsOf(workspaceId: string): Promise<Set<string>> {
  const columns = await prisma.$queryRaw<{ table: string; column: string }[]>`
    SELECT c.table_name::text AS "table", c.column_name::text AS "column" FROM information_schema.columns c
    JOIN information_schema.columns w ON w.table_name = c.table_name AND w.column_name = 'workspaceId' AND w.table_schema = c.table_schema
    WHERE c.table_schema = current_schema() AND c.data_type = 'text' AND c.column_name NOT IN ('workspaceId', 'userId', 'type')`;
  const texts = new Set<string>([workspaceId]);
  for (const { table, column } of columns) {
    const rows = await prisma.$queryRawUnsafe<{ text: string | null }[]>(
      `SELECT DISTINCT "${column}" AS text FROM "${table}" WHERE "workspaceId" = $1`,
      workspaceId,
    );
    for (const { text } of rows) if (text !== null && text.length >= 12) texts.add(inJson(text));
  }
  return texts;
}

async function idsOf(workspaceId: string): Promise<Record<string, string>> {
  const where = { workspaceId };
  const first = { where, orderBy: { id: "asc" } } as const;
  const claim = await prisma.claim.findFirstOrThrow({ where: { ...where, evidence: { some: {} } }, include: { anchors: true, evidence: true } });
  const thread = await prisma.thread.findFirstOrThrow({ where, include: { comments: true } });
  const label = await prisma.scaleLabel.findFirstOrThrow({ where: { scale: { workspaceId } } });
  const revision = await prisma.revision.findFirstOrThrow({ where: { documentId: claim.documentId } });
  const ids = {
    ...{ workspaceId, documentId: claim.documentId, claimId: claim.id, revisionId: revision.id, labelId: label.id, scaleId: label.scaleId },
    ...{ anchorId: claim.anchors[0]?.id, evidenceId: claim.evidence[0]?.id, threadId: thread.id, commentId: thread.comments[0]?.id },
    sourceId: (await prisma.source.findFirstOrThrow(first)).id,
    userId: (await prisma.membership.findFirstOrThrow({ where: { ...where, userId: { not: stranger.userId } } })).userId,
    exportId: (await prisma.exportJob.findFirst(first))?.id,
    appealId: (await prisma.appeal.findFirst(first))?.id,
    decisionId: (await prisma.moderationDecision.findFirst(first))?.id,
    invitationId: (await prisma.invitation.findFirst(first))?.id,
    contactId: (await prisma.claimantContact.findFirst(first))?.id,
    questionId: (await prisma.question.findFirst(first))?.id,
    assessmentId: (await prisma.assessment.findFirst(first))?.id,
    markId: (await prisma.mark.findFirst(first))?.id,
    snapshotId: (await prisma.snapshot.findFirst(first))?.id,
    notificationId: (await prisma.notification.findFirst(first))?.id,
    slug: (await prisma.publicPage.findFirst(first))?.slug,
    number: "1",
  };
  return Object.fromEntries(Object.entries(ids).flatMap(([name, id]) => (id === undefined ? [] : [[name, id]])));
}

const usual = env.DATA_DIR;
const folder = mkdtempSync(path.join(tmpdir(), "isolation-"));

afterAll(() => {
  env.DATA_DIR = usual;
  rmSync(folder, { recursive: true });
});

beforeAll(async () => {
  env.DATA_DIR = folder;
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  await prisma.instance.upsert({ where: { id: 1 }, create: { id: 1 }, update: {} });
  const { id: workspaceId } = await createWorkspace(prisma, { name: "A secret desk" });
  const admin = await createMember(prisma, { role: "admin", workspaceId, name: "A secret admin", email: "a-secret-admin@example.org" });
  const author = await createMember(prisma, { role: "editor", workspaceId, name: "A secret author", email: "a-secret-author@example.org" });
  const { userId, name, email } = admin;
  const theirDocument = await createDocument(prisma, { actor: author, title: "A secret title", text: `${SAMPLE_TEXT}\n\nA secret sentence.` });
  const { id: documentId } = theirDocument;
  const { id: claimId, version } = await createClaim(prisma, { actor: author, document: theirDocument, state: "in_review" });
  await run(prisma, author, updateClaim, { claimId, version, statement: "A secret statement of a claim", speaker: "A secret speaker" });
  await run(prisma, author, addEvidence, { ...evidenceInput(claimId), source: { title: "A secret source", confidential: true }, note: "A secret note on it" });
  await run(prisma, author, askQuestion, { claimId, text: "A secret question?" });
  await run(prisma, author, addContact, { claimId, contactedOn: "2026-01-01", channel: "A secret telephone", outcome: "asked" });
  await run(prisma, author, startThread, { documentId, claimId, body: "A secret comment" });
  const label = await prisma.scaleLabel.findFirstOrThrow({ where: { scale: { documents: { some: { id: documentId } } } } });
  await run(prisma, author, assessClaim, { claimId, version: null, labelId: label.id, rationale: "A secret rationale" });
  await run(prisma, admin, assignClaim, { claimId, assign: [author.userId] });
  await run(prisma, admin, createInvitation, { role: "reader", email: "a-secret-guest@example.org" });
  const apart = await createDocument(prisma, { actor: author, title: "A secret title of another" });
  await run(prisma, author, updateDocument, { documentId: apart.id, version: 1, marksApart: true });
  await run(prisma, author, addMark, { documentId: apart.id, revisionId: apart.revisionId, fragment: { start: 0, end: 10 } });
  const domain = "a-secret-domain.example";
  await prisma.joinDomain.create({ data: { workspaceId, domain, role: "reader" } });
  const evidence = await prisma.evidence.findFirstOrThrow({ where: { workspaceId } });
  await prisma.exportJob.create({ data: { workspaceId, documentId, userId, request: {}, expiresAt: new Date(Date.now() + 86_400_000) } });
  const decision = await prisma.moderationDecision.create({
    data: {
      workspaceId,
      subject: "claim",
      subjectId: claimId,
      documentId,
      personId: userId,
      kind: "hide",
      before: {},
      after: {},
      byId: userId,
      note: "A secret note",
    },
  });
  await prisma.appeal.create({ data: { workspaceId, decisionId: decision.id, byId: userId, text: "A secret appeal" } });
  await prisma.snapshot.create({
    data: {
      ...{
        workspaceId,
        evidenceId: evidence.id,
        createdById: userId,
        sha256: await keepBlob(Buffer.from("A secret page")),
        mediaType: "text/plain",
        bytes: 13,
      },
      ...{ filename: "secret-page.txt", text: "A secret page", takenOn: new Date("2026-01-01") },
    },
  });

  stranger = await createMember(prisma, { role: "admin" });
  await createMember(prisma, { role: "reviewer", workspaceId: stranger.workspaceId });
  const document = await createDocument(prisma, { actor: stranger });
  const claim = await createClaim(prisma, { actor: stranger, document });
  await run(prisma, stranger, addEvidence, evidenceInput(claim.id));
  await run(prisma, stranger, startThread, { documentId: document.id, claimId: claim.id, body: "Ours." });

  [theirs, own] = [await idsOf(workspaceId), await idsOf(stranger.workspaceId)];
  const { seq } = await prisma.event.findFirstOrThrow({ where: { workspaceId, type: "claim.updated" } });
  theirs = { ...theirs, sessionId: admin.sessionId, domain, apartId: apart.id, apartRevisionId: apart.revisionId, seq: String(seq) };
  const join = async (role: Role) => createMember(prisma, { role, workspaceId });
  const owner = await join("admin");
  await prisma.user.update({ where: { id: owner.userId }, data: { owner: true } });
  members = {
    ...{ reader: await join("reader"), reviewer: await join("reviewer"), editor: await join("editor"), admin: await join("admin") },
    owner: { ...owner, owner: true },
  };
  deskOnly = ["A secret source", "A secret note on it", "A secret comment", "A secret telephone", "A secret rationale", "A secret page", "a-secret-"];
  const ours = await textsOf(stranger.workspaceId);
  secrets = [...(await textsOf(workspaceId)), name, email].filter((text) => !ours.has(text));
});

/** A refusal by its status; whatever else came of it, the door was open. */
function answerOf(code: string): Answer {
  return code === "forbidden" ? 403 : code === "not_found" ? 404 : "in";
}

describe("a member of another workspace", () => {
  it("finds secrets where there are some: the search itself works", async () => {
    expect(secrets.length).toBeGreaterThan(50);
    const body = JSON.stringify(await prisma.claim.findUniqueOrThrow({ where: { id: theirs.claimId ?? "" } }));
    expect(leaked(body, {}).length).toBeGreaterThan(1);
  });

  it("gets nothing of it through any door: what is there is not there for them, or is their own", async () => {
    for (const endpoint of SESSION_DOORS) {
      // Where a door takes the id of a session, it is somebody else’s.
      const input = requestTo(endpoint, theirs);
      const { code, body } = await outcome(endpoint, input);
      expect([endpoint, answerOf(code), leaked(body, input)]).toEqual([endpoint, answerTo("stranger", endpoint), []]);
    }
  });

  it.each<[string, (mine: Record<string, string>, foreign: Record<string, string>) => object]>([
    ["POST /documents", (_, { scaleId }) => ({ title: "Mine", source: { kind: "paste", text: "Mine." }, scaleId })],
    ["PATCH /documents/{documentId}", ({ documentId }, { scaleId }) => ({ documentId, version: 1, scaleId })],
    ["POST /documents/{documentId}/claims", ({ documentId }, { revisionId }) => ({ documentId, revisionId, fragments: [{ start: 0, end: 5 }] })],
    ["PUT /claims/{claimId}/assessment", ({ claimId }, { labelId }) => ({ claimId, version: null, labelId, rationale: "Mine." })],
    ["PUT /claims/{claimId}/ruling", ({ claimId }, { labelId }) => ({ claimId, version: null, labelId, summary: "Mine." })],
    ["POST /claims/{claimId}/evidence", ({ claimId }, { sourceId }) => ({ claimId, stance: "supports", sourceId, quote: "Mine." })],
    ["POST /claims/{claimId}/evidence", ({ claimId }, { questionId }) => ({ ...evidenceInput(claimId ?? ""), questionId })],
    ["PATCH /claims/{claimId}/assignments", ({ claimId }, { userId }) => ({ claimId, assign: [userId] })],
    ["PATCH /documents/{documentId}/assignments", ({ documentId, userId }, { claimId }) => ({ documentId, claimIds: [claimId], assign: [userId] })],
    ["POST /documents/{documentId}/threads", ({ documentId }, { claimId }) => ({ documentId, claimId, body: "Mine." })],
    ["POST /claims/{claimId}/anchors/{anchorId}/unsettle", ({ claimId }, { anchorId }) => ({ claimId, anchorId, version: 1 })],
    ["GET /claims/{claimId}/assessments/{assessmentId}/versions", ({ claimId }, { assessmentId }) => ({ claimId, assessmentId })],
  ])("cannot tie what is theirs to it: %s", async (endpoint, inputOf) => {
    const input = inputOf(own, theirs);
    const { code, body } = await outcome(endpoint, input);
    expect(["not_found", "invalid", "conflict", "forbidden"]).toContain(code);
    expect(leaked(body, input)).toEqual([]);
  });

  it("cannot unite marks that are theirs", async () => {
    await prisma.document.update({ where: { id: own.documentId ?? "" }, data: { marksApart: true } });
    const input = { documentId: own.documentId, groups: [{ markIds: [theirs.markId] }] };
    const { code, body } = await outcome("POST /documents/{documentId}/marks/union", input);
    expect([["not_found", "invalid", "conflict"].includes(code), leaked(body, input)]).toEqual([true, []]);
    await prisma.document.update({ where: { id: own.documentId ?? "" }, data: { marksApart: false } });
  });

  it("can do all that to what is their own: the refusals above have their reason", async () => {
    expect(await rulingInput(prisma, await createClaim(prisma, { actor: stranger }))).toHaveProperty("labelId");
    for (const endpoint of ["GET /documents/{documentId}", "GET /claims/{claimId}", "GET /documents/{documentId}/threads"])
      expect((await outcome(endpoint, own)).code).toBe("done");
  });
});

describe("a member", () => {
  const claimIn = (state: ClaimState) => (tx: Tx) => tx.claim.update({ where: { id: theirs["claimId"] ?? "" }, data: { state } });
  const now = new Date();
  /** How things have to stand for somebody to be let in: else nobody is, and nothing is shown by it. */
  const SCENES: Readonly<Record<string, (tx: Tx, ids: Ids) => Promise<unknown>>> = {
    "POST /claims/{claimId}/adjudication": claimIn("contested"),
    "POST /claims/{claimId}/corrections": claimIn("published"),
    "PATCH /documents/{documentId}/publication": (tx, { workspaceId = "", documentId = "" }) =>
      tx.publicPage.create({ data: { workspaceId, documentId, slug: "a-page", createdById: members.admin.userId } }),
    "POST /documents/{documentId}/restore": (tx, { documentId: id = "" }) => tx.document.update({ where: { id }, data: { deletedAt: now } }),
    "POST /claims/{claimId}/restore": (tx, { claimId: id = "" }) => tx.claim.update({ where: { id }, data: { deletedAt: now } }),
    "POST /evidence/{evidenceId}/restore": (tx, { evidenceId: id = "" }) => tx.evidence.update({ where: { id }, data: { deletedAt: now } }),
    "POST /snapshots/{snapshotId}/restore": (tx, { snapshotId: id = "" }) => tx.snapshot.update({ where: { id }, data: { deletedAt: now } }),
    "POST /questions/{questionId}/restore": (tx, { questionId: id = "" }) => tx.question.update({ where: { id }, data: { deletedAt: now } }),
    "POST /contacts/{contactId}/restore": (tx, { contactId: id = "" }) => tx.claimantContact.update({ where: { id }, data: { deletedAt: now } }),
  };

  it.each(["reader", "reviewer", "editor", "admin", "owner"] as const)("gets in where the table says so, as %s, and nowhere else", async (comer) => {
    await prisma.$transaction(claimIn("in_review"));
    const wrong: unknown[] = [];
    for (const endpoint of SESSION_DOORS) {
      const input = requestTo(endpoint, theirs);
      const { code, body } = await outcome(endpoint, input, members[comer], (tx) => Promise.resolve(SCENES[endpoint]?.(tx, theirs)));
      const told = comer === "reader" ? leaked(body, input, deskOnly) : [];
      if (answerOf(code) !== answerTo(comer, endpoint) || told.length > 0)
        wrong.push({ endpoint, code, not: answerTo(comer, endpoint), told, body: body.slice(0, 90) });
    }
    expect(wrong).toEqual([]);
  });
});
