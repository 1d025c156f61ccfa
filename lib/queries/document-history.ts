import { setImmediate as turn } from "node:timers/promises";
import type { Tx } from "@/lib/db/client";
import type { HistoryEntry } from "@/lib/domain/history-entry";
import type { Actor } from "@/lib/domain/role";
import { eventPerson, eventRound, eventThings } from "@/lib/events/log";
import type { AssessedClaim } from "@/lib/policies/assessment";
import { visibleTo } from "@/lib/policies/event";
import { assessedSelect, toAssessed } from "./assessed-claim";
import { earlierActor, earlierSelect, isTold } from "./earlier-event";
import { hiddenIn } from "./hidden";
import { inSlices } from "./in-slices";

/** How many entries are read at once: few enough that others have their turn. */
const ENTRIES = 500;

/** What happened to the document, oldest first, as far as the actor may know of it; before what happened here stands what a bundle told of it. */
export async function documentHistory(tx: Tx, actor: Actor, documentId: string): Promise<HistoryEntry[]> {
  const hidden = await hiddenIn(tx, { documentId });
  const claims = await assessedClaims(tx, documentId);
  const entries: HistoryEntry[] = [];
  const place = { documentId, workspaceId: actor.workspaceId };
  for await (const rows of pages<EarlierRow>((after) => readEarlier(tx, place, after))) {
    for (const row of rows) {
      if (row.claimId !== null && hidden.claims.has(row.claimId)) continue;
      const { type, at, before, after, claimNumber, claimId, actorId, evidenceId, commentId } = row;
      if (!isTold(actor, row, claims.get(claimId ?? "")?.assessed ?? null, hidden)) continue;
      const things = { evidenceId, commentId };
      entries.push({ at: at.toISOString(), by: earlierActor(row).name, byId: actorId, type, claim: claimNumber, ...things, before, after });
    }
  }
  for await (const rows of pages<EventRow>((after) => readEvents(tx, place, after))) {
    for (const { type, at, data, actorId, actor: by, claimId } of rows) {
      if ((claimId !== null && hidden.claims.has(claimId)) || hidden.speaksOf(data)) continue;
      const claim = claims.get(claimId ?? "");
      const event = { type, actorId, round: eventRound(data), personId: eventPerson(data) };
      if (visibleTo(actor, event, claim?.assessed ?? null) !== "named") continue;
      const { before = null, after = null } = typeof data === "object" && data !== null && !Array.isArray(data) ? data : {};
      entries.push({ at: at.toISOString(), by: by.name, byId: actorId, type, claim: claim?.number ?? null, ...eventThings(data), before, after });
    }
  }
  return entries;
}

/** Of each claim once, what says who may know of its assessments; each entry by itself would ask for it again. */
async function assessedClaims(tx: Tx, documentId: string): Promise<Map<string, { number: number; assessed: AssessedClaim }>> {
  const ids = (await tx.claim.findMany({ where: { documentId }, select: { id: true } })).map(({ id }) => id);
  const select = { id: true, number: true, ...assessedSelect };
  const claims = new Map<string, { number: number; assessed: AssessedClaim }>();
  for await (const rows of inSlices(ids, (slice) => tx.claim.findMany({ where: { id: { in: slice } }, select })))
    for (const { id, number, ...claim } of rows) claims.set(id, { number, assessed: toAssessed(claim) });
  return claims;
}

interface Place {
  documentId: string;
  workspaceId: string;
}

type EventRow = Awaited<ReturnType<typeof readEvents>>[number];
type EarlierRow = Awaited<ReturnType<typeof readEarlier>>[number];

function readEvents(tx: Tx, place: Place, after: { seq: bigint } | null) {
  return tx.event.findMany({
    where: { ...place, ...(after ? { seq: { gt: after.seq } } : {}) },
    select: { seq: true, type: true, at: true, data: true, actorId: true, claimId: true, actor: { select: { name: true } } },
    orderBy: { seq: "asc" },
    take: ENTRIES,
  });
}

function readEarlier(tx: Tx, place: Place, after: { number: number } | null) {
  return tx.earlierEvent.findMany({
    where: { ...place, ...(after ? { number: { gt: after.number } } : {}) },
    select: earlierSelect,
    orderBy: { number: "asc" },
    take: ENTRIES,
  });
}

/** One page of rows after another, each read after the last row of the one before; others have their turn in between. */
async function* pages<Row>(read: (after: Row | null) => Promise<Row[]>): AsyncGenerator<Row[]> {
  for (let last: Row | null = null; ;) {
    const rows = await read(last);
    if (rows.length === 0) return;
    yield rows;
    last = rows.at(-1) ?? null;
    await turn();
  }
}
