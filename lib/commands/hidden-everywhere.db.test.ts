import { beforeAll, describe, expect, it } from "vitest";
import { editComment, reply } from "@/lib/commands/comments";
import { createClaim as markClaim } from "@/lib/commands/create-claim";
import { correctClaim } from "@/lib/commands/correct-claim";
import { decide, type Decision } from "@/lib/commands/decide";
import { addEvidence, restoreEvidence, updateEvidence } from "@/lib/commands/evidence";
import { gatherMail } from "@/lib/commands/gather-mail";
import { publishDocument } from "@/lib/commands/publish-document";
import { askQuestion } from "@/lib/commands/question";
import { createSource } from "@/lib/commands/source";
import { sendMail } from "@/lib/commands/send-mail";
import { setPublicPage } from "@/lib/commands/set-public-page";
import { addSnapshot } from "@/lib/commands/snapshots";
import { startThread } from "@/lib/commands/threads";
import { restoreClaim } from "@/lib/commands/trash-claim";
import { restoreDocument } from "@/lib/commands/trash-document";
import { updateClaim } from "@/lib/commands/update-claim";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import { AppError } from "@/lib/domain/errors";
import { USUAL_RULES, type ModerationSubject } from "@/lib/domain/moderation";
import type { Actor } from "@/lib/domain/role";
import { eventsAfter } from "@/lib/events/log";
import { atomFeed, claimReviewFeed, correctionsPage, indexPage, jsonFeed } from "@/lib/http/public-lists";
import { articleEmbed, articlePage, claimEmbed, claimPage, errorForm } from "@/lib/http/public-pages";
import type { PublicRead, PublicRequest } from "@/lib/http/public-route";
import { eraseDecided } from "@/lib/jobs/erase";
import type { Letter } from "@/lib/mail/mailbox";
import { getClaim } from "@/lib/queries/claim";
import { documentSource } from "@/lib/queries/changes";
import { getComparison } from "@/lib/queries/comparison";
import { getDocument, listClaims } from "@/lib/queries/document";
import { documentHistory } from "@/lib/queries/document-history";
import { documentRecords } from "@/lib/queries/document-records";
import { listDocuments } from "@/lib/queries/documents";
import { exportDocument } from "@/lib/queries/export-document";
import { downloadExport } from "@/lib/queries/export-jobs";
import { listClaimEvents } from "@/lib/queries/history";
import { getMyWork } from "@/lib/queries/my-work";
import { getOwnModeration } from "@/lib/queries/moderation-own";
import { listQueue } from "@/lib/queries/moderation-queue";
import { listNotifications } from "@/lib/queries/notifications";
import { publicState } from "@/lib/queries/public-items";
import { publicPageFor } from "@/lib/queries/public-page";
import { getPublication } from "@/lib/queries/publication";
import { downloadSnapshot, findQuotes } from "@/lib/queries/snapshots";
import { listSources } from "@/lib/queries/source";
import { listThreads } from "@/lib/queries/threads";
import { keepExportFile } from "@/lib/storage/export-files";
import { ownDataDir } from "@/lib/storage/test/own-data-dir";
import { createClaim, createDocument, createMember, createWorkspace, evidenceInput, run } from "@/prisma/factories";

type Subject = Exclude<ModerationSubject, "person">;

/** The word that nobody may find once such a thing is hidden. */
const secretOf = (subject: Subject) => `xylographer${subject}`;

ownDataDir();

let prisma: PrismaClient;
let admin: Actor;
let editor: Actor;
let reviewer: Actor;
let author: Actor;
let reader: Actor;
let made: Made;

interface Place {
  documentId: string;
  claimId: string;
  slug: string;
}

