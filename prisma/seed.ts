import { adjudicateClaim } from "@/lib/commands/adjudicate-claim";
import { addEvidence } from "@/lib/commands/evidence";
import { askQuestion } from "@/lib/commands/question";
import { type AssessClaim, assessClaim } from "@/lib/commands/assess-claim";
import { assignClaim } from "@/lib/commands/assign-claims";
import { reply } from "@/lib/commands/comments";
import { correctClaim } from "@/lib/commands/correct-claim";
import { createClaim } from "@/lib/commands/create-claim";
import { type CreateDocument, createDocument } from "@/lib/commands/create-document";
import { raiseFlag, reportError, ReportError } from "@/lib/commands/flags";
import { addMark, submitMarks } from "@/lib/commands/marks";
import { moveClaim } from "@/lib/commands/move-claim";
import { hashPassword } from "@/lib/commands/password";
import { publishDocument } from "@/lib/commands/publish-document";
import { ruleClaim } from "@/lib/commands/rule-claim";
import { addScaleTemplates } from "@/lib/commands/set-up-workspace";
import { addSource, NewSource } from "@/lib/commands/source";
import { changeThread, type StartThread, startThread } from "@/lib/commands/threads";
import { updateClaim } from "@/lib/commands/update-claim";
import { updateDocument } from "@/lib/commands/update-document";
import type { Tx } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { ClaimState } from "@/lib/domain/claim";
import { DEMO_PASSWORD } from "@/lib/domain/demo";
import type { Actor } from "@/lib/domain/role";
import type { Span } from "@/lib/domain/text";
import type { ClaimView } from "@/lib/domain/views";
import { publicationView } from "@/lib/queries/publication";
import type { AccountKey } from "./demo/accounts";
import { DEMO_ACCOUNTS, DEMO_DOCUMENTS, DEMO_SOURCES } from "./demo/content";
import type { SourceKey } from "./demo/sources";
import type { DemoClaim, DemoDiscussion, DemoDocument, DemoPublication } from "./demo/types";
import { perform } from "./factories";
import type { z } from "zod";

/** When the demo's story begins; each event of it is seven minutes after the one before. */
const BEGIN = "2026-11-16T08:30:00Z";

interface Demo {
  tx: Tx;
  people: Record<AccountKey, Actor>;
  sources: Map<SourceKey, string>;
}

/** Fills an empty database with the demo, by the real commands, in one transaction. Does nothing where there are people already. */
export async function seedDemo(prisma: PrismaClient): Promise<void> {
  if ((await prisma.user.count()) > 0) return;
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await prisma.$transaction(
    async (tx) => {
      await tx.instance.upsert({ where: { id: 1 }, create: { id: 1, demo: true }, update: { demo: true } });
      const people = await seedPeople(tx, passwordHash);
      const demo: Demo = { tx, people, sources: new Map() };
      for (const key of keysOf(DEMO_SOURCES)) demo.sources.set(key, await addSource(tx, people.reviewer, NewSource.parse(DEMO_SOURCES[key])));
      for (const document of DEMO_DOCUMENTS) await seedDocument(demo, document);
      await seedReports(demo);
      await spreadOverTime(tx);
    },
    { maxWait: 10_000, timeout: 120_000 },
  );
}

async function seedPeople(tx: Tx, passwordHash: string): Promise<Record<AccountKey, Actor>> {
  const workspace = await tx.workspace.create({ data: { name: "Foreign desk" }, select: { id: true } });
  await addScaleTemplates(tx, workspace.id);
  const join = async (key: AccountKey): Promise<Actor> => {
    const { email, name, role } = DEMO_ACCOUNTS[key];
    const user = await tx.user.create({
      data: { email, name, passwordHash, demo: true, owner: key === "admin", memberships: { create: { workspaceId: workspace.id, role } } },
      select: { id: true },
    });
    return { userId: user.id, name, email, role, workspaceId: workspace.id, sessionId: "" };
  };
  return {
    reader: await join("reader"),
    reviewer: await join("reviewer"),
    second: await join("second"),
    editor: await join("editor"),
    admin: await join("admin"),
  };
}

