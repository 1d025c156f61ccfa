import type { Tx } from "@/lib/db/client";
import { invalidField } from "@/lib/domain/errors";

/**
 * The label, when it belongs to the document's scale and is not retired; null for a scale without labels, which takes a plain
 * conclusion. Throws `invalid` otherwise.
 */
export async function labelOfScale(tx: Tx, documentId: string, labelId: string | null) {
  const { scale } = await tx.document.findUniqueOrThrow({ where: { id: documentId }, select: { scale: { select: { name: true, labels: true } } } });
  if (scale.labels.length === 0) {
    if (labelId !== null) throw invalidField("labelId", `The scale “${scale.name}” has no labels: leave it out, and write the conclusion.`);
    return null;
  }
  if (labelId === null) throw invalidField("labelId", "Choose a label.");
  const label = scale.labels.find((each) => each.id === labelId);
  if (!label) throw invalidField("labelId", `Choose a label of this document's scale, “${scale.name}”.`);
  if (label.retiredAt) throw invalidField("labelId", `“${label.name}” is retired. Choose another label.`);
  return label;
}
