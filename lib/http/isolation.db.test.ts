import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Operation } from "@/lib/commands/command";
import { addContact } from "@/lib/commands/contact";
import { addEvidence } from "@/lib/commands/evidence";
import { createInvitation } from "@/lib/commands/invitations";
import { startThread } from "@/lib/commands/threads";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import { AppError } from "@/lib/domain/errors";
import type { Actor } from "@/lib/domain/role";
import { createClaim, createDocument, createMember, evidenceInput, rulingInput, run } from "@/prisma/factories";
import { seedDemo } from "@/prisma/seed";
import { CATALOGUE } from "./catalogue";

// The whole demo is made first: slow on a busy machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 480_000 });

/* One workspace is the demo, with all that a desk has. Its stranger is admin of another one, which has the same kinds of rows, and tries every door. */

let prisma: PrismaClient;
let stranger: Actor;
/** Ids of the demo's rows, by the names of path parameters and fields. */
let theirs: Record<string, string>;
/** The same kinds of rows of the stranger's own workspace. */
let own: Record<string, string>;
/** Whatever stands in a row of the demo and in none of the stranger's. */
let secrets: string[];

/** What a request says beside the ids in its path. */
const BODIES: Record<string, (ids: Record<string, string>) => object> = {
  "PATCH /documents/{documentId}": () => ({ version: 1, title: "Mine" }),
  "POST /documents/{documentId}/publication": () => ({ seen: "0" }),
  "PATCH /documents/{documentId}/publication": () => ({ version: 1 }),
  "PUT /moderation/appeals/{appealId}": () => ({ outcome: "granted", answer: "So be it." }),
  "PUT /documents/{documentId}/presence": () => ({ tab: "0190a000-0000-7000-8000-000000000000", here: true }),
  "POST /documents/{documentId}/claims": ({ revisionId }) => ({ revisionId, fragments: [{ start: 0, end: 5 }] }),
  "POST /documents/{documentId}/claims/import": ({ revisionId }) => ({ revisionId, source: CLAIMS }),
  "POST /documents/{documentId}/claims/import/preview": () => ({ source: CLAIMS }),
  "POST /documents/{documentId}/revisions": () => ({ base: 1, blocks: [{ type: "paragraph", text: "Mine." }] }),
  "POST /documents/{documentId}/revisions/preview": () => ({ base: 1, blocks: [{ type: "paragraph", text: "Mine." }] }),
  "GET /documents/{documentId}/comparison": () => ({ from: 1, to: 1 }),
  "GET /documents/{documentId}/export": () => ({ format: "csv" }),
  "POST /documents/{documentId}/exports": () => ({ format: "csv" }),
  "POST /documents/{documentId}/marks": ({ revisionId }) => ({ revisionId, fragment: { start: 0, end: 5 } }),
  "POST /documents/{documentId}/marks/union": ({ markId }) => ({ groups: [{ markIds: [markId] }] }),
  "PATCH /documents/{documentId}/assignments": ({ claimId, userId }) => ({ claimIds: [claimId], assign: [userId] }),
  "POST /documents/{documentId}/assignments/preview": ({ userId }) => ({ personIds: [userId] }),
  "POST /documents/{documentId}/assignments/plan": ({ userId }) => ({ personIds: [userId], seal: "0".repeat(64) }),
  "PATCH /claims/{claimId}/assignments": ({ userId }) => ({ assign: [userId] }),
  "POST /documents/{documentId}/threads": () => ({ body: "Mine." }),
  "PATCH /threads/{threadId}": () => ({ version: 1, resolved: true }),
  "POST /threads/{threadId}/comments": () => ({ body: "Mine." }),
  "PATCH /comments/{commentId}": () => ({ version: 1, body: "Mine." }),
  "PATCH /claims/{claimId}": () => ({ version: 1, statement: "Mine." }),
  "POST /claims/{claimId}/revert": () => ({ version: 1, seq: 1 }),
  "PUT /claims/{claimId}/fragments": ({ revisionId }) => ({ version: 1, revisionId, fragments: [{ start: 0, end: 5 }] }),
  "POST /claims/{claimId}/anchors/{anchorId}/settle": ({ revisionId }) => ({ version: 1, revisionId, at: null }),
  "POST /claims/{claimId}/anchors/{anchorId}/unsettle": () => ({ version: 1 }),
  "PUT /claims/{claimId}/state": () => ({ version: 1, to: "researching" }),
  "PUT /claims/{claimId}/assessment": ({ labelId }) => ({ version: null, labelId, rationale: "Mine." }),
  "POST /claims/{claimId}/adjudication": ({ assessmentId }) => ({ version: 1, kind: "taken", assessmentId, reason: "Mine." }),
  "PUT /claims/{claimId}/ruling": ({ labelId }) => ({ version: null, labelId, summary: "Mine." }),
  "POST /claims/{claimId}/corrections": () => ({ version: 1, kind: "void", what: "Mine.", why: "Mine." }),
  "POST /claims/{claimId}/set-aside": () => ({ field: "statement", text: "Mine." }),
  "POST /claims/{claimId}/evidence": ({ sourceId }) => ({ stance: "supports", sourceId, quote: "Mine." }),
  "PATCH /evidence/{evidenceId}": () => ({ version: 1, quote: "Mine." }),
  "PUT /evidence/{evidenceId}/verification": () => ({ version: 1, verified: true }),
  "POST /evidence/{evidenceId}/snapshots": () => ({ content: { kind: "paste", text: "Mine." } }),
  "POST /claims/{claimId}/questions": () => ({ text: "Mine?" }),
  "PATCH /questions/{questionId}": () => ({ version: 1, text: "Mine?" }),
  "POST /claims/{claimId}/contacts": () => ({ contactedOn: "2026-01-01", channel: "E-mail", outcome: "asked" }),
  "PATCH /sources/{sourceId}": () => ({ version: 1, title: "Mine" }),
  "POST /scales": ({ scaleId }) => ({ from: scaleId, name: "Mine" }),
  "PUT /scales/{scaleId}": () => ({ version: 1, name: "Mine", labels: [{ name: "Mine", tone: "off" }] }),
  "PUT /people/{userId}/role": () => ({ role: "reader" }),
  "PATCH /instance": () => ({ workspaceMakers: "everyone" }),
  "PUT /instance/owner": ({ userId }) => ({ userId }),
  "PATCH /instance/workspaces/{workspaceId}": () => ({ version: 1, name: "Mine" }),
  "PUT /account/workspace": ({ workspaceId }) => ({ workspaceId }),
  "POST /flags": ({ claimId }) => ({ subject: "claim", id: claimId, reason: "error", note: "Mine." }),
  "POST /moderation/decisions": ({ claimId }) => ({ things: [{ subject: "claim", id: claimId, last: null }], kind: "keep" }),
  "POST /moderation/appeals": ({ decisionId }) => ({ decisionId, text: "Mine." }),
  "GET /events": ({ documentId }) => ({ documents: `${documentId ?? ""}:0` }),
};

