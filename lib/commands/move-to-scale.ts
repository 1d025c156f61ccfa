import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { lockedDocument } from "@/lib/db/scopes";
import { AppError, invalidField } from "@/lib/domain/errors";
import { Id, Version } from "@/lib/domain/fields";
import type { ReviewMode } from "@/lib/domain/review";
import type { LabelView, ScaleView } from "@/lib/domain/views";
import { record, recordAll, type NewEvent } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { documentPolicy } from "@/lib/policies/document";
import { documentFacts } from "@/lib/queries/document-facts";
import { scaleSelect, toScaleView } from "@/lib/queries/scale";
import { isOpenBlind, otherVersions } from "@/lib/queries/scale-move";
import { command } from "./command";
import { expectWritten } from "./versioned";

export const MoveToScale = z.object({
  documentId: Id,
  version: Version,
  scaleId: Id,
  /** What becomes of each label of the scale as it is, by ids. */
  successors: z.record(Id, Id).refine((value) => Object.keys(value).length <= 100, "At most 100 labels."),
});

/**
 * Moves a document that is judged to another version of its scale: every verdict of its claims gets the label that succeeds its own, assessments with their
 * versions and decisions too, so that they can still be compared. What is published stays as it was; a label that published claims carry must be the same in
 * both versions, since their verdict changes by a correction only. Fails with `conflict` when the document changed since `version`.
 */
export const moveToScale = command(MoveToScale, { summary: "Move a document to another version of its scale." }, async ({ actor, tx, now }, input) => {
  const document = await lockedDocument(tx, actor, input.documentId);
  authorize(documentPolicy, actor, "moveScale");
  const from = toScaleView(await tx.scale.findUniqueOrThrow({ where: { id: document.scaleId }, select: scaleSelect }));
  const to = (await otherVersions(tx, document)).find(({ id }) => id === input.scaleId);
  if (!to) throw invalidField("scaleId", "Choose another version of this document’s scale.");
  const moves = await movesOf(tx, document, { from, to }, input.successors);
  await expectPublishedStay(tx, document.id, moves);

  const written = await tx.document.updateMany({
    where: { id: document.id, version: input.version },
    data: { scaleId: to.id, version: { increment: 1 }, updatedAt: now },
  });
  await expectWritten(written, "document", () => documentFacts(tx, document.id));
  const renamed = await renamedVerdicts(tx, document.id, moves);
  await relabel(tx, document.id, moves, now);
  await record(tx, actor, {
    type: "document.rescaled",
    documentId: document.id,
    before: { scaleVersion: from.version },
    after: { scaleVersion: to.version, labels: moves.map(({ old, next }) => `${old.name} → ${next.name}`) },
  });
  await recordAll(tx, actor, document.id, renamed);
  return documentFacts(tx, document.id);
});

interface Move {
  old: LabelView;
  next: LabelView;
}

/** The label that succeeds each one. Throws `invalid` where one that may be carried has none. */
async function movesOf(
  tx: Tx,
  document: { id: string; reviewMode: ReviewMode },
  { from, to }: { from: ScaleView; to: ScaleView },
  successors: Readonly<Record<string, string>>,
): Promise<Move[]> {
  // While something may be blind, that a label is carried must not show.
  const carried = (await isOpenBlind(tx, document)) ? null : await carriedLabels(tx, document.id);
  return from.labels.flatMap((old) => {
    const next = to.labels.find(({ id }) => id === successors[old.id]);
    if (!next) {
      if (successors[old.id] === undefined && carried?.has(old.id) === false) return [];
      throw invalidField("successors", "Say for each label which one of the other version takes its place.");
    }
    if (next.retired && next.name !== old.name) throw invalidField("successors", `“${next.name}” is not offered in that version. Choose another label.`);
    return [{ old, next }];
  });
}