async function seedDocument(demo: Demo, given: DemoDocument): Promise<void> {
  const { tx, people } = demo;
  const { title, author, publication, publishedOn, language, kind } = given;
  const bytes = Buffer.from(given.text, "utf8").toString("base64");
  const name = given.format === "markdown" ? `${given.key}.md` : `${given.key}.txt`;
  const input: z.input<typeof CreateDocument> = {
    source: { kind: "file", name, dataBase64: bytes, speakers: given.speakers },
    ...{ title, author, publication, publishedOn, language, kind, url: given.url ?? null },
  };
  const { id } = await perform(tx, people[given.createdBy], createDocument, input);
  if (given.review) await perform(tx, people.editor, updateDocument, { documentId: id, version: 1, ...given.review });
  const revision = await tx.revision.findFirstOrThrow({ where: { documentId: id }, select: { id: true, text: true } });
  const labels = await tx.scaleLabel.findMany({ where: { scale: { documents: { some: { id } } } }, select: { id: true, name: true } });
  const labelId = (label: string) => labels.find((each) => each.name === label)?.id ?? null;
  for (const claim of given.claims) await seedClaim(demo, { documentId: id, revisionId: revision.id, text: revision.text, labelId }, claim);
  for (const { words, ...discussion } of given.discussions ?? [])
    await seedDiscussion(demo, { documentId: id, ...(words ? { words: { revisionId: revision.id, ...spanOf(revision.text, words, 1) } } : {}) }, discussion);
  if (given.marks) await seedMarks(demo, { documentId: id, revisionId: revision.id }, given.marks);
  if (given.published) await seedPublication(demo, id, given.published);
  const document = await tx.document.findUniqueOrThrow({ where: { id }, select: { version: true, state: true } });
  if (document.state !== given.state && given.state !== "published")
    await perform(tx, people.editor, updateDocument, { documentId: id, version: document.version, state: given.state });
}

/** Published, corrected once, and one reader has written. */
async function seedPublication({ tx, people }: Demo, documentId: string, { correction, report }: DemoPublication): Promise<void> {
  const { seen } = await publicationView(tx, people.editor, documentId, new Date());
  const { page } = await perform(tx, people.editor, publishDocument, { documentId, seen });
  const claimOf = (statement: string) => tx.claim.findFirstOrThrow({ where: { documentId, statement }, select: { id: true, number: true, version: true } });
  const { statement, ...change } = correction;
  const { id: claimId, version } = await claimOf(statement);
  await perform(tx, people.editor, correctClaim, { claimId, version, ...change });
  const { number } = await claimOf(report.statement);
  const told = { slug: page?.slug ?? "", claim: number, reason: "error" as const, note: report.note, contact: report.contact };
  await reportError.run({ tx, now: new Date() }, ReportError.parse(told), null);
}

/** What members reported, and waits for moderators. */
async function seedReports({ tx, people: { reviewer, second }, sources }: Demo): Promise<void> {
  const comment = await tx.comment.findFirst({
    where: { authorId: { not: second.userId }, deletedAt: null, thread: { claimId: null } },
    select: { id: true },
    orderBy: { createdAt: "asc" },
  });
  if (comment)
    await perform(tx, second, raiseFlag, {
      subject: "comment",
      id: comment.id,
      reason: "offensive",
      note: "Please, more about the text and less about people.",
    });
  const [source] = sources.values();
  if (source)
    await perform(tx, second, raiseFlag, { subject: "source", id: source, reason: "source", note: "The address leads to another edition than the quotes do." });
  const claim = await tx.claim.findFirst({
    where: { createdById: { not: reviewer.userId }, deletedAt: null },
    select: { id: true },
    orderBy: { createdAt: "asc" },
  });
  if (claim) await perform(tx, reviewer, raiseFlag, { subject: "claim", id: claim.id, reason: "other", note: "Is this not the same as the claim before it?" });
}

/** Each marks for themselves, and submits. */
async function seedMarks({ tx, people }: Demo, place: { documentId: string; revisionId: string }, marks: NonNullable<DemoDocument["marks"]>): Promise<void> {
  const { documentId } = place;
  await perform(tx, people.editor, updateDocument, { documentId, version: 1, marksApart: true });
  for (const { by, quotes } of marks) {
    for (const exact of quotes) await perform(tx, people[by], addMark, { ...place, fragment: { exact } });
    await perform(tx, people[by], submitMarks, { documentId });
  }
}

interface Place {
  documentId: string;
  revisionId: string;
  text: string;
  labelId: (label: string) => string | null;
}

