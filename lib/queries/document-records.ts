import { documentInScope } from "@/lib/db/scopes";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { DocumentRecords, type HistoryEntry } from "@/lib/domain/document-records";
import type { Actor } from "@/lib/domain/role";
import { eventPerson, eventRound } from "@/lib/events/log";
import { seesAssessment } from "@/lib/policies/assessment";
import { authorize } from "@/lib/policies/authorize";
import { documentPolicy } from "@/lib/policies/document";
import { visibleTo } from "@/lib/policies/event";
import { seesComment } from "@/lib/policies/thread";
import { assessedSelect, toAssessed } from "./assessed-claim";
import { recordsSelect, threadRecordSelect } from "./document-records-select";

type Row = Prisma.DocumentGetPayload<{ select: typeof recordsSelect }>;

/** The document's records, whole, as bundles carry them; what is assessed blind is left out until it is over. Throws `not_found`, `forbidden`. */
export async function documentRecords(tx: Tx, actor: Actor, documentId: string): Promise<DocumentRecords> {
  authorize(documentPolicy, actor, "exportConfidential");
  await documentInScope(tx, actor, documentId);
  const row = await tx.document.findUniqueOrThrow({ where: { id: documentId, workspaceId: actor.workspaceId }, select: recordsSelect });
  const threads = await tx.thread.findMany({
    where: { documentId, claimId: null },
    select: threadRecordSelect,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const { claims, scale, revisions, ...document } = row;
  const plain = {
    scale: { ...scale, labels: scale.labels.map(({ retiredAt, ...label }) => ({ ...label, retired: retiredAt !== null })) },
    document,
    revisions,
    sources: sourcesOf(claims),
    claims: claims.map((claim) => claimRecord(actor, claim)),
    threads,
  };
  // Moments become text here, and the shape is the one that the way back in reads.
  const written = JSON.parse(JSON.stringify(plain, dayless)) as Omit<DocumentRecords, "people">;
  return DocumentRecords.parse({ people: await peopleOf(tx, written), ...written });
}

/** What happened to the document, oldest first, as far as the actor may know of it. */
export async function documentHistory(tx: Tx, actor: Actor, documentId: string): Promise<HistoryEntry[]> {
  const rows = await tx.event.findMany({
    where: { documentId, workspaceId: actor.workspaceId },
    select: { type: true, at: true, data: true, actorId: true, actor: { select: { name: true } }, claim: { select: { number: true, ...assessedSelect } } },
    orderBy: { seq: "asc" },
  });
  return rows.flatMap(({ type, at, data, actorId, actor: by, claim }): HistoryEntry[] => {
    const sight = visibleTo(actor, { type, actorId, round: eventRound(data), personId: eventPerson(data) }, claim && toAssessed(claim));
    if (sight !== "named") return [];
    const { before = null, after = null } = typeof data === "object" && data !== null && !Array.isArray(data) ? data : {};
    return [{ at: at.toISOString(), by: by.name, type, claim: claim?.number ?? null, before, after }];
  });
}

function claimRecord(actor: Actor, claim: Row["claims"][number]) {
  const { document: _, assessments, evidence, threads, ...fields } = claim;
  const assessed = toAssessed(claim);
  return {
    ...fields,
    evidence: evidence.map(({ source: __, ...each }) => each),
    assessments: assessments.filter((each) => seesAssessment(actor, assessed, each)),
    threads: threads
      .map((thread) => ({ ...thread, comments: thread.comments.filter(({ authorId }) => seesComment(actor, authorId, assessed)) }))
      .filter(({ comments }) => comments.length > 0),
  };
}

/** Each source once. */
function sourcesOf(claims: Row["claims"]) {
  return [...new Map(claims.flatMap(({ evidence }) => evidence.map(({ source }) => [source.id, source] as const))).values()];
}

const DAYS = new Set(["saidOn", "publishedOn", "accessedOn", "archivedOn", "contactedOn"]);

function dayless(key: string, value: unknown): unknown {
  return DAYS.has(key) && typeof value === "string" ? value.slice(0, 10) : value;
}

/** Everybody whom the records name by an id that ends so. */
async function peopleOf(tx: Tx, records: unknown): Promise<{ id: string; name: string }[]> {
  const ids = new Set<string>();
  JSON.stringify(records, (key, value: unknown) => {
    if (PEOPLE.has(key) && typeof value === "string") ids.add(value);
    return value;
  });
  return tx.user.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true }, orderBy: { id: "asc" } });
}

const PEOPLE = new Set(["createdById", "reviewerId", "editorId", "approvedById", "quoteVerifiedById", "resolvedById", "authorId"]);