const CLAIMS = { kind: "file", name: "claims.csv", dataBase64: Buffer.from("statement,quote\nMine,The bridge opened").toString("base64") };

/** Doors without an id of a workspace: what they answer is the stranger's own. Null where the door is opened by a secret that one was given. */
const OWN: Record<string, object | null> = {
  "GET /audit": {},
  "GET /audit/check": {},
  "GET /audit/export": { format: "csv" },
  "GET /documents": {},
  "POST /documents": { title: "Mine", source: { kind: "paste", text: "Mine." } },
  "GET /moderation": {},
  "GET /moderation/own": {},
  "GET /moderation/transparency": {},
  "GET /moderation/transparency/csv": {},
  "POST /imports/preview": { source: { kind: "paste", text: "Mine." } },
  "POST /imports/bundle": null,
  "POST /imports/bundle/preview": null,
  "GET /sources": {},
  "POST /sources": { title: "Mine alone" },
  "GET /work": {},
  "GET /notifications": {},
  "GET /notifications/count": {},
  "PUT /notifications/read": {},
  "GET /notifications/switches": {},
  "PATCH /notifications/switches": { kind: "mentioned", inPage: true },
  "GET /scales": {},
  "GET /workspace": {},
  "PATCH /workspace": { version: 1, name: "Ours" },
  "GET /workspace/moderation": {},
  "PATCH /workspace/moderation": { version: 2 },
  "PUT /workspace/domains/{domain}": { domain: "ours.example" },
  "DELETE /workspace/domains/{domain}": { domain: "ours.example" },
  "GET /system": {},
  "POST /system/test-mail": null,
  "GET /people": {},
  "POST /invitations": { role: "reader" },
  "POST /invitations/accept": null,
  "POST /invitations/join": null,
  "POST /setup": null,
  "GET /account/workspaces": {},
  "GET /account/sessions": {},
  "PUT /account/password": null,
  "POST /account/deletion": null,
  "POST /account/link-requests": null,
  "POST /account/second-factor": null,
  "PUT /account/second-factor": null,
  "POST /account/second-factor/off": null,
  "POST /account/second-factor/recovery-codes": null,
  "POST /account/join-requests": null,
  "POST /account/joins": null,
  "POST /account/reset-requests": null,
  "POST /account/reset": null,
  // What a public page is told is told by everybody.
  "POST /pages/{slug}/reports": null,
};

/** Doors that are for the owner of the instance alone. */
const OWNERS = /^\w+ \/(instance|workspaces)/;

async function attempt(operation: Operation, input: object): Promise<unknown> {
  const parsed = operation.schema.parse(input);
  if (operation.kind === "query") return operation.run(stranger, parsed);
  if (operation.kind === "stream")
    return operation.run(stranger, parsed, { lastEventId: null, actorsOf: () => Promise.resolve(new Map()), failed: () => undefined });
  if (operation.kind === "public") throw new Error("Nobody is signed in here.");
  const prepared = await operation.prepare(stranger, parsed);
  return prisma.$transaction((tx) => operation.run({ actor: stranger, tx, now: new Date() }, parsed, prepared), { maxWait: 10_000, timeout: 20_000 });
}

