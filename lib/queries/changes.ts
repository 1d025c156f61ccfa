import { db, type Tx } from "@/lib/db/client";
import type { ChangesMessage, LiveClaim } from "@/lib/domain/live";
import type { Actor } from "@/lib/domain/role";
import type { ClaimSummaryView } from "@/lib/domain/views";
import type { LoggedEvent } from "@/lib/events/log";
import type { DocumentSource, Tell } from "@/lib/events/topic";
import type { AssessedClaim } from "@/lib/policies/assessment";
import { viewerClass, visibleTo } from "@/lib/policies/event";
import { assignedClaims, assignedFor } from "./assigned";
import { anchorsByClaim, claimFacts } from "./claim-summaries";
import { assessedSelect, toAssessed } from "./assessed-claim";
import { documentFacts } from "./document-facts";
import { lastSeen } from "./last-seen";

/** More claims than these at once are not sent one by one: whoever follows reads the list again. */
const MOST_CLAIMS = 100;

/** What the hub reads of documents. */
export const documentSource: DocumentSource = {
  readChanges,
  lastSeen: async (viewer, documentId) => lastSeen(await db(), viewer, documentId),
};

/** What the viewers may know of these events of a document. The list of claims is read once for each class of viewers. */
async function readChanges(documentId: string, events: readonly LoggedEvent[], viewers: readonly Actor[]): Promise<Tell | "gone" | "much"> {
  const prisma = await db();
  const document = await prisma.document.findFirst({ where: { id: documentId, deletedAt: null }, select: { revision: true } });
  if (!document) return "gone";
  const ids = [...new Set(events.flatMap(({ claimId }) => claimId ?? []))];
  if (ids.length > MOST_CLAIMS || events.some(({ resets }) => resets)) return "much";
  const scopes = await claimScopes(prisma, ids);
  const waiting = await prisma.claim.findMany({ where: { id: { in: ids }, heldAt: { not: null } }, select: { id: true, createdById: true } });
  const authors = new Map(waiting.map(({ id, createdById }) => [id, createdById]));
  /** Of what waits for a moderator, only its author learns; they are a class of their own. */
  const classOf = (viewer: Actor) => (waiting.some(({ createdById }) => createdById === viewer.userId) ? viewer.userId : viewerClass(viewer));
  const assigned = await assignedClaims(prisma, { id: { in: ids }, deletedAt: null });
  const lists = await claimLists(prisma, documentId, document.revision, ids, new Map(viewers.map((viewer) => [classOf(viewer), viewer])));
  const facts = await documentFacts(prisma, documentId);
  const known = new Map<string, ChangesMessage | null>();

  return (viewer, { at, told }) => {
    const fresh = events.filter((event) => event.seq > at);
    const sights = fresh.map((event) =>
      (authors.get(event.claimId ?? "") ?? viewer.userId) !== viewer.userId
        ? "hidden"
        : visibleTo(viewer, { ...event, actorId: event.actor.id }, scopes.get(event.claimId ?? "") ?? null),
    );
    const seen = fresh.filter((_, index) => sights[index] !== "hidden");
    const changed = new Map(seen.flatMap(({ claimId, seq }) => (claimId === null ? [] : [[claimId, seq]])));
    const people = new Map([...changed.keys()].map((id) => [id, assignedFor(viewer, assigned.get(id))]));
    // Most viewers of a class may know of the same people, and share what they are told.
    const key = [classOf(viewer), at, told, ...sights, JSON.stringify([...people])].join(" ");
    const same = known.get(key);
    if (same !== undefined) return same;
    const list = lists.get(classOf(viewer)) ?? [];
    const claims = list.flatMap((claim): LiveClaim[] => {
      const seq = changed.get(claim.id);
      return seq === undefined ? [] : [{ ...claim, ...(people.get(claim.id) ?? { assigned: 0, assignments: [] }), seq }];
    });
    const present = new Set(claims.map(({ id }) => id));
    const last = seen.at(-1);
    const message: ChangesMessage | null = !last
      ? null
      : {
          kind: "changes",
          documentId,
          from: told,
          // Not that of a hidden one after it, which nobody may know of.
          seq: last.seq,
          revision: document.revision,
          events: fresh
            .filter((_, index) => sights[index] === "named")
            .map(({ seq, type, claimId, actor, at }) => ({ seq, type, claimId, actor, at: at.toISOString() })),
          claims,
          gone: [...changed].filter(([id]) => !present.has(id)).map(([id, seq]) => ({ id, seq })),
          document: facts,
        };
    known.set(key, message);
    return message;
  };
}

async function claimScopes(tx: Tx, ids: string[]): Promise<Map<string, AssessedClaim>> {
  if (ids.length === 0) return new Map();
  const claims = await tx.claim.findMany({ where: { id: { in: ids } }, select: { id: true, ...assessedSelect } });
  return new Map(claims.map((claim) => [claim.id, toAssessed(claim)]));
}

type SharedSummary = Omit<ClaimSummaryView, "assigned" | "assignments">;

/** What of the claims each class of viewers sees alike, with their places in the revision. */
async function claimLists(
  tx: Tx,
  documentId: string,
  revision: number,
  ids: readonly string[],
  viewers: ReadonlyMap<string, Actor>,
): Promise<Map<string, SharedSummary[]>> {
  if (ids.length === 0) return new Map();
  const { id: revisionId } = await tx.revision.findUniqueOrThrow({
    where: { documentId_number: { documentId, number: revision } },
    select: { id: true },
  });
  const anchors = await anchorsByClaim(tx, documentId, revisionId, ids);
  const lists = new Map<string, SharedSummary[]>();
  for (const [name, viewer] of viewers) {
    const heads = await claimFacts(tx, viewer, documentId, ids);
    lists.set(
      name,
      heads.map((head) => ({ ...head, anchors: anchors.get(head.id) ?? [] })),
    );
  }
  return lists;
}