async function seedClaim({ tx, people, sources }: Demo, place: Place, given: DemoClaim): Promise<void> {
  const author = people[given.markedBy];
  const { documentId, revisionId } = place;
  const fragments = given.fragments.map(({ quote, occurrence }) => spanOf(place.text, quote, occurrence ?? 1));
  let claim = await perform(tx, author, createClaim, { documentId, revisionId, fragments, statement: given.statement });
  const { shortForm, speaker, saidOn, type, tags, checkWorthiness } = given;
  claim = await perform(tx, author, updateClaim, {
    ...{ claimId: claim.id, version: claim.version, shortForm, type, tags, checkWorthiness },
    ...(speaker === undefined ? {} : { speaker }),
    ...(saidOn === undefined ? {} : { saidOn }),
  });
  if (given.assignee) await perform(tx, people.editor, assignClaim, { claimId: claim.id, assign: [people[given.assignee].userId] });
  // By hand: nobody may set a deadline that is over already.
  if (given.dueInDays !== undefined) await tx.assignment.updateMany({ where: { claimId: claim.id }, data: { due: inDays(given.dueInDays) } });
  for (const question of given.questions ?? []) claim = await perform(tx, author, askQuestion, { claimId: claim.id, ...question });
  const asked = claim.questions;
  for (const { source, answers, ...evidence } of given.evidence) {
    const { question, ...answer } = answers ?? { question: 0 };
    const questionId = asked[question - 1]?.id ?? null;
    claim = await perform(tx, author, addEvidence, { claimId: claim.id, sourceId: sources.get(source), questionId, ...answer, ...evidence });
  }
  for (const { by, label, ...assessment } of given.assessments) {
    const judged = label === null ? { labelId: null, unjudgeable: true } : { labelId: place.labelId(label) };
    const input: z.input<typeof AssessClaim> = { claimId: claim.id, version: null, ...judged, ...assessment };
    claim = await perform(tx, people[by], assessClaim, input);
  }
  const { ruling } = given;
  if (ruling) {
    const { by, label, reason, ...words } = ruling;
    if (reason !== undefined) {
      const taken = claim.assessments.find((each) => each.labelId === place.labelId(label));
      const decision = { claimId: claim.id, version: claim.version, kind: "taken" as const, assessmentId: taken?.id ?? null, reason };
      claim = await perform(tx, people[by], adjudicateClaim, decision);
    }
    claim = await perform(tx, people[by], ruleClaim, { claimId: claim.id, version: claim.ruling?.version ?? null, labelId: place.labelId(label), ...words });
  }
  await leadTo(tx, people.editor, claim, given);
  for (const discussion of given.discussions ?? []) await seedDiscussion({ tx, people, sources }, { documentId, claimId: claim.id }, discussion);
}

async function seedDiscussion({ tx, people }: Demo, about: Omit<z.input<typeof StartThread>, "body">, { comments, resolvedBy }: DemoDiscussion): Promise<void> {
  const [first, ...replies] = comments;
  if (!first) return;
  const thread = await perform(tx, people[first.by], startThread, { ...about, body: first.body });
  for (const { by, body } of replies) await perform(tx, people[by], reply, { threadId: thread.id, body });
  if (resolvedBy) await perform(tx, people[resolvedBy], changeThread, { threadId: thread.id, version: thread.version, resolved: true });
}

const STEPS: ClaimState[] = ["researching", "in_review", "contested", "adjudicated"];

/** Moves the claim from where its evidence and assessments have brought it to its state in the story. */
async function leadTo(tx: Tx, editor: Actor, claim: ClaimView, { state, skip }: DemoClaim): Promise<void> {
  const contested = state === "contested" || state === "adjudicated";
  const steps = state === "skipped" ? [state] : [...STEPS.filter((step) => contested || STEPS.indexOf(step) < 2), state];
  const reached = steps.indexOf(state);
  let current = claim;
  for (const to of steps.slice(steps.indexOf(current.state) + 1, reached + 1)) {
    if (current.state === state) return;
    current = await perform(tx, editor, moveClaim, {
      claimId: current.id,
      version: current.version,
      to,
      ...(skip ? { skipReason: skip.reason, note: skip.note } : {}),
    });
  }
}

/** The n-th occurrence of the quote. Throws when the text has no such one: the demo would be broken. */
function spanOf(text: string, quote: string, occurrence: number): Span {
  let start = -1;
  for (let count = 0; count < occurrence; count += 1) {
    start = text.indexOf(quote, start + 1);
    if (start < 0) throw new Error(`The demo's text has no occurrence ${String(occurrence)} of “${quote}”.`);
  }
  return { start, end: start + quote.length };
}

function inDays(days: number): Date {
  return new Date(Date.now() + days * 86_400_000);
}

