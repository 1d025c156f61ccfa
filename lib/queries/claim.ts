import { z } from "zod";
import { query } from "@/lib/commands/command";
import { db, type Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { isDoubtful } from "@/lib/domain/anchor";
import { movesFor } from "@/lib/domain/claim";
import { AppError } from "@/lib/domain/errors";
import { isConfidential } from "@/lib/domain/evidence";
import { Id, toDay } from "@/lib/domain/fields";
import { approvalGate } from "@/lib/domain/gate";
import { groupBy } from "@/lib/domain/group-by";
import type { Actor } from "@/lib/domain/role";
import type { AssessmentView, ClaimView, EvidenceView } from "@/lib/domain/views";
import { claimPolicy, seesAssessment, seesRuling } from "@/lib/policies/claim";
import { seesConfidential } from "@/lib/policies/source";
import { sourceSelect, toSourceView } from "./source";

const person = { select: { id: true, name: true } } as const;

const claimSelect = {
  id: true,
  documentId: true,
  number: true,
  statement: true,
  shortForm: true,
  speaker: true,
  saidOn: true,
  type: true,
  checkWorthiness: true,
  tags: true,
  state: true,
  skipReason: true,
  skipNote: true,
  assigneeId: true,
  version: true,
  createdById: true,
  createdAt: true,
  updatedAt: true,
  createdBy: person,
  document: { select: { revision: true, scale: { select: { _count: { select: { labels: true } } } } } },
  evidence: {
    where: { deletedAt: null },
    select: {
      id: true,
      claimId: true,
      stance: true,
      quote: true,
      locator: true,
      accessedOn: true,
      archiveUrl: true,
      archivedOn: true,
      note: true,
      confidential: true,
      version: true,
      createdAt: true,
      createdBy: person,
      source: { select: sourceSelect },
    },
    orderBy: { createdAt: "asc" },
  },
  assessments: {
    select: { id: true, claimId: true, reviewerId: true, reviewer: person, labelId: true, rationale: true, confidence: true, version: true, updatedAt: true },
    orderBy: { createdAt: "asc" },
  },
  ruling: {
    select: {
      id: true,
      labelId: true,
      summary: true,
      justification: true,
      editor: person,
      version: true,
      updatedAt: true,
      approvedAt: true,
      approvedBy: person,
    },
  },
} satisfies Prisma.ClaimSelect;

type ClaimRow = Prisma.ClaimGetPayload<{ select: typeof claimSelect }>;

/** An anchor, whole. */
export const anchorSelect = {
  id: true,
  claimId: true,
  start: true,
  end: true,
  exact: true,
  prefix: true,
  suffix: true,
  status: true,
  similarity: true,
} satisfies Prisma.AnchorSelect;

type AnchorRow = Prisma.AnchorGetPayload<{ select: typeof anchorSelect }>;

/** One claim, whole, as the actor may see it. Throws `not_found`. */
export async function claimView(tx: Tx, actor: Actor, claimId: string): Promise<ClaimView> {
  const row = await tx.claim.findFirst({
    where: { id: claimId, workspaceId: actor.workspaceId, deletedAt: null, document: { deletedAt: null } },
    select: claimSelect,
  });
  if (!row) throw new AppError("not_found", "This claim does not exist, or was deleted.");
  const revision = await tx.revision.findUniqueOrThrow({
    where: { documentId_number: { documentId: row.documentId, number: row.document.revision } },
    select: { anchors: { where: { claimId }, select: anchorSelect, orderBy: inTextOrder } },
  });
  return toClaimView(actor, row, { number: row.document.revision, anchors: revision.anchors });
}

const inTextOrder = [{ start: "asc" }, { end: "asc" }] satisfies Prisma.AnchorOrderByWithRelationInput[];

/** All claims of a document, whole, with their anchors in that revision, in the order of their numbers: for exports. */
export async function claimViews(tx: Tx, actor: Actor, documentId: string, revision: { id: string; number: number }): Promise<ClaimView[]> {
  const rows = await tx.claim.findMany({
    where: { documentId, workspaceId: actor.workspaceId, deletedAt: null },
    select: claimSelect,
    orderBy: { number: "asc" },
  });
  const anchors = await tx.anchor.findMany({ where: { documentId, revisionId: revision.id }, select: anchorSelect, orderBy: inTextOrder });
  const byClaim = groupBy(anchors, (anchor) => anchor.claimId);
  return rows.map((row) => toClaimView(actor, row, { number: revision.number, anchors: byClaim.get(row.id) ?? [] }));
}

export const GetClaim = z.object({ claimId: Id });

/** One claim, whole. */
export const getClaim = query(GetClaim, { summary: "Read one claim with its evidence, assessments and ruling." }, async (actor, input) =>
  claimView(await db(), actor, input.claimId),
);

function toClaimView(actor: Actor, row: ClaimRow, revision: { number: number; anchors: AnchorRow[] }): ClaimView {
  const anchors = revision.anchors.map(({ claimId: _, ...anchor }) => anchor);
  const scope = { state: row.state, reviewerIds: row.assessments.map((each) => each.reviewerId) };
  const ruling = seesRuling(actor, row.state) ? row.ruling : null;
  return {
    id: row.id,
    documentId: row.documentId,
    number: row.number,
    statement: row.statement,
    shortForm: row.shortForm,
    speaker: row.speaker,
    saidOn: toDay(row.saidOn),
    type: row.type,
    checkWorthiness: row.checkWorthiness,
    tags: row.tags,
    state: row.state,
    skipReason: row.skipReason,
    skipNote: row.skipNote,
    assigneeId: row.assigneeId,
    version: row.version,
    labelId: ruling?.labelId ?? null,
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    revision: revision.number,
    anchors,
    evidenceCount: row.evidence.length,
    evidence: row.evidence.filter((each) => seesConfidential(actor) || !isConfidential(each)).map((each) => toEvidenceView(actor, row, each)),
    assessments: row.assessments.filter((each) => seesAssessment(actor, scope, each.reviewerId)).map((each) => toAssessmentView(actor, each)),
    ruling: ruling && { ...ruling, updatedAt: ruling.updatedAt.toISOString(), approvedAt: ruling.approvedAt?.toISOString() ?? null },
    gate: approvalGate({
      ruling,
      evidenceCount: row.evidence.length,
      scaleHasLabels: row.document.scale._count.labels > 0,
      doubtfulAnchors: anchors.filter((anchor) => isDoubtful(anchor.status)).length,
    }),
    can: {
      edit: claimPolicy.edit(actor, row),
      addEvidence: claimPolicy.addEvidence(actor, row),
      assess: claimPolicy.assess(actor, row),
      rule: claimPolicy.rule(actor, row),
      delete: claimPolicy.delete(actor, row),
      moveTo: movesFor(actor, row.state),
    },
  };
}

function toEvidenceView(actor: Actor, claim: ClaimRow, row: ClaimRow["evidence"][number]): EvidenceView {
  return {
    ...row,
    source: toSourceView(actor, row.source),
    accessedOn: toDay(row.accessedOn),
    archivedOn: toDay(row.archivedOn),
    createdAt: row.createdAt.toISOString(),
    can: { edit: claimPolicy.addEvidence(actor, claim) },
  };
}

function toAssessmentView(actor: Actor, row: ClaimRow["assessments"][number]): AssessmentView {
  const { reviewerId, updatedAt, ...rest } = row;
  return { ...rest, updatedAt: updatedAt.toISOString(), mine: reviewerId === actor.userId };
}
