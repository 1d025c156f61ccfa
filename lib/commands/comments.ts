import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { threadInScope } from "@/lib/db/scopes";
import { AppError } from "@/lib/domain/errors";
import { Id, Version } from "@/lib/domain/fields";
import type { Actor } from "@/lib/domain/role";
import { mentionsIn } from "@/lib/domain/thread";
import { record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { threadPolicy } from "@/lib/policies/thread";
import { threadView } from "@/lib/queries/threads";
import { command } from "./command";
import { notifyOfChange, notifyOfComment, type DiscussedThread } from "./notify-of-comment";
import { hold, screen } from "./screen";
import { Body, claimOf, touchDiscussed } from "./thread-fields";
import { expectWritten } from "./versioned";

export const Reply = z.object({ threadId: Id, body: Body });

/** Adds a comment to a discussion; a resolved one is open again. */
export const reply = command(Reply, { summary: "Reply in a discussion.", status: 201, contributes: true }, async ({ actor, tx, now }, input) => {
  const thread = await threadInScope(tx, actor, input.threadId);
  // Throws when the actor may not know of it.
  await threadView(tx, actor, thread.id);
  authorize(threadPolicy, actor, "write");
  const why = await screen(tx, actor, { body: input.body });
  await touchDiscussed(tx, actor, thread, now);
  const event = { documentId: thread.documentId, ...claimOf(thread), ids: { threadId: thread.id } };
  if (thread.resolvedAt && why === null) {
    await tx.thread.update({ where: { id: thread.id }, data: { resolvedAt: null, resolvedById: null, version: { increment: 1 } } });
    await record(tx, actor, { type: "thread.reopened", ...event });
  }
  const id = await addComment(tx, actor, thread, input.body, now);
  if (why === null) await record(tx, actor, { type: "comment.added", ...event });
  else await hold(tx, actor, { subject: "comment", id, documentId: thread.documentId, ...claimOf(thread) }, why, now);
  return threadView(tx, actor, thread.id);
});

export const EditComment = z.object({ commentId: Id, version: Version, body: Body });

/** Changes one's own comment. */
export const editComment = command(EditComment, { summary: "Change one's own comment." }, async ({ actor, tx, now }, input) => {
  const { comment, thread } = await ownComment(tx, actor, input.commentId);
  const why = await screen(tx, actor, { body: input.body });
  await touchDiscussed(tx, actor, thread, now);
  const written = await tx.comment.updateMany({
    where: { id: comment.id, version: input.version },
    data: { body: input.body, editedAt: now, version: { increment: 1 } },
  });
  await expectWritten(written, "comment", () => threadView(tx, actor, thread.id));
  await notifyOfChange(tx, actor, thread, comment.id, await writeMentions(tx, actor, comment.id, input.body), now);
  if (comment.body !== input.body)
    await record(tx, actor, {
      ...{ type: "comment.edited", documentId: thread.documentId, ...claimOf(thread), ids: { threadId: thread.id, commentId: comment.id } },
      ...{ before: { comment: comment.body }, after: { comment: input.body } },
    });
  if (why !== null) await hold(tx, actor, { subject: "comment", id: comment.id, documentId: thread.documentId, ...claimOf(thread) }, why, now);
  return threadView(tx, actor, thread.id);
});

export const DeleteComment = z.object({ commentId: Id });

/** Takes the words of one's own comment away; that there was one stays. */
export const deleteComment = command(DeleteComment, { summary: "Delete one's own comment; that there was one stays." }, async ({ actor, tx, now }, input) => {
  const { comment, thread } = await ownComment(tx, actor, input.commentId);
  await touchDiscussed(tx, actor, thread, now);
  await tx.comment.update({
    where: { id: comment.id },
    data: { body: "", deletedAt: now, version: { increment: 1 }, mentions: { deleteMany: {} }, notifications: { deleteMany: {} } },
  });
  await record(tx, actor, { type: "comment.deleted", documentId: thread.documentId, ...claimOf(thread), ids: { threadId: thread.id, commentId: comment.id } });
  return threadView(tx, actor, thread.id);
});

/** Writes a comment and whom it names, and tells those whom it concerns; its author has read the discussion so far. Answers its id. */
export async function addComment(tx: Tx, actor: Actor, thread: DiscussedThread, body: string, now: Date): Promise<string> {
  const { id: threadId } = thread;
  const { id } = await tx.comment.create({
    data: { workspaceId: actor.workspaceId, threadId, authorId: actor.userId, body, createdAt: now },
    select: { id: true },
  });
  await notifyOfComment(tx, actor, thread, id, await writeMentions(tx, actor, id, body), now);
  const key = { threadId, userId: actor.userId };
  await tx.threadSeen.upsert({ where: { threadId_userId: key }, create: { ...key, seenAt: now }, update: { seenAt: now } });
  return id;
}

/** Only those are named who may read discussions. Answers who they are. */
async function writeMentions(tx: Tx, actor: Actor, commentId: string, body: string): Promise<string[]> {
  await tx.mention.deleteMany({ where: { commentId } });
  if (!body.includes("@")) return [];
  const members = await tx.membership.findMany({
    where: { workspaceId: actor.workspaceId, role: { not: "reader" } },
    select: { user: { select: { id: true, name: true } } },
  });
  const named = new Set(
    mentionsIn(
      body,
      members.map(({ user }) => user),
    ).flatMap(({ personIds }) => personIds),
  );
  named.delete(actor.userId);
  await tx.mention.createMany({ data: [...named].map((userId) => ({ commentId, userId })) });
  return [...named];
}

async function ownComment(tx: Tx, actor: Actor, commentId: string) {
  const comment = await tx.comment.findFirst({ where: { id: commentId, workspaceId: actor.workspaceId, deletedAt: null } });
  if (!comment) throw new AppError("not_found", "This comment does not exist, or was deleted.");
  const thread = await threadInScope(tx, actor, comment.threadId);
  const view = await threadView(tx, actor, thread.id);
  if (!view.comments.some(({ id }) => id === comment.id)) throw new AppError("not_found", "This comment does not exist, or was deleted.");
  authorize(threadPolicy, actor, "editComment", comment);
  return { comment, thread };
}
