import { setImmediate as turn } from "node:timers/promises";
import { documentInScope } from "@/lib/db/scopes";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { ClaimRecord, DocumentRecords, PERSON_FIELDS } from "@/lib/domain/document-records";
import type { Actor } from "@/lib/domain/role";
import { storedReport } from "@/lib/exporters/stored-report";
import { withoutHidden } from "@/lib/exporters/without-hidden";
import { seesAssessment } from "@/lib/policies/assessment";
import { authorize } from "@/lib/policies/authorize";
import { documentPolicy } from "@/lib/policies/document";
import { seesComment } from "@/lib/policies/thread";
import { toAssessed } from "./assessed-claim";
import { claimRecordSelect, recordsSelect, SAID, threadRecordSelect } from "./document-records-select";
import { hiddenIn, type Hidden } from "./hidden";
import { inSlices } from "./in-slices";

type ClaimRow = Prisma.ClaimGetPayload<{ select: typeof claimRecordSelect }>;

/** The document's records, whole, as bundles carry them; what is assessed blind is left out until it is over. Throws `not_found`, `forbidden`. */
export async function documentRecords(tx: Tx, actor: Actor, documentId: string, { snapshots }: { snapshots: boolean }): Promise<DocumentRecords> {
  authorize(documentPolicy, actor, "exportConfidential");
  await documentInScope(tx, actor, documentId);
  const {
    scale,
    revisions,
    publicPage,
    corrections: all,
    ...document
  } = await tx.document.findUniqueOrThrow({
    where: { id: documentId, workspaceId: actor.workspaceId },
    select: recordsSelect,
  });
  const threads = await tx.thread.findMany({
    where: { ...SAID, documentId, claimId: null },
    select: threadRecordSelect,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const sources = new Map<string, unknown>();
  const claims: DocumentRecords["claims"] = [];
  for await (const rows of await claimSlices(tx, documentId)) {
    for (const { source } of rows.flatMap(({ evidence }) => evidence)) sources.set(source.id, source);
    claims.push(...rows.map((row) => ClaimRecord.parse(written(claimRecord(actor, row, snapshots)))));
    await turn();
  }
  const hidden = await hiddenIn(tx, { documentId });
  const page = publicPage && { ...publicPage, publications: publicPage.publications.map((each) => ({ ...each, report: shownReport(each.report, hidden) })) };
  const corrections = all.filter(({ claimId }) => claimId === null || !hidden.claims.has(claimId));
  const labels = scale.labels.map(({ retiredAt, ...label }) => ({ ...label, retired: retiredAt !== null }));
  const around = { scale: { ...scale, labels }, document, revisions, sources: [...sources.values()], threads, page, corrections };
  const named = [...claims, ...revisions, ...threads, ...sources.values(), ...corrections, document, unreported(page)].flatMap(peopleIn);
  const people = await tx.user.findMany({ where: { id: { in: [...new Set(named)] } }, select: { id: true, name: true }, orderBy: { id: "asc" } });
  return { ...AroundClaims.parse(written({ people, ...around })), claims };
}

/** A kept report as it is; without what moderators have hidden since, where they have. */
function shownReport(kept: unknown, hidden: Hidden): unknown {
  return hidden.claims.size + hidden.evidence.size === 0 ? kept : withoutHidden(storedReport(kept), hidden);
}

/** Everything but the claims, which are many, and are read one by one. */
const AroundClaims = DocumentRecords.omit({ claims: true });

async function claimSlices(tx: Tx, documentId: string): Promise<AsyncGenerator<ClaimRow[]>> {
  const claims = await tx.claim.findMany({ where: { documentId, deletedAt: null }, select: { id: true }, orderBy: { number: "asc" } });
  const ids = claims.map(({ id }) => id);
  return inSlices(ids, (slice) => tx.claim.findMany({ where: { id: { in: slice } }, select: claimRecordSelect, orderBy: { number: "asc" } }));
}

/** The records as JSON has them: moments are text, and so are days. */
function written(records: unknown): unknown {
  return JSON.parse(JSON.stringify(records, dayless));
}

/** The page with its publications, but for the reports. */
function unreported<T extends { publications: { publishedById: string }[] }>(page: T | null) {
  return page && { ...page, publications: page.publications.map(({ publishedById }) => ({ publishedById })) };
}

function claimRecord(actor: Actor, claim: ClaimRow, snapshots: boolean) {
  const { document: _, assessments, evidence, threads, ...fields } = claim;
  const assessed = toAssessed(claim);
  return {
    ...fields,
    evidence: evidence.map(({ source: __, question, snapshots: kept, ...each }) => ({
      ...each,
      questionId: question?.deletedAt === null ? question.id : null,
      snapshots: snapshots ? kept : [],
    })),
    assessments: assessments.filter((each) => seesAssessment(actor, assessed, each)),
    threads: threads
      .map((thread) => ({ ...thread, comments: thread.comments.filter(({ authorId }) => seesComment(actor, authorId, assessed)) }))
      .filter(({ comments }) => comments.length > 0),
  };
}

const DAYS = new Set(["saidOn", "publishedOn", "accessedOn", "archivedOn", "contactedOn", "takenOn", "due"]);

function dayless(key: string, value: unknown): unknown {
  return DAYS.has(key) && typeof value === "string" ? value.slice(0, 10) : value;
}

/** The ids of those whom a record, or what hangs on it, names. */
function peopleIn(record: unknown): string[] {
  const ids: string[] = [];
  JSON.stringify(record, (key, value: unknown) => {
    if (PERSON_FIELDS.has(key) && typeof value === "string") ids.push(value);
    return value;
  });
  return ids;
}