/** The history as it might have happened, instead of all in the second of the seeding. */
async function spreadOverTime(tx: Tx): Promise<void> {
  await tx.$executeRaw`UPDATE "Event" SET "at" = ${BEGIN}::timestamp + ("seq" - (SELECT min("seq") FROM "Event")) * interval '7 minutes' WHERE "type" NOT IN ('document.published', 'claim.published', 'claim.corrected')`;
  await tx.$executeRaw`UPDATE "Claim" c SET "createdAt" = (SELECT min("at") FROM "Event" e WHERE e."claimId" = c."id"), "updatedAt" = (SELECT max("at") FROM "Event" e WHERE e."claimId" = c."id" AND e."type" <> 'claim.assessed')`;
  await tx.$executeRaw`UPDATE "Document" d SET "createdAt" = (SELECT min("at") FROM "Event" e WHERE e."documentId" = d."id"), "updatedAt" = (SELECT max("at") FROM "Event" e WHERE e."documentId" = d."id")`;
  await tx.$executeRaw`UPDATE "Assessment" a SET "updatedAt" = (SELECT max("at") FROM "Event" e WHERE e."claimId" = a."claimId" AND e."actorId" = a."reviewerId" AND e."type" = 'claim.assessed')`;
  await tx.$executeRaw`UPDATE "AssessmentVersion" v SET "createdAt" = (SELECT a."updatedAt" FROM "Assessment" a WHERE a."id" = v."assessmentId")`;
  await tx.$executeRaw`UPDATE "Adjudication" j SET "createdAt" = (SELECT max("at") FROM "Event" e WHERE e."claimId" = j."claimId" AND e."type" = 'claim.adjudicated')`;
  await tx.$executeRaw`UPDATE "Claim" c SET "assessedAt" = (SELECT max(a."updatedAt") FROM "Assessment" a WHERE a."claimId" = c."id") WHERE c."assessedAt" IS NOT NULL`;
  await tx.$executeRaw`UPDATE "Ruling" r SET "updatedAt" = (SELECT max("at") FROM "Event" e WHERE e."claimId" = r."claimId" AND e."type" IN ('claim.ruled', 'claim.agreed'))`;
  await tx.$executeRaw`UPDATE "Ruling" r SET "approvedAt" = (SELECT max("at") FROM "Event" e WHERE e."claimId" = r."claimId" AND e."type" = 'claim.moved') WHERE r."approvedAt" IS NOT NULL`;
  await tx.$executeRaw`UPDATE "Comment" c SET "createdAt" = said."at" FROM (SELECT "data"->>'threadId' AS "threadId", "at", row_number() OVER (PARTITION BY "data"->>'threadId' ORDER BY "seq") AS "place" FROM "Event" WHERE "type" IN ('thread.started', 'comment.added')) said, (SELECT "id", row_number() OVER (PARTITION BY "threadId" ORDER BY "id") AS "place" FROM "Comment") own WHERE own."id" = c."id" AND said."threadId" = c."threadId" AND said."place" = own."place"`;
  await tx.$executeRaw`UPDATE "Thread" t SET "createdAt" = (SELECT min("createdAt") FROM "Comment" c WHERE c."threadId" = t."id"), "resolvedAt" = CASE WHEN t."resolvedAt" IS NULL THEN NULL ELSE (SELECT max("createdAt") + interval '5 minutes' FROM "Comment" c WHERE c."threadId" = t."id") END`;
  await tx.$executeRaw`UPDATE "ThreadSeen" s SET "seenAt" = (SELECT max("createdAt") FROM "Comment" c WHERE c."threadId" = s."threadId" AND c."authorId" = s."userId")`;
  await tx.$executeRaw`UPDATE "Evidence" v SET "createdAt" = (SELECT min("at") FROM "Event" e WHERE e."claimId" = v."claimId" AND e."type" = 'evidence.added')`;
  // The latest three of each person are still to be read, those that name somebody before others; nobody of the demo gets e-mail.
  await tx.$executeRaw`UPDATE "Notification" n SET "mail" = 'off', "createdAt" = COALESCE((SELECT c."createdAt" FROM "Comment" c WHERE c."id" = n."commentId"), (SELECT max("at") FROM "Event" e WHERE e."claimId" = n."claimId" AND e."type" IN ('claim.moved', 'claim.adjudicated', 'claim.updated')), n."createdAt")`;
  await tx.$executeRaw`UPDATE "Notification" n SET "readAt" = n."createdAt" + interval '40 minutes' FROM (SELECT "id", row_number() OVER (PARTITION BY "userId" ORDER BY "kind" = 'mentioned' DESC, "createdAt" DESC) AS "place" FROM "Notification") ranked WHERE ranked."id" = n."id" AND ranked."place" > 3`;
}

function keysOf<Key extends string>(record: Record<Key, unknown>): Key[] {
  // Narrowing: Object.keys forgets the keys of a closed record.
  return Object.keys(record) as Key[];
}
