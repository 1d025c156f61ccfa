import { isBlind } from "@/lib/domain/review";
import { atLeast, type Actor } from "@/lib/domain/role";
import type { AssessedClaim } from "./assessment";

interface ThreadSubject {
  createdById: string;
}

/** Discussions are the desk's own: they speak of drafts and of confidential sources. */
export const threadPolicy = {
  read: (actor: Actor) => atLeast(actor, "reviewer"),
  write: (actor: Actor) => atLeast(actor, "reviewer"),
  resolve: (actor: Actor, thread: ThreadSubject & { blocking: boolean }) => atLeast(actor, thread.blocking ? "editor" : "reviewer") || starts(actor, thread),
  setBlocking: (actor: Actor, thread: ThreadSubject) => atLeast(actor, "editor") || starts(actor, thread),
  editComment: (actor: Actor, comment: { authorId: string }) => atLeast(actor, "reviewer") && comment.authorId === actor.userId,
};

function starts(actor: Actor, thread: ThreadSubject): boolean {
  return atLeast(actor, "reviewer") && thread.createdById === actor.userId;
}

/** True when the viewer may know of a comment. While a claim is assessed blind, what is said about it may say how somebody judges: only its author sees it. */
export function seesComment(viewer: Pick<Actor, "userId" | "role">, authorId: string, claim: AssessedClaim | null): boolean {
  if (!atLeast(viewer, "reviewer")) return false;
  return authorId === viewer.userId || claim === null || !isBlind(claim, { state: claim.state, assessed: claim.assessedAt !== null });
}
