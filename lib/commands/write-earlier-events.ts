import type { Tx } from "@/lib/db/client";
import { insertRows } from "@/lib/db/insert-rows";
import type { Prisma } from "@/lib/db/generated/client";
import type { DocumentRecords } from "@/lib/domain/document-records";
import type { HistoryEntry } from "@/lib/domain/history-entry";

interface Place {
  workspaceId: string;
  documentId: string;
  /** The number of the first of the entries. */
  first: number;
  /** The id here of a record of the bundle. */
  here: (id: string) => string;
}

/** Keeps what a bundle tells of its document's history, to be told on. People are those of the bundle where one alone has the name. */
export async function writeEarlierEvents(
  tx: Tx,
  { people, claims }: Pick<DocumentRecords, "people" | "claims">,
  entries: readonly HistoryEntry[],
  { workspaceId, documentId, first, here }: Place,
): Promise<void> {
  const byName = new Map<string, string | null>();
  for (const { id, name } of people) byName.set(name, byName.has(name) ? null : here(id));
  const byNumber = new Map(claims.map(({ number, id }) => [number, here(id)]));
  const rows = entries.map(({ by, claim, before, after, ...entry }, index) => {
    const actorId = byName.get(by) ?? null;
    return {
      ...{ workspaceId, documentId, ...entry, number: first + index },
      ...{ claimId: claim === null ? null : (byNumber.get(claim) ?? null), claimNumber: claim },
      ...{ actorId, actorName: actorId === null ? by : "" },
      // As they were parsed of JSON.
      ...{ before: before as Prisma.InputJsonValue, after: after as Prisma.InputJsonValue },
    };
  });
  await insertRows(tx, "EarlierEvent", rows);
}