interface Made extends Place {
  snapshotId: string;
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
  await gatherMail(new Date(Date.now() + 86_400_000));
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
  const content = { kind: "paste" as const, text: secretIn("evidence", "Opened on that day.") };
  await run(prisma, author, addSnapshot, { evidenceId: piece?.id ?? "", content });
  const { id: snapshotId } = await prisma.snapshot.findFirstOrThrow({ where: { evidenceId: piece?.id ?? "" } });
  const thread = await run(prisma, editor, startThread, { documentId: document.id, claimId: claim.id, body: "What do you think?" });
  const answered = await run(prisma, author, reply, { threadId: thread.id, body: secretIn("comment", "@Rita, look:") });
  const comment = answered.comments.at(-1);
  await run(prisma, author, editComment, { commentId: comment?.id ?? "", version: comment?.version ?? 0, body: `${comment?.body ?? ""} please` });
  await prisma.claim.update({ where: { id: claim.id }, data: { state: "approved" } });
  const { seen } = await getPublication.run(author, { documentId: document.id });
  const { page } = await run(prisma, author, publishDocument, { documentId: document.id, seen });
  const { id: pageId, slug } = await prisma.publicPage.findUniqueOrThrow({ where: { documentId: document.id } });
  expect(page).not.toBeNull();
  const { version } = await getClaim.run(author, { claimId: claim.id });
  const told = { kind: "correction" as const, what: secretIn("claim", "The year."), why: "It was another.", statement: secretIn("claim", "It opened in 1932") };
  await run(prisma, author, correctClaim, { claimId: claim.id, version, ...told });
  const ids = { document: document.id, claim: claim.id, evidence: piece?.id ?? "", comment: comment?.id ?? "", source: source.id, page: pageId };
  return { documentId: document.id, claimId: claim.id, slug, snapshotId, ids };
}

/** Every way by which members read what others wrote. */
const DOORS: Record<string, (viewer: Actor, at: Place) => Promise<unknown>> = {
  document: (viewer, at) => getDocument.run(viewer, at),
  claims: (viewer, at) => listClaims.run(viewer, at),
  claim: (viewer, at) => getClaim.run(viewer, at),
  history: (viewer, at) => listClaimEvents.run(viewer, at),
  discussions: (viewer, at) => listThreads.run(viewer, { documentId: at.documentId }),
  documents: (viewer) => listDocuments.run(viewer, listDocuments.schema.parse({ q: secretOf("document") })),
  trash: (viewer) => listDocuments.run(viewer, listDocuments.schema.parse({ view: "trash" })),
  sources: (viewer) => listSources.run(viewer, listSources.schema.parse({})),
  work: (viewer) => getMyWork.run(viewer, {}),
  notifications: (viewer) => listNotifications.run(viewer, listNotifications.schema.parse({})),
  stream: async (viewer, at) => {
    const tell = await documentSource.readChanges(at.documentId, await eventsAfter(at.documentId, 0, 500), [viewer]);
    return typeof tell === "string" ? tell : tell(viewer, { at: 0, told: 0 });
  },
  // Gathered before anything was hidden.
  letters: async (viewer) => {
    const sent: Letter[] = [];
    const again = { sentAt: null, givenUpAt: null, heldUntil: null, attempts: 0, dueAt: new Date(0) };
    await prisma.mail.updateMany({ where: { userId: viewer.userId }, data: again });
    await sendMail(new Date(), { send: (letter) => Promise.resolve(void sent.push(letter)), verify: () => Promise.resolve() });
    return sent;
  },
  comparison: (viewer, at) => getComparison.run(viewer, { documentId: at.documentId, from: 1, to: 1 }),
  // It says no word of what it found, but where.
  "found quotes": async (viewer, at) => (await findQuotes.run(viewer, at)).map(() => secretOf("evidence")),
  snapshot: async (viewer, at) => ("snapshotId" in at ? (await downloadSnapshot.run(viewer, { snapshotId: String(at.snapshotId) })).body : null),
  "file that is kept": async (viewer, { documentId }) => {
    const job = await prisma.exportJob.findFirst({ where: { userId: viewer.userId, documentId }, orderBy: { id: "desc" } });
    return job && (await downloadExport.run(viewer, { exportId: job.id })).body;
  },
  bundle: async (viewer, at) => [
    await documentRecords(prisma, viewer, at.documentId, { snapshots: true }),
    await documentHistory(prisma, viewer, at.documentId),
  ],
  "file for readers": (viewer, at) => taken(viewer, at, { format: "csv" }),
  "file of the desk": (viewer, at) => taken(viewer, at, { format: "jsonld", audience: "desk", assessments: true }),
};

