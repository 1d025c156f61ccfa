import type { Tx } from "@/lib/db/client";
import type { ModerationSubject } from "@/lib/domain/moderation";
import type { ThingRef } from "./moderated";

/** True when a thing of the workspace says something else than at that moment, so that what was decided about it then may not hold now. */
export async function changedSince(tx: Tx, workspaceId: string, { subject, id }: ThingRef, moment: Date): Promise<boolean> {
  return (await CHANGES[subject](tx, { id, workspaceId }, { gt: moment })) > 0;
}

/** How often each kind of thing changed; of a document, what it says itself; of a person, what they did here. */
const CHANGES: Record<ModerationSubject, (tx: Tx, of: { id: string; workspaceId: string }, since: { gt: Date }) => Promise<number>> = {
  document: (tx, { id, workspaceId }, at) =>
    tx.event.count({ where: { documentId: id, workspaceId, type: { in: ["document.updated", "document.revised"] }, at } }),
  claim: (tx, of, since) =>
    tx.claim.count({
      where: {
        ...of,
        OR: [{ updatedAt: since }, { ruling: { updatedAt: since } }, { evidence: { some: { OR: [{ updatedAt: since }, { deletedAt: since }] } } }],
      },
    }),
  evidence: (tx, of, since) => tx.evidence.count({ where: { ...of, OR: [{ updatedAt: since }, { source: { updatedAt: since } }] } }),
  comment: (tx, of, since) => tx.comment.count({ where: { ...of, editedAt: since } }),
  source: (tx, of, since) => tx.source.count({ where: { ...of, updatedAt: since } }),
  person: (tx, { id, workspaceId }, at) =>
    tx.event.count({ where: { actorId: id, workspaceId, at, NOT: [{ type: { startsWith: "session." } }, { type: { startsWith: "flag." } }] } }),
  page: async (tx, { id, workspaceId }, since) =>
    (await tx.publication.count({ where: { pageId: id, workspaceId, publishedAt: since } })) +
    (await tx.event.count({ where: { type: "page.set", workspaceId, document: { publicPage: { id } }, at: since } })),
};
