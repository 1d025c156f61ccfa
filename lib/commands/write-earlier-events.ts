import type { Tx } from "@/lib/db/client";
import { insertRows } from "@/lib/db/insert-rows";
import type { Prisma } from "@/lib/db/generated/client";
import type { HistoryEntry } from "@/lib/domain/history-entry";
import type { OpenedBundle } from "@/lib/importers/bundle";

interface Place {
  workspaceId: string;
  documentId: string;
  /** The id here of a record of the bundle. */
  here: (id: string) => string;
  /** Looks at entries before they are written, and throws where they may not be. */
  look: (entries: readonly HistoryEntry[]) => Promise<void>;
}

/**
 * Keeps what a bundle tells of its document's history, to be told on; in slices, between which others have their turn. Whom it only names is no account here.
 */
export async function writeEarlierEvents(
  tx: Tx,
  { records: { claims }, history }: Pick<OpenedBundle, "records" | "history">,
  { workspaceId, documentId, here, look }: Place,
): Promise<void> {
  const at = (id: string | null) => (id === null ? null : here(id));
  const byNumber = new Map(claims.map(({ number, id }) => [number, here(id)]));
  let number = 0;
  for (const slice of history.slices) {
    const entries = JSON.parse(slice) as HistoryEntry[]; // as the worker has read them
    await look(entries);
    const rows = entries.map(({ by, byId, claim, evidenceId, commentId, before, after, ...entry }) => ({
      ...{ workspaceId, documentId, ...entry, number: number++ },
      ...{ claimId: claim === null ? null : (byNumber.get(claim) ?? null), claimNumber: claim },
      ...{ actorId: at(byId), actorName: byId === null ? by : "", evidenceId: at(evidenceId), commentId: at(commentId) },
      ...{ before: before as Prisma.InputJsonValue, after: after as Prisma.InputJsonValue },
    }));
    await insertRows(tx, "EarlierEvent", rows);
  }
}