const taken = async (viewer: Actor, at: Place, wishes: object) =>
  (await exportDocument.run(viewer, exportDocument.schema.parse({ documentId: at.documentId, ...wishes }))).body;

/** What everybody reads, at the addresses that they read it at. */
const PUBLIC_DOORS: Record<string, (request: PublicRequest) => Promise<PublicRead>> = {
  "public page": articlePage,
  "page of a claim": claimPage,
  "card of the page": articleEmbed,
  "card of a claim": claimEmbed,
  "form for errors": errorForm,
  "list of pages": indexPage,
  corrections: correctionsPage,
  "Atom feed": atomFeed,
  "JSON feed": jsonFeed,
  "feed of ClaimReviews": claimReviewFeed,
};

/** What a door shows, as text in small letters; nothing where it is shut. */
async function shownAt(open: () => Promise<unknown>): Promise<string> {
  const shown = await open().catch((error: unknown) => {
    if (error instanceof AppError && (error.code === "forbidden" || error.code === "not_found")) return null;
    throw error;
  });
  return (shown instanceof Uint8Array ? Buffer.from(shown).toString() : (JSON.stringify(shown) ?? "")).toLowerCase();
}

type Found = Record<Subject, string[]>;

/** Where something can turn up that is not shown there otherwise. */
const ALWAYS = ["trash", "history", "stream"];

/** The doors behind which somebody finds each secret: behind all of them, or those that showed the subject before. */
async function found(given?: { before: Found; subject: Subject }): Promise<Found> {
  const doors: Found = { document: [], claim: [], evidence: [], comment: [], source: [], page: [] };
  const look = async (door: string, name: string, open: () => Promise<unknown>) => {
    if (given && !given.before[given.subject].includes(door) && !ALWAYS.includes(name)) return;
    const words = await shownAt(open);
    for (const subject of SUBJECTS) if (words.includes(secretOf(subject))) doors[subject].push(door);
  };
  for (const viewer of [reader, reviewer, author])
    for (const [name, open] of Object.entries(DOORS)) await look(`${name}, as ${viewer.role}`, name, () => open(viewer, made));
  const query = new URLSearchParams();
  const param = (name: string) => (name === "slug" ? made.slug : "1");
  for (const [name, read] of Object.entries(PUBLIC_DOORS))
    await look(name, name, async () => (await (await read({ param, query, headers: new Headers() })).make()).body);
  return doors;
}

/** A file of each kind of reader that was made before. */
async function keepFiles(): Promise<void> {
  for (const { userId, workspaceId } of [reader, reviewer, author]) {
    const wished = { workspaceId, documentId: made.documentId, userId, request: { documentId: made.documentId, format: "csv" } };
    const done = { state: "done" as const, filename: "a.csv", type: "text/csv", expiresAt: new Date(Date.now() + 86_400_000) };
    const { id } = await prisma.exportJob.create({ data: { ...wished, ...done }, select: { id: true } });
    await keepExportFile(id, SUBJECTS.map(secretOf).join(","));
  }
}

const SUBJECTS = ["claim", "evidence", "comment", "source", "document"] as const;

const decided = (subject: Subject, kind: Decision["kind"]) =>
  run(prisma, admin, decide, { things: [{ subject, id: made.ids[subject] }], kind, rule: USUAL_RULES[0] ?? "" });

