import type { Tx } from "@/lib/db/client";
import type { ReviewSettings } from "@/lib/domain/review";

/**
 * Notes that something in the document changed, for the order of lists. It also locks the document's row: whoever changes claims or what hangs on them calls
 * it before, so that no two transactions wait for each other, and none decides on a text that another is correcting. Answers how its claims are reviewed.
 */
export async function touchDocument(tx: Tx, id: string, now: Date): Promise<ReviewSettings> {
  return tx.document.update({ where: { id }, data: { updatedAt: now }, select: { reviewMode: true, reviewers: true, panelRule: true } });
}
