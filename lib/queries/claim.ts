import { z } from "zod";
import { query } from "@/lib/commands/command";
import { db, type Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { isDoubtful } from "@/lib/domain/anchor";
import { whyNotTake } from "@/lib/domain/assignment";
import { isOpen } from "@/lib/domain/claim";
import { isPublished } from "@/lib/domain/publication";
import { AppError } from "@/lib/domain/errors";
import { Id, toDay } from "@/lib/domain/fields";
import { approvalGate, type GateEvidence } from "@/lib/domain/gate";
import { groupBy } from "@/lib/domain/group-by";
import { isBlind, isLabelFixed, movesFor, whyNotAssess } from "@/lib/domain/review";
import type { Actor } from "@/lib/domain/role";
import type { AssessmentView, ClaimView, EvidenceView, QuestionView } from "@/lib/domain/views";
import { assignmentPolicy } from "@/lib/policies/assignment";
import { claimPolicy } from "@/lib/policies/claim";
import { publicationPolicy } from "@/lib/policies/publication";
import { activeAssignments } from "./assigned";
import { toAssessed } from "./assessed-claim";
import { inSight } from "./claim-in-sight";
import { lastSeen, lastSeenAround } from "./last-seen";
import { pageUrl } from "./page-url";
import { evidenceSnapshots, toSnapshotView } from "./snapshots";
import { sourceSelect, toSourceView } from "./source";

/** What a workspace asks for before approval. */
export const gateSelect = {
  minSources: true,
  primarySource: true,
  claimantContacted: true,
  archived: true,
  quotesVerified: true,
  secondSignature: true,
  noBlockingThreads: true,
} satisfies Prisma.WorkspaceSelect;

const person = { select: { id: true, name: true } } as const;

const evidenceSelect = {
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
  quoteVerifiedBy: person,
  quoteVerifiedAt: true,
  question: { select: { id: true, deletedAt: true } },
  answerType: true,
  answerYes: true,
  answer: true,
  version: true,
  lockedAt: true,
  createdAt: true,
  createdBy: person,
  source: { select: sourceSelect },
  snapshots: evidenceSnapshots,
} satisfies Prisma.EvidenceSelect;

const claimSelect = {
  id: true,
  documentId: true,
  number: true,
  statement: true,
  shortForm: true,
  speaker: true,
  saidOn: true,
  mediaKind: true,
  mediaUrl: true,
  type: true,
  checkWorthiness: true,
  tags: true,
  state: true,
  skipReason: true,
  skipNote: true,
  assignments: activeAssignments,
  round: true,
  assessedAt: true,
  heldAt: true,
  lockedAt: true,
  version: true,
  createdById: true,
  createdAt: true,
  updatedAt: true,
  createdBy: person,
  document: {
    select: {
      revision: true,
      lockedAt: true,
      reviewMode: true,
      reviewers: true,
      panelRule: true,
      workspace: { select: gateSelect },
      scale: { select: { _count: { select: { labels: true } } } },
      publicPage: { select: { slug: true, revokedAt: true, lockedAt: true } },
    },
  },
  evidence: { where: { deletedAt: null }, select: evidenceSelect, orderBy: [{ createdAt: "asc" }, { id: "asc" }] },
  questions: {
    where: { deletedAt: null },
    select: { id: true, claimId: true, number: true, text: true, unanswerable: true, note: true, version: true, createdAt: true, createdBy: person },
    orderBy: { number: "asc" },
  },
  threads: { where: { blocking: true, resolvedAt: null, comments: { some: { heldBody: null } } }, select: { id: true } },
  contacts: {
    where: { deletedAt: null },
    select: { id: true, contactedOn: true, channel: true, outcome: true, note: true, createdBy: person },
    orderBy: [{ contactedOn: "desc" }, { createdAt: "desc" }],
  },
  assessments: {
    select: {
      id: true,
      claimId: true,
      reviewerId: true,
      reviewer: person,
      labelId: true,
      unjudgeable: true,
      rationale: true,
      confidence: true,
      round: true,
      version: true,
      updatedAt: true,
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  },
  adjudications: {
    select: { id: true, kind: true, labelId: true, reviewer: person, reason: true, editor: person, createdAt: true },
    orderBy: { createdAt: "desc" },
  },
  ruling: {
    select: {
      id: true,
      labelId: true,
      basis: true,
      summary: true,
      justification: true,
      mediaAuthenticity: true,
      mediaContext: true,
      mediaOriginalUrl: true,
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
  const seq = await lastSeenAround(tx, actor, claimId);
  const row = await tx.claim.findFirst({
    where: { id: claimId, workspaceId: actor.workspaceId, ...shownTo(actor), document: { deletedAt: null } },
    select: claimSelect,
  });
  if (!row) throw new AppError("not_found", "This claim does not exist, or was deleted.");
  const revision = await tx.revision.findUniqueOrThrow({
    where: { documentId_number: { documentId: row.documentId, number: row.document.revision } },
    select: { anchors: { where: { claimId }, select: anchorSelect, orderBy: inTextOrder } },
  });
  const view = toClaimView(actor, row, { number: row.document.revision, anchors: revision.anchors, seq });
  const held = await tx.evidence.findMany({
    where: { claimId, createdById: actor.userId, heldAt: { not: null } },
    select: evidenceSelect,
    orderBy: { createdAt: "asc" },
  });
  return {
    ...view,
    evidence: [...view.evidence, ...held.map((each) => ({ ...toEvidenceView(actor, row, each), closed: "held" as const, can: { edit: false } }))],
  };
}

/** What waits for a moderator, its author sees. */
export const shownTo = (actor: Actor) => ({ OR: [{ deletedAt: null }, { heldAt: { not: null }, createdById: actor.userId }] });

const inTextOrder = [{ start: "asc" }, { end: "asc" }, { id: "asc" }] satisfies Prisma.AnchorOrderByWithRelationInput[];

/** The claims of a document, whole, with their anchors in that revision, in the order of their numbers; all of them unless `only` says which. */
export async function claimViews(
  tx: Tx,
  actor: Actor,
  documentId: string,
  revision: { id: string; number: number },
  only?: Prisma.ClaimWhereInput,
): Promise<ClaimView[]> {
  const seq = await lastSeen(tx, actor, documentId);
  const rows = await tx.claim.findMany({
    where: { AND: [only ?? {}, { documentId, workspaceId: actor.workspaceId, deletedAt: null }] },
    select: claimSelect,
    orderBy: { number: "asc" },
  });
  const anchors = await tx.anchor.findMany({
    where: { documentId, revisionId: revision.id, ...(only ? { claimId: { in: rows.map(({ id }) => id) } } : {}) },
    select: anchorSelect,
    orderBy: inTextOrder,
  });
  const byClaim = groupBy(anchors, (anchor) => anchor.claimId);
  return rows.map((row) => toClaimView(actor, row, { number: revision.number, anchors: byClaim.get(row.id) ?? [], seq }));
}

export const GetClaim = z.object({ claimId: Id });

/** One claim, whole. */
export const getClaim = query(GetClaim, { summary: "Read one claim with its evidence, assessments and ruling." }, async (actor, input) =>
  claimView(await db(), actor, input.claimId),
);

function toClaimView(actor: Actor, row: ClaimRow, around: { number: number; anchors: AnchorRow[]; seq: number }): ClaimView {
  const anchors = around.anchors.map(({ claimId: _, ...anchor }) => anchor);
  const { reviewMode, reviewers, panelRule } = row.document;
  const reviewed = { state: row.state, assessed: row.assessedAt !== null };
  const thisRound = row.assessments.filter((each) => each.round === row.round);
  const reviewerIds = thisRound.map((each) => each.reviewerId);
  const blind = isBlind(row.document, reviewed);
  const { evidence, questions, assessments, ruling, ...assigned } = inSight(actor, toAssessed(row), row);
  const own = assigned.assignments.find(({ personId }) => personId === actor.userId);
  const closed = row.heldAt ? "held" : row.lockedAt || row.document.lockedAt ? "locked" : null;
  return {
    id: row.id,
    documentId: row.documentId,
    number: row.number,
    statement: row.statement,
    shortForm: row.shortForm,
    speaker: row.speaker,
    saidOn: toDay(row.saidOn),
    mediaKind: row.mediaKind,
    mediaUrl: row.mediaUrl,
    type: row.type,
    checkWorthiness: row.checkWorthiness,
    tags: row.tags,
    state: row.state,
    skipReason: row.skipReason,
    skipNote: row.skipNote,
    ...assigned,
    version: row.version,
    labelId: ruling?.labelId ?? null,
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    revision: around.number,
    seq: around.seq,
    anchors,
    evidenceCount: row.evidence.length,
    evidence: evidence.map((each) => toEvidenceView(actor, row, each)).map((each) => (closed ? { ...each, can: { edit: false } } : each)),
    questions: questions.map((each) => toQuestionView(actor, row, each)).map((each) => (closed ? { ...each, can: { edit: false } } : each)),
    review: { reviewMode, reviewers, panelRule, round: row.round, blind },
    assessments: assessments.map((each) => toAssessmentView(actor, row, each)),
    contacts: claimPolicy.judge(actor) ? row.contacts.map((each) => ({ ...each, contactedOn: toDay(each.contactedOn) ?? "" })) : [],
    // Why one reviewer was followed and another not is the desk's own.
    adjudications: claimPolicy.judge(actor) ? row.adjudications.map(({ createdAt, ...each }) => ({ ...each, at: createdAt.toISOString() })) : [],
    ruling: ruling && {
      ...ruling,
      labelFixed: isLabelFixed(ruling.basis, row.state),
      updatedAt: ruling.updatedAt.toISOString(),
      approvedAt: ruling.approvedAt?.toISOString() ?? null,
    },
    publicUrl: publicUrl(row),
    gate: approvalGate({
      ruling,
      rules: row.document.workspace,
      ownRuling: ruling?.editor.id === actor.userId,
      evidence: row.evidence.map(toGateEvidence),
      contacts: row.contacts.length,
      // Blind, a number would tell that somebody wrote; nothing is approved before the last assessment anyway.
      blockingThreads: blind ? 0 : row.threads.length,
      scaleHasLabels: row.document.scale._count.labels > 0,
      doubtfulAnchors: anchors.filter((anchor) => isDoubtful(anchor.status)).length,
      assessmentsAwaited: blind ? reviewers : 0,
    }),
    closed,
    can: closed
      ? NOTHING
      : {
          edit: claimPolicy.edit(actor, row),
          addEvidence: claimPolicy.addEvidence(actor, row),
          assess: claimPolicy.judge(actor) && whyNotAssess(row.document, reviewed, reviewerIds, actor.userId) === null,
          assign: assignmentPolicy.assign(actor) && isOpen(row.state),
          take: assignmentPolicy.take(actor) && whyNotTake(row.document, reviewed, { people: row.assignments, reviewerIds }, actor.userId) === null,
          giveBack: own !== undefined && !own.done && isOpen(row.state),
          adjudicate: claimPolicy.adjudicate(actor, row),
          rule: claimPolicy.rule(actor, row) && !blind,
          correct: publicationPolicy.correct(actor, row) && publicUrl(row) !== null && !row.document.publicPage?.lockedAt,
          delete: claimPolicy.delete(actor, row),
          moveTo: movesFor(actor, row.document, reviewed),
        },
  };
}

/** Of what waits for a moderator, or was locked by one: it stays as it is. */
const NOTHING: ClaimView["can"] = {
  ...{ edit: false, addEvidence: false, assess: false, assign: false, take: false, giveBack: false },
  ...{ adjudicate: false, rule: false, correct: false, delete: false, moveTo: [] },
};

function publicUrl({ number, state, document: { publicPage } }: ClaimRow): string | null {
  return isPublished(state) && publicPage && !publicPage.revokedAt ? `${pageUrl(publicPage.slug)}/claims/${number}` : null;
}

function toEvidenceView(actor: Actor, claim: ClaimRow, row: ClaimRow["evidence"][number]): EvidenceView {
  const { quoteVerifiedBy: by, quoteVerifiedAt: at, question, lockedAt, ...rest } = row;
  return {
    ...rest,
    quoteVerified: by && at && { by, at: at.toISOString() },
    // Of a deleted question nothing is shown, until it is restored.
    questionId: question && question.deletedAt === null ? question.id : null,
    source: toSourceView(actor, row.source),
    snapshots: row.snapshots.map(toSnapshotView),
    accessedOn: toDay(row.accessedOn),
    archivedOn: toDay(row.archivedOn),
    createdAt: row.createdAt.toISOString(),
    closed: lockedAt ? "locked" : null,
    can: { edit: lockedAt === null && claimPolicy.addEvidence(actor, claim) },
  };
}

function toQuestionView(actor: Actor, claim: ClaimRow, row: ClaimRow["questions"][number]): QuestionView {
  return { ...row, createdAt: row.createdAt.toISOString(), can: { edit: claimPolicy.addEvidence(actor, claim) } };
}

function toGateEvidence({ source, archiveUrl, quote, quoteVerifiedAt }: ClaimRow["evidence"][number]): GateEvidence {
  const { id: sourceId, primary, url } = source;
  return { sourceId, primary, addressed: url !== null, archived: archiveUrl !== null, quoted: quote.trim() !== "", quoteVerified: quoteVerifiedAt !== null };
}

function toAssessmentView(actor: Actor, claim: ClaimRow, row: ClaimRow["assessments"][number]): AssessmentView {
  const { reviewerId, updatedAt, round, ...rest } = row;
  return { ...rest, current: round === claim.round, updatedAt: updatedAt.toISOString(), mine: reviewerId === actor.userId };
}