describe("what waits for a moderator", () => {
  const word = "glyphologist";
  /** The doors of one claim; the others are those of its document. */
  const OF_CLAIM = ["claim", "history", "found quotes"];
  /** The doors behind which somebody finds it. */
  async function behind(viewer: Actor, at: Place, names = Object.keys(DOORS)): Promise<string[]> {
    const doors: string[] = [];
    for (const name of names) if ((await shownAt(async () => DOORS[name]?.(viewer, at))).includes(word)) doors.push(name);
    return doors;
  }

  it("is for its author and moderators alone, until it is approved", { timeout: 300_000 }, async () => {
    await prisma.workspace.update({ where: { id: admin.workspaceId }, data: { approveFirst: 5 } });
    const { workspaceId } = admin;
    const novice = await createMember(prisma, { role: "reviewer", workspaceId });
    const document = await createDocument(prisma, { actor: author });
    const { id: claimId } = await createClaim(prisma, { actor: author, document });
    const at = { documentId: document.id, claimId, slug: "none" };
    const span = { revisionId: document.revisionId, fragments: [{ start: 0, end: 26 }] };
    const marked = await run(prisma, novice, markClaim, { documentId: document.id, ...span, statement: `A ${word} said so.` });
    const { source: _, ...evidence } = evidenceInput(claimId);
    const source = { title: `The ${word}’s page`, url: `https://example.org/${word}` };
    const claim = await run(prisma, novice, addEvidence, { ...evidence, note: `As the ${word} said.`, source });
    const thread = await run(prisma, novice, startThread, { documentId: document.id, claimId, body: `@Rita, ask the ${word}.`, blocking: true });
    await run(prisma, novice, reply, { threadId: thread.id, body: `The ${word} again.` });

    for (const viewer of [reader, reviewer, author]) expect(await behind(viewer, at)).toEqual([]);
    for (const viewer of [reader, reviewer, author]) expect(await behind(viewer, { ...at, claimId: marked.id }, OF_CLAIM)).toEqual([]);
    const own = ["claims", "claim", "discussions"];
    expect(await behind(novice, at, own)).toEqual(own);
    expect(await behind(novice, { ...at, claimId: marked.id }, ["claim"])).toEqual(["claim"]);
    expect([marked.closed, claim.evidence[0]?.closed, thread.comments[0]?.held]).toEqual(["held", "held", true]);
    const gate = (await getClaim.run(author, at)).gate;
    expect(JSON.stringify(gate)).not.toMatch(/thread/i);

    const { items } = await listQueue.run(admin, listQueue.schema.parse({ reason: "held" }));
    expect(items.map(({ subject, can }) => [subject, can])).toEqual(
      ["claim", "evidence", "comment", "comment"].map((subject) => [subject, ["escalate", "hide", "approve"]]),
    );
    for (const { words } of items) expect(words).toContain(word);
    const { held } = await getOwnModeration.run(novice, {});
    expect(held.map(({ subject }) => subject)).toEqual(["claim", "evidence", "comment", "comment"]);

    const things = items.map(({ subject, id }) => ({ subject, id }));
    await expect(run(prisma, novice, decide, { things, kind: "approve" })).rejects.toMatchObject({ code: "forbidden" });
    const [refused, ...others] = [things[3], ...things.slice(0, 3)];
    await run(prisma, admin, decide, { things: refused ? [refused] : [], kind: "hide", rule: USUAL_RULES[0] ?? "" });
    await run(prisma, admin, decide, { things: others.flatMap((thing) => thing ?? []), kind: "approve" });
    const shown = ["claims", "claim", "discussions", "sources", "notifications"];
    expect(await behind(reviewer, at, shown)).toEqual(shown);
    expect(await behind(author, at, ["bundle"])).toEqual(["bundle"]);
    const [discussion] = await listThreads.run(reviewer, { documentId: document.id });
    expect(discussion?.comments.map(({ body, hidden }) => [body !== "", hidden])).toEqual([
      [true, false],
      [false, true],
    ]);
    await run(prisma, admin, decide, { things: refused ? [refused] : [], kind: "restore" });
    expect((await listThreads.run(reviewer, { documentId: document.id }))[0]?.comments[1]?.body).toBe(`The ${word} again.`);
    await prisma.workspace.update({ where: { id: workspaceId }, data: { approveFirst: 0 } });
  });

  it("is also what has a word of the list, or comes from somebody who must be approved first; nothing of others is changed", async () => {
    await prisma.workspace.update({ where: { id: admin.workspaceId }, data: { heldTerms: word } });
    const document = await createDocument(prisma, { actor: author });
    const claim = await createClaim(prisma, { actor: author, document });
    const thread = await run(prisma, reviewer, startThread, { documentId: document.id, body: "Well?" });
    const [comment] = thread.comments;
    const seen = async () => (await listThreads.run(author, { documentId: document.id })).flatMap(({ comments }) => comments.map(({ body }) => body));
    expect(await seen()).toEqual(["Well?"]);
    await run(prisma, reviewer, editComment, { commentId: comment?.id ?? "", version: comment?.version ?? 0, body: `Well, ${word}?` });
    expect(await seen()).toEqual([]);
    const change = { claimId: claim.id, version: claim.version, statement: `The ${word} opened it.` };
    await expect(run(prisma, reviewer, updateClaim, change)).rejects.toMatchObject({ code: "closed" });
    await prisma.workspace.update({ where: { id: admin.workspaceId }, data: { heldTerms: "" } });
    const watched: Actor = { ...editor, sanction: { kind: "approve_first", until: null } };
    await run(prisma, watched, startThread, { documentId: document.id, body: "Nothing of note." });
    expect(await seen()).toEqual([]);
    await expect(run(prisma, watched, askQuestion, { claimId: claim.id, text: "Who said so?" })).rejects.toMatchObject({ code: "closed" });
  });
});