/** The labels that something in the document carries. */
async function carriedLabels(tx: Tx, documentId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT r."labelId" AS "id" FROM "Ruling" r JOIN "Claim" c ON c."id" = r."claimId" WHERE c."documentId" = ${documentId} AND r."labelId" IS NOT NULL
    UNION SELECT a."labelId" FROM "Assessment" a JOIN "Claim" c ON c."id" = a."claimId" WHERE c."documentId" = ${documentId} AND a."labelId" IS NOT NULL
    UNION SELECT v."labelId" FROM "AssessmentVersion" v JOIN "Assessment" a ON a."id" = v."assessmentId" JOIN "Claim" c ON c."id" = a."claimId"
      WHERE c."documentId" = ${documentId} AND v."labelId" IS NOT NULL
    UNION SELECT d."labelId" FROM "Adjudication" d JOIN "Claim" c ON c."id" = d."claimId" WHERE c."documentId" = ${documentId} AND d."labelId" IS NOT NULL`;
  return new Set(rows.map(({ id }) => id));
}

const said = ({ name, definition, boundaryRule, rating }: LabelView) => JSON.stringify([name, definition, boundaryRule, rating]);

/** Throws `conflict` where a published verdict would say something else. */
async function expectPublishedStay(tx: Tx, documentId: string, moves: readonly Move[]): Promise<void> {
  const changed = moves.filter(({ old, next }) => said(old) !== said(next));
  const published = await tx.ruling.findFirst({
    where: { labelId: { in: changed.map(({ old }) => old.id) }, claim: { documentId, state: { in: ["published", "corrected", "voided"] } } },
    select: { label: { select: { name: true } }, claim: { select: { number: true } } },
    orderBy: { claim: { number: "asc" } },
  });
  if (!published) return;
  throw new AppError(
    "conflict",
    `Claim ${String(published.claim.number)} is published with “${published.label?.name ?? ""}”, which would become another label. A published verdict changes by a correction only: the label must be the same in both versions, in name, number, definition and boundary.`,
  );
}

/** For the history of each claim whose verdict is called otherwise from now on. */
async function renamedVerdicts(tx: Tx, documentId: string, moves: readonly Move[]): Promise<NewEvent[]> {
  const names = new Map(
    moves.filter(({ old, next }) => old.name !== next.name).map(({ old, next }) => [old.id, { before: { verdict: old.name }, after: { verdict: next.name } }]),
  );
  const rulings = await tx.ruling.findMany({
    where: { claim: { documentId, deletedAt: null }, labelId: { in: [...names.keys()] } },
    select: { claimId: true, labelId: true },
    orderBy: { claim: { number: "asc" } },
  });
  return rulings.map(({ claimId, labelId }) => ({ type: "claim.rescaled", claimId, ...names.get(labelId ?? "") }));
}

/** Every claim is another now, whoever has judged it: what is blind must not show by its version. */
async function relabel(tx: Tx, documentId: string, moves: readonly Move[], now: Date): Promise<void> {
  const map = JSON.stringify(Object.fromEntries(moves.map(({ old, next }) => [old.id, next.id])));
  await tx.$executeRaw`UPDATE "Ruling" r SET "labelId" = m.value FROM json_each_text(${map}::json) m, "Claim" c
    WHERE c."id" = r."claimId" AND c."documentId" = ${documentId} AND r."labelId" = m.key`;
  await tx.$executeRaw`UPDATE "AssessmentVersion" v SET "labelId" = m.value FROM json_each_text(${map}::json) m, "Assessment" a, "Claim" c
    WHERE a."id" = v."assessmentId" AND c."id" = a."claimId" AND c."documentId" = ${documentId} AND v."labelId" = m.key`;
  await tx.$executeRaw`UPDATE "Assessment" a SET "labelId" = m.value FROM json_each_text(${map}::json) m, "Claim" c
    WHERE c."id" = a."claimId" AND c."documentId" = ${documentId} AND a."labelId" = m.key`;
  await tx.$executeRaw`UPDATE "Adjudication" d SET "labelId" = m.value FROM json_each_text(${map}::json) m, "Claim" c
    WHERE c."id" = d."claimId" AND c."documentId" = ${documentId} AND d."labelId" = m.key`;
  await tx.claim.updateMany({ where: { documentId }, data: { version: { increment: 1 }, updatedAt: now } });
}
