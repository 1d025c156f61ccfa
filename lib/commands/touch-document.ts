import type { Tx } from "@/lib/db/client";

/**
 * Notes that something in the document changed, for the order of lists. It also locks the document's row: whoever changes claims or what hangs on them calls
 * it before, so that no two transactions wait for each other, and none decides on a text that another is correcting.
 */
export async function touchDocument(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.document.update({ where: { id }, data: { updatedAt: now }, select: { id: true } });
}
