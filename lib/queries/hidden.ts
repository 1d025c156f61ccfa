import type { Tx } from "@/lib/db/client";
import { eventThings } from "@/lib/events/log";

/** What moderators have hidden or deleted in a document, for what was written down before: the log, and kept reports. */
export interface Hidden {
  claims: ReadonlySet<string>;
  evidence: ReadonlySet<string>;
  comments: ReadonlySet<string>;
  /** True when an event's data holds words of what is hidden. */
  speaksOf: (data: unknown) => boolean;
}

/** What is hidden in a document, or around one claim. */
export async function hiddenIn(tx: Tx, place: { documentId: string } | { claimId: string }): Promise<Hidden> {
  const claim = "claimId" in place ? { id: place.claimId } : place;
  // What is gone for good has no row any more that could say so.
  const gone = await tx.erasure.findMany({
    where: "claimId" in place ? { document: { claims: { some: { id: place.claimId } } } } : place,
    select: { id: true },
  });
  const ids = (rows: readonly { id: string }[]) => new Set([...rows, ...gone].map(({ id }) => id));
  const select = { id: true } as const;
  const claims = ids(await tx.claim.findMany({ where: { ...claim, hiddenAt: { not: null } }, select }));
  const evidence = ids(await tx.evidence.findMany({ where: { claim, hiddenAt: { not: null } }, select }));
  const comments = ids(await tx.comment.findMany({ where: { thread: place, hiddenAt: { not: null } }, select }));
  return {
    claims,
    evidence,
    comments,
    speaksOf: (data) => {
      const { evidenceId, commentId } = eventThings(data);
      return (evidenceId !== null && evidence.has(evidenceId)) || (commentId !== null && comments.has(commentId));
    },
  };
}
