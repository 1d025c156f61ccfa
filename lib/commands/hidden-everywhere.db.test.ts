import { beforeAll, describe, expect, it } from "vitest";
import { editComment, reply } from "@/lib/commands/comments";
import { decide } from "@/lib/commands/decide";
import { addEvidence, restoreEvidence, updateEvidence } from "@/lib/commands/evidence";
import { publishDocument } from "@/lib/commands/publish-document";
import { createSource } from "@/lib/commands/source";
import { setPublicPage } from "@/lib/commands/set-public-page";
import { startThread } from "@/lib/commands/threads";
import { restoreClaim } from "@/lib/commands/trash-claim";
import { restoreDocument } from "@/lib/commands/trash-document";
import { updateClaim } from "@/lib/commands/update-claim";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import { AppError } from "@/lib/domain/errors";
import { USUAL_RULES, type DecisionKind, type ModerationSubject } from "@/lib/domain/moderation";
import type { Actor } from "@/lib/domain/role";
import { publicFeed } from "@/lib/exporters/public-feed";
import { getClaim } from "@/lib/queries/claim";
import { getDocument, listClaims } from "@/lib/queries/document";
import { documentHistory, documentRecords } from "@/lib/queries/document-records";
import { listDocuments } from "@/lib/queries/documents";
import { exportDocument } from "@/lib/queries/export-document";
import { listClaimEvents } from "@/lib/queries/history";
import { getMyWork } from "@/lib/queries/my-work";
import { listQueue } from "@/lib/queries/moderation-queue";
import { listNotifications } from "@/lib/queries/notifications";
import { publicItems, publicState } from "@/lib/queries/public-items";
import { publicPageFor, publicReport } from "@/lib/queries/public-page";
import { getPublication } from "@/lib/queries/publication";
import { listSources } from "@/lib/queries/source";
import { listThreads } from "@/lib/queries/threads";
import { createClaim, createDocument, createMember, createWorkspace, evidenceInput, run } from "@/prisma/factories";

type Subject = Exclude<ModerationSubject, "person">;

/** The word that nobody may find once such a thing is hidden. */
const secretOf = (subject: Subject) => `xylographer${subject}`;

let prisma: PrismaClient;
let admin: Actor;
let editor: Actor;
let reviewer: Actor;
let author: Actor;
let reader: Actor;
let made: Made;

interface Made {
  documentId: string;
  claimId: string;
  slug: string;
  ids: Record<Subject, string>;
}

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  const { id: workspaceId } = await createWorkspace(prisma);
  admin = await createMember(prisma, { role: "admin", workspaceId });
  editor = await createMember(prisma, { role: "editor", workspaceId });
  author = await createMember(prisma, { role: "editor", workspaceId });
  reviewer = await createMember(prisma, { role: "reviewer", workspaceId, name: "Rita" });
  reader = await createMember(prisma, { role: "reader", workspaceId });
  made = await make();
}, 300_000);

/** A published document with one of everything, each with its secret. */
async function make(): Promise<Made> {
  const secretIn = (subject: Subject, words: string) => `${words} ${secretOf(subject)}`;
  const document = await createDocument(prisma, { actor: author, title: secretIn("document", "A text") });
  let claim = await createClaim(prisma, { actor: author, document, state: "approved" });
  await prisma.claim.update({ where: { id: claim.id }, data: { state: "researching" } });
  claim = await getClaim.run(author, { claimId: claim.id });
  claim = await run(prisma, author, updateClaim, { claimId: claim.id, version: claim.version, statement: secretIn("claim", "The bridge opened in 1932") });
  const source = await run(prisma, author, createSource, { title: secretIn("source", "The archive"), type: "official_record", primary: true });
  const evidence = { ...evidenceInput(claim.id), source: undefined, sourceId: source.id, quote: "Opened then." };
  claim = await run(prisma, author, addEvidence, evidence);
  const piece = claim.evidence.find((each) => each.source.id === source.id);
  await run(prisma, author, updateEvidence, {
    evidenceId: piece?.id ?? "",
    version: piece?.version ?? 0,
    quote: secretIn("evidence", "Opened on that day."),
  });
  const thread = await run(prisma, editor, startThread, { documentId: document.id, claimId: claim.id, body: "What do you think?" });
  const answered = await run(prisma, author, reply, { threadId: thread.id, body: secretIn("comment", "@Rita, look:") });
  const comment = answered.comments.at(-1);
  await run(prisma, author, editComment, { commentId: comment?.id ?? "", version: comment?.version ?? 0, body: `${comment?.body ?? ""} please` });
  await prisma.claim.update({ where: { id: claim.id }, data: { state: "approved" } });
  const { seen } = await getPublication.run(author, { documentId: document.id });
  const { page } = await run(prisma, author, publishDocument, { documentId: document.id, seen });
  const { id: pageId, slug } = await prisma.publicPage.findUniqueOrThrow({ where: { documentId: document.id } });
  expect(page).not.toBeNull();
  const ids = { document: document.id, claim: claim.id, evidence: piece?.id ?? "", comment: comment?.id ?? "", source: source.id, page: pageId };
  return { documentId: document.id, claimId: claim.id, slug, ids };
}

