import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { toDate } from "@/lib/domain/fields";
import type { ReviewMode } from "@/lib/domain/review";
import type { Actor } from "@/lib/domain/role";
import { snapshotType } from "@/lib/domain/snapshot";
import type { ReportSourceClaim, ReportSourceEvidence } from "@/lib/exporters/report-claim";
import { inSight } from "./claim-in-sight";

/** What the question below answers: of what a report takes, with what decides who sees it. Dates are text in JSON. */
interface ClaimRow extends Omit<ReportSourceClaim, "assignments" | "evidence" | "assessments"> {
  reviewMode: ReviewMode;
  round: number;
  assessedAt: string | null;
  assignments: { personId: string; due: string | null }[];
  evidence: EvidenceRow[];
  assessments: (ReportSourceClaim["assessments"][number] & { reviewerId: string; round: number })[];
}

interface EvidenceRow extends Omit<ReportSourceEvidence, "snapshots"> {
  /** The question that it answers, deleted or not; `questionId` names it only while it is not. */
  question: { id: string } | null;
  snapshots: { mediaType: string }[];
}

/**
 * The claims as reports take them, with their anchors in that revision, in the order of their numbers: of claimViews what leaves the desk. One question to the
 * database, which answers in JSON: with a question for each relation, and a value for each field, reading took most of the time of a file.
 */
export async function reportClaims(
  tx: Tx,
  actor: Actor,
  { documentId, revisionId, ids }: { documentId: string; revisionId: string; ids: readonly string[] },
): Promise<ReportSourceClaim[]> {
  const [answer] = await tx.$queryRaw<{ claims: string }[]>`
    SELECT ${listOf(Prisma.sql`
      SELECT claim."id", claim."number", "statement", "shortForm", "speaker", "saidOn", "mediaKind", "mediaUrl", "type", "checkWorthiness",
        coalesce("tags", '{}') AS "tags", claim."state", "skipReason", "skipNote", "round", "assessedAt", "reviewMode",
        ${ASSIGNMENTS} AS "assignments", ${anchorsIn(revisionId)} AS "anchors", ${EVIDENCE} AS "evidence", ${QUESTIONS} AS "questions",
        ${ASSESSMENTS} AS "assessments", ${RULING} AS "ruling"
      FROM "Claim" claim JOIN "Document" document ON document."id" = claim."documentId"
      WHERE claim."id" = ANY(${ids}) AND claim."documentId" = ${documentId} AND claim."workspaceId" = ${actor.workspaceId} AND claim."deletedAt" IS NULL
      ORDER BY claim."number"`)}::text AS "claims"`;
  const rows = JSON.parse(answer?.claims ?? "[]") as ClaimRow[]; // the statement above names the fields
  return rows.map((row) => toReportClaim(actor, row));
}

/** The rows as a JSON array, in their order. */
function listOf(rows: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(json_agg(one), '[]') FROM (${rows}) one)`;
}

const person = (id: Prisma.Sql) => Prisma.sql`(SELECT json_build_object('id', "id", 'name', "name") FROM "User" WHERE "id" = ${id})`;

const ASSIGNMENTS = listOf(Prisma.sql`
  SELECT "personId", "due" FROM "Assignment" WHERE "claimId" = claim."id" AND "endedAt" IS NULL ORDER BY "createdAt", "personId"`);

const anchorsIn = (revisionId: string) =>
  listOf(Prisma.sql`
  SELECT "id", "start", "end", "exact", "prefix", "suffix", "status", "similarity"
  FROM "Anchor" WHERE "claimId" = claim."id" AND "revisionId" = ${revisionId} ORDER BY "start", "end", "id"`);

const EVIDENCE = listOf(Prisma.sql`
  SELECT evidence."id", "stance", "quote", "locator", "accessedOn", "archiveUrl", "archivedOn", evidence."note", evidence."confidential",
    "answerType", "answerYes", "answer",
    CASE WHEN question."deletedAt" IS NULL THEN question."id" END AS "questionId",
    CASE WHEN question."id" IS NOT NULL THEN json_build_object('id', question."id") END AS "question",
    json_build_object('id', source."id", 'title', "title", 'publisher', "publisher", 'author', "author", 'publishedOn', "publishedOn", 'url', "url",
      'type', source."type", 'primary', "primary", 'confidential', source."confidential") AS "source",
    ${listOf(Prisma.sql`
      SELECT "mediaType" FROM "Snapshot" WHERE "evidenceId" = evidence."id" AND "deletedAt" IS NULL ORDER BY "createdAt", "id"`)} AS "snapshots"
  FROM "Evidence" evidence JOIN "Source" source ON source."id" = "sourceId" LEFT JOIN "Question" question ON question."id" = "questionId"
  WHERE evidence."claimId" = claim."id" AND evidence."deletedAt" IS NULL ORDER BY evidence."createdAt", evidence."id"`);

const QUESTIONS = listOf(Prisma.sql`
  SELECT "id", "text", "unanswerable", "note" FROM "Question" WHERE "claimId" = claim."id" AND "deletedAt" IS NULL ORDER BY "number"`);

const ASSESSMENTS = listOf(Prisma.sql`
  SELECT "reviewerId", "round", "labelId", "unjudgeable", "rationale", "confidence", ${person(Prisma.sql`"reviewerId"`)} AS "reviewer"
  FROM "Assessment" WHERE "claimId" = claim."id" ORDER BY "createdAt", "id"`);

const RULING = Prisma.sql`(SELECT row_to_json(one) FROM (
  SELECT "labelId", "summary", "justification", "mediaAuthenticity", "mediaContext", "mediaOriginalUrl", "updatedAt", ${person(Prisma.sql`"editorId"`)} AS "editor"
  FROM "Ruling" WHERE "claimId" = claim."id") one)`;

function toReportClaim(actor: Actor, { reviewMode, round, assessedAt, ...row }: ClaimRow): ReportSourceClaim {
  const thisRound = row.assessments.filter((each) => each.round === round);
  const scope = { state: row.state, reviewMode, round, assessedAt: moment(assessedAt), reviewerIds: thisRound.map(({ reviewerId }) => reviewerId) };
  const seen = inSight(actor, scope, { ...row, assignments: row.assignments.map(({ personId, due }) => ({ personId, due: toDate(due) })) });
  return {
    ...row,
    ...seen,
    evidence: seen.evidence.map(({ snapshots, ...each }) => ({
      ...each,
      snapshots: snapshots.map(({ mediaType }) => ({ mediaType: snapshotType(mediaType) })),
    })),
    ruling: seen.ruling && { ...seen.ruling, updatedAt: moment(seen.ruling.updatedAt).toISOString() },
  };
}

/** Moments have no zone in the database, and mean UTC. */
function moment<Text extends string | null>(text: Text): Text extends null ? null : Date;
function moment(text: string | null): Date | null {
  return text === null ? null : new Date(`${text}Z`);
}
