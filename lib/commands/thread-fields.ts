import { claimInScope, lockedDocument } from "@/lib/db/scopes";
import type { Tx } from "@/lib/db/client";
import { prose } from "@/lib/domain/fields";
import { isBlind } from "@/lib/domain/review";
import type { Actor } from "@/lib/domain/role";
import { COMMENT_MAX } from "@/lib/domain/thread";
import { touchDocument } from "./touch-document";

/** What a comment says, in Markdown. */
export const Body = prose(COMMENT_MAX).refine((value) => value.trim() !== "", "Write something first.");

/** The claim of an event about a discussion. */
export function claimOf(thread: { claimId: string | null }): { claimId?: string } {
  return thread.claimId === null ? {} : { claimId: thread.claimId };
}

/** Locks the document of a discussion, and notes that something changed in it, unless the change is its author's alone: then its moment would tell. */
export async function touchDiscussed(tx: Tx, actor: Actor, thread: { documentId: string; claimId: string | null }, now: Date): Promise<void> {
  const document = await lockedDocument(tx, actor, thread.documentId);
  const claim = thread.claimId === null ? null : await claimInScope(tx, actor, thread.claimId);
  if (!claim || !isBlind(document, { state: claim.state, assessed: claim.assessedAt !== null })) await touchDocument(tx, document.id, now);
}