/** Every way by which somebody reads what others wrote. */
const DOORS: Record<string, (viewer: Actor) => Promise<unknown>> = {
  document: (viewer) => getDocument.run(viewer, made),
  claims: (viewer) => listClaims.run(viewer, made),
  claim: (viewer) => getClaim.run(viewer, made),
  history: (viewer) => listClaimEvents.run(viewer, made),
  discussions: (viewer) => listThreads.run(viewer, { documentId: made.documentId }),
  documents: (viewer) => listDocuments.run(viewer, listDocuments.schema.parse({ q: secretOf("document") })),
  trash: (viewer) => listDocuments.run(viewer, listDocuments.schema.parse({ view: "trash" })),
  sources: (viewer) => listSources.run(viewer, listSources.schema.parse({})),
  work: (viewer) => getMyWork.run(viewer, {}),
  notifications: (viewer) => listNotifications.run(viewer, listNotifications.schema.parse({})),
  "public page": async () => {
    const page = await publicPageFor(prisma, made.slug);
    return page && !page.revoked ? publicReport(prisma, page) : null;
  },
  feed: async () => publicFeed(await publicItems(), "json", { baseUrl: "http://localhost", site: "" }).body,
  bundle: async (viewer) => [
    await documentRecords(prisma, viewer, made.documentId, { snapshots: true }),
    await documentHistory(prisma, viewer, made.documentId),
  ],
  "file for readers": (viewer) => taken(viewer, { format: "csv" }),
  "file of the desk": (viewer) => taken(viewer, { format: "jsonld", audience: "desk", assessments: true }),
};

const taken = async (viewer: Actor, wishes: object) =>
  (await exportDocument.run(viewer, exportDocument.schema.parse({ documentId: made.documentId, ...wishes }))).body;

/** The doors behind which somebody finds each secret. */
async function found(): Promise<Record<Subject, string[]>> {
  const doors: Record<Subject, string[]> = { document: [], claim: [], evidence: [], comment: [], source: [], page: [] };
  for (const viewer of [reader, reviewer, author]) {
    for (const [name, open] of Object.entries(DOORS)) {
      const shown = await open(viewer).catch((error: unknown) => {
        if (error instanceof AppError && (error.code === "forbidden" || error.code === "not_found")) return null;
        throw error;
      });
      const words = JSON.stringify(shown).toLowerCase();
      for (const subject of SUBJECTS) if (words.includes(secretOf(subject))) doors[subject].push(`${name}, as ${viewer.role}`);
    }
  }
  return doors;
}

const SUBJECTS = ["claim", "evidence", "comment", "source", "document"] as const;

const decided = (subject: Subject, kind: DecisionKind) =>
  run(prisma, admin, decide, { things: [{ subject, id: made.ids[subject] }], kind, rule: USUAL_RULES[0] ?? "" });

describe("what a moderator has hidden", () => {
  it("is nowhere to be found, and is there again once it is shown again", { timeout: 300_000 }, async () => {
    const before = await found();
    expect(before.claim).toContain("public page, as reader");
    expect(before.evidence).toContain("history, as reviewer");
    expect(before.comment).toContain("bundle, as editor");
    expect(before.source).toContain("sources, as reader");
    expect(before.document).toContain("feed, as reader");
    for (const subject of SUBJECTS) {
      const state = await publicState(prisma);
      const [view] = await decided(subject, "hide");
      expect({ subject, doors: (await found())[subject] }).toEqual({ subject, doors: [] });
      expect(await publicState(prisma)).not.toBe(state);
      expect(JSON.stringify([view?.words, view?.title])).toContain(secretOf(subject));
      await decided(subject, "restore");
    }
    expect(await found()).toEqual(before);
  });

  it("is for moderators alone to list", async () => {
    await expect(listQueue.run(reviewer, listQueue.schema.parse({}))).rejects.toMatchObject({ code: "forbidden" });
  });

  it("takes a public page back, which editors cannot open again", async () => {
    await decided("page", "hide");
    expect((await publicPageFor(prisma, made.slug))?.revoked).toBe(true);
    const { page } = await getPublication.run(author, { documentId: made.documentId });
    const opened = run(prisma, author, setPublicPage, { documentId: made.documentId, version: page?.version ?? 0, revoked: false });
    await expect(opened).rejects.toMatchObject({ code: "closed" });
    await decided("page", "restore");
    expect((await publicPageFor(prisma, made.slug))?.revoked).toBe(false);
  });

  it("cannot be taken out of the trash by its author, nor used again", async () => {
    const { claim, evidence, source, document } = made.ids;
    await decided("source", "hide");
    await expect(run(prisma, author, restoreEvidence, { evidenceId: evidence })).rejects.toMatchObject({ code: "not_found" });
    await prisma.claim.update({ where: { id: claim }, data: { state: "researching" } });
    await expect(run(prisma, author, addEvidence, { claimId: claim, stance: "supports", sourceId: source })).rejects.toMatchObject({ code: "invalid" });
    await decided("claim", "hide");
    await expect(run(prisma, author, restoreClaim, { claimId: claim })).rejects.toMatchObject({ code: "not_found" });
    await decided("document", "hide");
    await expect(run(prisma, author, restoreDocument, { documentId: document })).rejects.toMatchObject({ code: "not_found" });
  });

  it("is in the trash: the database itself refuses anything else", async () => {
    const claim = await createClaim(prisma, { actor: author });
    await expect(prisma.claim.update({ where: { id: claim.id }, data: { hiddenAt: new Date() } })).rejects.toThrow();
  });
});
