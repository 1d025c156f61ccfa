import type { Tx } from "@/lib/db/client";
import { toDay } from "@/lib/domain/fields";
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
      version: true,
    },
  });
  return { ...row, publishedOn: toDay(row.publishedOn) };
}
