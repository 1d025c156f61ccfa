import type { Tx } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/role";
import { notify } from "./notify";

export interface DiscussedThread {
  id: string;
  documentId: string;
  claimId: string | null;
}

/** Tells those whom a new comment names that it does, and the others who take part in its discussion that there is a reply. */
export async function notifyOfComment(tx: Tx, actor: Actor, thread: DiscussedThread, commentId: string, named: readonly string[], now: Date): Promise<void> {
  const about = aboutComment(thread, commentId);
  await notify(tx, actor, { kind: "mentioned", to: named, ...about }, now);
  const authors = await tx.comment.findMany({ where: { threadId: thread.id, deletedAt: null }, select: { authorId: true }, distinct: ["authorId"] });
  const others = authors.map(({ authorId }) => authorId).filter((id) => !named.includes(id));
  await notify(tx, actor, { kind: "replied", to: others, ...about }, now);
}

/** Tells those whom a comment names only since it was changed; who is not named any more was told of nothing. */
export async function notifyOfChange(tx: Tx, actor: Actor, thread: DiscussedThread, commentId: string, named: readonly string[], now: Date): Promise<void> {
  await tx.notification.deleteMany({ where: { commentId, kind: "mentioned", userId: { notIn: [...named] } } });
  const told = await tx.notification.findMany({ where: { commentId, kind: "mentioned" }, select: { userId: true } });
  const known = new Set(told.map(({ userId }) => userId));
  await notify(tx, actor, { kind: "mentioned", to: named.filter((id) => !known.has(id)), ...aboutComment(thread, commentId) }, now);
}

const aboutComment = ({ id, documentId, claimId }: DiscussedThread, commentId: string) => ({ documentId, claimId, comment: { id: commentId, threadId: id } });
