import { db } from "@/lib/db/client";
import { documentInScope } from "@/lib/db/scopes";
import type { Actor } from "@/lib/domain/role";
import type { DocumentFactsView, ScaleView } from "@/lib/domain/views";
import { authorize } from "@/lib/policies/authorize";
import { documentPolicy } from "@/lib/policies/document";
import { documentFacts, isScaleFixed } from "./document-facts";
import { otherVersions } from "./scale-move";
import { scaleSelect, scaleViews, toScaleView } from "./scale";

export interface DocumentSettingsView {
  document: DocumentFactsView;
  /** Those that may be chosen, and the document's own, which may be retired. */
  scales: ScaleView[];
  /** Verdicts of two scales cannot be compared: from the first one on the scale stands. */
  scaleFixed: boolean;
  /** True where there is another version of the scale that it is judged on. */
  otherVersions: boolean;
  can: { delete: boolean; setReview: boolean; moveScale: boolean };
}

/** A document's own fields and what may be done with it. Throws `not_found`, `forbidden`. */
export async function documentSettingsView(actor: Actor, documentId: string): Promise<DocumentSettingsView> {
  const prisma = await db();
  const row = await documentInScope(prisma, actor, documentId);
  authorize(documentPolicy, actor, "edit", row);
  const [document, scales, own, scaleFixed, versions] = await Promise.all([
    documentFacts(prisma, documentId),
    scaleViews(actor),
    prisma.scale.findUniqueOrThrow({ where: { id: row.scaleId, workspaceId: actor.workspaceId }, select: scaleSelect }),
    isScaleFixed(prisma, row),
    otherVersions(prisma, row),
  ]);
  return {
    document,
    scales: scales.some((scale) => scale.id === own.id) ? scales : [...scales, toScaleView(own)],
    scaleFixed,
    otherVersions: versions.length > 0,
    can: { moveScale: documentPolicy.moveScale(actor), delete: documentPolicy.delete(actor, row), setReview: documentPolicy.setReview(actor) },
  };
}
