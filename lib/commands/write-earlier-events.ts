import type { Tx } from "@/lib/db/client";
import { insertRows } from "@/lib/db/insert-rows";
import type { Prisma } from "@/lib/db/generated/client";
import type { DocumentRecords } from "@/lib/domain/document-records";
import type { HistoryEntry } from "@/lib/domain/history-entry";

/** Entries that are made rows at once: others have their turn while they are written. */
const SLICE = 2000;

/** Keeps what a bundle tells of its document's history, to be told on. People are those of the bundle where one alone has the name. */
export async function writeEarlierEvents(
  tx: Tx,
  { people, claims }: Pick<DocumentRecords, "people" | "claims">,
  history: readonly HistoryEntry[],
  place: { workspaceId: string; documentId: string },
  here: (id: string) => string,
): Promise<void> {
  const byName = new Map<string, string | null>();
  for (const { id, name } of people) byName.set(name, byName.has(name) ? null : here(id));
  const byNumber = new Map(claims.map(({ number, id }) => [number, here(id)]));
  for (let from = 0; from < history.length; from += SLICE) {
    const rows = history.slice(from, from + SLICE).map(({ by, claim, before, after, ...entry }, index) => {
      const actorId = byName.get(by) ?? null;
      return {
        ...{ ...place, ...entry, number: from + index },
        ...{ claimId: claim === null ? null : (byNumber.get(claim) ?? null), claimNumber: claim },
        ...{ actorId, actorName: actorId === null ? by : "" },
        // As they were parsed of JSON.
        ...{ before: before as Prisma.InputJsonValue, after: after as Prisma.InputJsonValue },
      };
    });
    await insertRows(tx, "EarlierEvent", rows);
  }
}
