import { db, type Tx } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/role";
import { eventPerson, eventRound } from "@/lib/events/log";
import { HIDEABLE_EVENTS, visibleTo } from "@/lib/policies/event";
import { assessedSelect, toAssessed } from "./assessed-claim";

/** Hidden events that are looked through for one that is seen: those behind it are older than anything that is read. */
const LOOKED_THROUGH = 50;

/**
 * The number of the document's last event of which the viewer may know, 0 without any: a number that counted hidden ones would tell that they happened. Ask
 * before reading the document: what is read then holds that event and all before it, and at worst also some after it.
 */
export async function lastSeen(tx: Tx, viewer: Actor, documentId: string): Promise<number> {
  const open = await tx.event.findFirst({
    where: { documentId, OR: [{ type: { notIn: [...HIDEABLE_EVENTS] } }, { actorId: viewer.userId }] },
    select: { seq: true },
    orderBy: { seq: "desc" },
  });
  const hideable = await tx.event.findMany({
    where: { documentId, type: { in: [...HIDEABLE_EVENTS] }, actorId: { not: viewer.userId }, seq: { gt: open?.seq ?? 0 } },
    select: { seq: true, type: true, actorId: true, data: true, claim: { select: assessedSelect } },
    orderBy: { seq: "desc" },
    take: LOOKED_THROUGH,
  });
  const seen = hideable.find(
    (event) =>
      visibleTo(viewer, { ...event, round: eventRound(event.data), personId: eventPerson(event.data) }, event.claim && toAssessed(event.claim)) !== "hidden",
  );
  return Number(seen?.seq ?? open?.seq ?? 0);
}

/** The same for the document in which a claim is. */
export async function lastSeenAround(tx: Tx, viewer: Actor, claimId: string): Promise<number> {
  const claim = await tx.claim.findUnique({ where: { id: claimId }, select: { documentId: true } });
  return claim ? lastSeen(tx, viewer, claim.documentId) : 0;
}

/** The same for a page that reads the document after this, and decides there whether the viewer may. */
export async function seenUpTo(viewer: Actor, documentId: string): Promise<number> {
  return lastSeen(await db(), viewer, documentId);
}
