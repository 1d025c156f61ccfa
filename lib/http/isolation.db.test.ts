import { beforeAll, describe, expect, it, vi } from "vitest";
import { addEvidence } from "@/lib/commands/evidence";
import { startThread } from "@/lib/commands/threads";
import { adoptDatabase, type Tx } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import type { ClaimState } from "@/lib/domain/claim";
import type { Actor, Role } from "@/lib/domain/role";
import { ownDataDir } from "@/lib/storage/test/own-data-dir";
import { createClaim, createDocument, createMember, evidenceInput, rulingInput, run } from "@/prisma/factories";
import { answerTo, SESSION_DOORS, type Answer } from "./test/access-matrix";
import { outcomeOf } from "./test/attempt";
import { idsOf, makeDesk } from "./test/desk";
import { requestTo, type Ids } from "./test/requests";

/* One workspace has all that a desk has. A stranger is admin of another one, which has the same kinds of rows; they and members of each role try every door. */

// Some hundred commands each: slow on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

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

const outcome = (endpoint: string, input: object, actor = stranger, before?: (tx: Tx) => Promise<unknown>) =>
  outcomeOf({ prisma, actor }, endpoint, input, before);

ownDataDir();

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  const desk = await makeDesk(prisma);
  const { workspaceId, name, email } = desk.admin;

  stranger = await createMember(prisma, { role: "admin" });
  await createMember(prisma, { role: "reviewer", workspaceId: stranger.workspaceId });
  const document = await createDocument(prisma, { actor: stranger });
  const claim = await createClaim(prisma, { actor: stranger, document });
  await run(prisma, stranger, addEvidence, evidenceInput(claim.id));
  await run(prisma, stranger, startThread, { documentId: document.id, claimId: claim.id, body: "Ours." });

  theirs = desk.ids;
  own = await idsOf(prisma, stranger.workspaceId);
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