describe("what a moderator has hidden", () => {
  it("is nowhere to be found, and is there again once it is shown again", { timeout: 300_000 }, async () => {
    await keepFiles();
    const before = await found();
    // Each door shows something, or it would prove nothing.
    const all = new Set(Object.values(before).flat());
    for (const name of Object.keys(DOORS).filter((each) => each !== "trash" && each !== "work")) expect([...all].join("; ")).toContain(name);
    for (const name of Object.keys(PUBLIC_DOORS)) expect([...all]).toContain(name);
    expect(before.claim).toContain("public page");
    expect(before.evidence).toContain("history, as reviewer");
    expect(before.comment).toContain("bundle, as editor");
    expect(before.comment).toContain("letters, as reviewer");
    expect(before.source).toContain("sources, as reader");
    expect(before.document).toContain("JSON feed");
    for (const subject of SUBJECTS) {
      await keepFiles();
      const state = await publicState(prisma);
      const [view] = await decided(subject, "hide");
      expect({ subject, doors: (await found({ before, subject }))[subject] }).toEqual({ subject, doors: [] });
      expect(await publicState(prisma)).not.toBe(state);
      expect(JSON.stringify([view?.words, view?.title])).toContain(secretOf(subject));
      await decided(subject, "restore");
    }
    await keepFiles();
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

  it("stays nowhere to be found once it was deleted and is gone for good", async () => {
    made = await make();
    const query = new URLSearchParams();
    const page = async () => (await (await articlePage({ param: () => made.slug, query, headers: new Headers() })).make()).body;
    const doors = async () => [
      await shownAt(page),
      await shownAt(async () => DOORS.history?.(author, made)),
      await shownAt(async () => DOORS.bundle?.(author, made)),
    ];
    const gone = async (...subjects: Subject[]) => {
      const before = (await doors()).join();
      for (const subject of subjects) expect(before).toContain(secretOf(subject));
      for (const subject of subjects) if (subject !== "evidence") await decided(subject, "delete");
      await eraseDecided({ lt: new Date(Date.now() + 1000) });
      const after = (await doors()).join();
      for (const subject of subjects) expect(after).not.toContain(secretOf(subject));
    };
    await gone("comment", "source", "evidence");
    expect(await prisma.source.count({ where: { id: made.ids.source } })).toBe(0);
    expect(await prisma.evidence.count({ where: { id: made.ids.evidence } })).toBe(0);
    await gone("claim");
  });

  it("is in the trash: the database itself refuses anything else", async () => {
    const claim = await createClaim(prisma, { actor: author });
    await expect(prisma.claim.update({ where: { id: claim.id }, data: { hiddenAt: new Date() } })).rejects.toThrow();
  });
});
