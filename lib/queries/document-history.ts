import { setImmediate as turn } from "node:timers/promises";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { HistoryEntry } from "@/lib/domain/history-entry";
import type { Actor } from "@/lib/domain/role";
import { eventPerson, eventRound } from "@/lib/events/log";
import { visibleTo } from "@/lib/policies/event";
import { assessedSelect, toAssessed } from "./assessed-claim";
import { earlierActor, earlierSelect, isTold } from "./earlier-event";
import { hiddenIn, type Hidden } from "./hidden";

/** How many entries are read at once: few enough that others have their turn. */
const ENTRIES = 200;

/** What happened to the document, oldest first, as far as the actor may know of it; before what happened here stands what a bundle told of it. */
export async function documentHistory(tx: Tx, actor: Actor, documentId: string): Promise<HistoryEntry[]> {
  const hidden = await hiddenIn(tx, { documentId });
  const entries = await earlierHistory(tx, actor, documentId, hidden);
  for (let after = 0n; ;) {
    const rows = await tx.event.findMany({
      where: { documentId, workspaceId: actor.workspaceId, seq: { gt: after }, OR: SHOWN },
      select: { seq: true, ...eventSelect },
      orderBy: { seq: "asc" },
      take: ENTRIES,
    });
    const last = rows.at(-1);
    if (!last) return entries;
    after = last.seq;
    entries.push(...historyEntries(actor, rows, hidden));
    await turn();
  }
}

/** Not of claims that a moderator hides. */
const SHOWN = [{ claimId: null }, { claim: { hiddenAt: null } }];

const eventSelect = {
  type: true,
  at: true,
  data: true,
  actorId: true,
  actor: { select: { name: true } },
  claim: { select: { number: true, ...assessedSelect } },
} satisfies Prisma.EventSelect;

function historyEntries(actor: Actor, rows: Prisma.EventGetPayload<{ select: typeof eventSelect }>[], hidden: Hidden): HistoryEntry[] {
  return rows.flatMap(({ type, at, data, actorId, actor: by, claim }): HistoryEntry[] => {
    if (hidden.speaksOf(data)) return [];
    const sight = visibleTo(actor, { type, actorId, round: eventRound(data), personId: eventPerson(data) }, claim && toAssessed(claim));
    if (sight !== "named") return [];
    const { before = null, after = null } = typeof data === "object" && data !== null && !Array.isArray(data) ? data : {};
    return [{ at: at.toISOString(), by: by.name, type, claim: claim?.number ?? null, before, after }];
  });
}

async function earlierHistory(tx: Tx, actor: Actor, documentId: string, hidden: Hidden): Promise<HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  for (let from = 0; ;) {
    const rows = await tx.earlierEvent.findMany({
      where: { documentId, workspaceId: actor.workspaceId, number: { gte: from }, OR: SHOWN },
      select: earlierSelect,
      orderBy: { number: "asc" },
      take: ENTRIES,
    });
    const last = rows.at(-1);
    if (!last) return entries;
    from = last.number + 1;
    for (const row of rows.filter((each) => isTold(actor, each, hidden))) {
      const { type, at, before, after, claimNumber } = row;
      entries.push({ at: at.toISOString(), by: earlierActor(row).name, type, claim: claimNumber, before, after });
    }
    await turn();
  }
}
