import type { Tx } from "@/lib/db/client";
import { toDay } from "@/lib/domain/fields";
import type { ReviewMode } from "@/lib/domain/review";
import type { DocumentFactsView } from "@/lib/domain/views";

/** A document's own fields, without its text: what a change of them answers. */
export async function documentFacts(tx: Tx, id: string): Promise<DocumentFactsView> {
  const row = await tx.document.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      title: true,
      author: true,
      publication: true,
      publishedOn: true,
      kind: true,
      state: true,
      language: true,
      url: true,
      scaleId: true,
      reviewMode: true,
      reviewers: true,
      panelRule: true,
      marksApart: true,
      version: true,
    },
  });
  return { ...row, publishedOn: toDay(row.publishedOn) };
}

/**
 * True once verdicts were given on the document's scale. Where assessments are blind, that there are any must not show: there the scale stands from the first
 * claim on.
 */
export async function isScaleFixed(tx: Tx, document: { id: string; reviewMode: ReviewMode }): Promise<boolean> {
  const judged = document.reviewMode === "proposal" ? { OR: [{ assessments: { some: {} } }, { ruling: { isNot: null } }] } : {};
  return (await tx.claim.count({ where: { documentId: document.id, ...judged } })) > 0;
}