/** What came of it, as it would be sent. */
async function outcome(endpoint: string, input: object): Promise<{ code: string; body: string }> {
  const operation = CATALOGUE[endpoint];
  if (!operation) throw new Error(`There is no ${endpoint}.`);
  try {
    return { code: "done", body: JSON.stringify(await attempt(operation, input)) ?? "" };
  } catch (error) {
    if (!(error instanceof AppError)) throw new Error(`${endpoint} cannot be asked so.`, { cause: error });
    return { code: error.code, body: JSON.stringify([error.message, error.details]) };
  }
}

const leaked = (body: string, said: object) => {
  const request = JSON.stringify(said);
  return secrets.filter((secret) => body.includes(secret) && !request.includes(secret));
};

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
    for (const { text } of rows) if (text !== null && text.length >= 12) texts.add(JSON.stringify(text).slice(1, 61).replace(/"$/, ""));
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

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  await seedDemo(prisma);
  const { id: workspaceId } = await prisma.workspace.findFirstOrThrow();
  const member = await prisma.membership.findFirstOrThrow({ where: { workspaceId, role: "admin" }, include: { user: true } });
  const { id: userId, name, email } = member.user;
  const session = await prisma.session.create({ data: { userId, expiresAt: new Date(Date.now() + 86_400_000) } });
  const admin: Actor = { userId, name, email, sessionId: session.id, workspaceId, role: "admin" };

  // What the demo has none of.
  const evidence = await prisma.evidence.findFirstOrThrow({ where: { workspaceId } });
  const { claimId } = evidence;
  const { documentId } = await prisma.claim.findUniqueOrThrow({ where: { id: claimId } });
  await run(prisma, admin, createInvitation, { role: "reader", email: "a-secret-guest@example.org" });
  await run(prisma, admin, addContact, { claimId, contactedOn: "2026-01-01", channel: "A secret telephone", outcome: "asked" });
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
      ...{ workspaceId, evidenceId: evidence.id, createdById: userId, sha256: "a".repeat(64), mediaType: "text/plain", bytes: 17 },
      ...{ filename: "secret-statement.txt", text: "A secret statement", takenOn: new Date("2026-01-01") },
    },
  });

  stranger = await createMember(prisma, { role: "admin" });
  await createMember(prisma, { role: "reviewer", workspaceId: stranger.workspaceId });
  const document = await createDocument(prisma, { actor: stranger });
  const claim = await createClaim(prisma, { actor: stranger, document });
  await run(prisma, stranger, addEvidence, evidenceInput(claim.id));
  await run(prisma, stranger, startThread, { documentId: document.id, claimId: claim.id, body: "Ours." });

  [theirs, own] = [await idsOf(workspaceId), await idsOf(stranger.workspaceId)];
  const ours = await textsOf(stranger.workspaceId);
  secrets = [...(await textsOf(workspaceId)), name, email].filter((text) => !ours.has(text));
});

describe("a member of another workspace", () => {
  it("finds secrets where there are some: the search itself works", async () => {
    expect(secrets.length).toBeGreaterThan(500);
    const body = JSON.stringify(await prisma.claim.findUniqueOrThrow({ where: { id: theirs.claimId ?? "" } }));
    expect(leaked(body, {}).length).toBeGreaterThan(1);
  });

  it("gets nothing through any door that takes an id: 404, and no word", async () => {
    const opened: unknown[] = [];
    const doors = Object.keys(CATALOGUE).filter((endpoint) => !(endpoint in OWN) && !OWNERS.test(endpoint));
    for (const endpoint of doors) {
      const named = [...endpoint.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
      expect(named.length > 0 || endpoint in BODIES, `say in BODIES or OWN what ${endpoint} is asked`).toBe(true);
      for (const name of named) expect(name === "sessionId" || name in theirs, `the demo has no ${name}`).toBe(true);
      const ids = { ...theirs, sessionId: (await prisma.session.findFirstOrThrow({ where: { userId: { not: stranger.userId } } })).id };
      const input = { ...Object.fromEntries(named.map((name) => [name, ids[name as keyof typeof ids]])), ...BODIES[endpoint]?.(ids) };
      const { code, body } = await outcome(endpoint, input);
      const told = leaked(body, input);
      if (code !== "not_found" || told.length > 0) opened.push({ endpoint, code, told, body });
    }
    expect(opened).toEqual([]);
  });

  it("finds none of it in lists, nor in what they write themselves", async () => {
    for (const [endpoint, input] of Object.entries(OWN)) {
      if (input === null) continue;
      const { code, body } = await outcome(endpoint, input);
      expect([endpoint, code, leaked(body, input)]).toEqual([endpoint, "done", []]);
    }
  });

  it("does not run the instance", async () => {
    for (const endpoint of Object.keys(CATALOGUE).filter((each) => OWNERS.test(each))) {
      const ids = Object.fromEntries([...endpoint.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [name, theirs[name]]));
      const input = { ...ids, ...(endpoint === "POST /workspaces" ? { name: "Mine" } : BODIES[endpoint]?.(theirs)) };
      const { code, body } = await outcome(endpoint, input);
      expect([endpoint, code, leaked(body, input)]).toEqual([endpoint, "forbidden", []]);
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
