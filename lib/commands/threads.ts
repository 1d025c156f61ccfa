import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { claimInScope, documentInScope, evidenceInScope, threadInScope } from "@/lib/db/scopes";
import { invalidField } from "@/lib/domain/errors";
import { Id, Version } from "@/lib/domain/fields";
import type { Actor } from "@/lib/domain/role";
import { record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { threadPolicy } from "@/lib/policies/thread";
import { inSight } from "@/lib/queries/notifications-in-sight";
import { threadView } from "@/lib/queries/threads";
import { command } from "./command";
import { addComment } from "./comments";
import { markedRevision } from "./fragments";
import { hold, screen } from "./screen";
import { Body, claimOf, touchDiscussed } from "./thread-fields";
import { expectWritten } from "./versioned";

export const StartThread = z.object({
  documentId: Id,
  /** What it is about: at most one of the three. Without any, the document. */
  claimId: Id.optional(),
  evidenceId: Id.optional(),
  words: z.object({ revisionId: Id, start: z.int().min(0), end: z.int().min(1) }).optional(),
  body: Body,
  /** Keeps its claim from being approved until it is resolved. */
  blocking: z.boolean().default(false),
});

/** Begins a discussion with its first comment. */
export const startThread = command(
  StartThread,
  { summary: "Begin a discussion about a document, a claim, evidence, or words of the text.", status: 201, contributes: true },
  async ({ actor, tx, now }, input) => {
    const document = await documentInScope(tx, actor, input.documentId);
    authorize(threadPolicy, actor, "write");
    const why = await screen(tx, actor, { body: input.body });
    const about = await subjectOf(tx, actor, input);
    await touchDiscussed(tx, actor, { documentId: document.id, claimId: about.claimId ?? null }, now);
    if (input.blocking && !about.claimId)
      throw invalidField("blocking", "Only a discussion about a claim or its evidence can keep a claim from being approved.");
    const thread = await tx.thread.create({
      data: { ...about, workspaceId: actor.workspaceId, documentId: document.id, blocking: input.blocking, createdById: actor.userId, createdAt: now },
      select: { id: true, documentId: true, claimId: true },
    });
    const place = { documentId: document.id, ...claimOf(thread) };
    if (why === null) await record(tx, actor, { type: "thread.started", ...place, ids: { threadId: thread.id } });
    const id = await addComment(tx, actor, thread, input.body, now);
    if (why !== null) await hold(tx, actor, { subject: "comment", id, ...place }, why, now);
    return threadView(tx, actor, thread.id);
  },
);

async function subjectOf(tx: Tx, actor: Actor, { documentId, claimId, evidenceId, words }: z.output<typeof StartThread>) {
  if ([claimId, evidenceId, words].filter((each) => each !== undefined).length > 1)
    throw invalidField("claimId", "A discussion is about one thing: name a claim, or evidence, or words of the text.");
  if (claimId !== undefined) {
    const claim = await claimInScope(tx, actor, claimId);
    if (claim.documentId !== documentId) throw invalidField("claimId", "This claim belongs to another document.");
    return { claimId };
  }
  if (evidenceId !== undefined) {
    const { claim } = await evidenceInScope(tx, actor, evidenceId);
    if (claim.documentId !== documentId) throw invalidField("evidenceId", "This evidence belongs to another document.");
    return { claimId: claim.id, evidenceId };
  }
  if (words === undefined) return {};
  const revision = await markedRevision(tx, documentId, words.revisionId);
  const { start, end } = words;
  if (start >= end || end > revision.text.length) throw invalidField("words.end", "These words lie outside of the text. Select them again.");
  return { revisionId: revision.id, start, end };
}

export const ChangeThread = z.object({ threadId: Id, version: Version, resolved: z.boolean().optional(), blocking: z.boolean().optional() });

/** Resolves or reopens a discussion, or says whether it keeps its claim from being approved. */
export const changeThread = command(
  ChangeThread,
  { summary: "Resolve or reopen a discussion, or make it keep its claim from being approved." },
  async ({ actor, tx, now }, input) => {
    const thread = await threadInScope(tx, actor, input.threadId);
    const before = await threadView(tx, actor, thread.id);
    const { resolved, blocking } = input;
    if (resolved !== undefined) authorize(threadPolicy, actor, "resolve", thread);
    if (blocking !== undefined) {
      authorize(threadPolicy, actor, "setBlocking", thread);
      if (blocking && thread.claimId === null) throw invalidField("blocking", "Only a discussion about a claim can keep a claim from being approved.");
    }
    await touchDiscussed(tx, actor, thread, now);
    const written = await tx.thread.updateMany({
      where: { id: thread.id, version: input.version },
      data: {
        version: { increment: 1 },
        ...(resolved === undefined ? {} : { resolvedAt: resolved ? now : null, resolvedById: resolved ? actor.userId : null }),
        ...(blocking === undefined ? {} : { blocking }),
      },
    });
    await expectWritten(written, "discussion", () => threadView(tx, actor, thread.id));
    const event = { documentId: thread.documentId, ...claimOf(thread), ids: { threadId: thread.id } };
    if (resolved !== undefined && resolved !== (before.resolved !== null))
      await record(tx, actor, { type: resolved ? "thread.resolved" : "thread.reopened", ...event });
    if (blocking !== undefined && blocking !== before.blocking)
      await record(tx, actor, { type: "thread.changed", ...event, before: { blocking: before.blocking }, after: { blocking } });
    return threadView(tx, actor, thread.id);
  },
);

export const SeeThread = z.object({ threadId: Id });

/** Notes that the actor has read a discussion up to now; nobody else learns of it. */
export const seeThread = command(
  SeeThread,
  { summary: "Note that one has read a discussion up to now.", sanctioned: "restricted" },
  async ({ actor, tx, now }, input) => {
    const thread = await threadInScope(tx, actor, input.threadId);
    authorize(threadPolicy, actor, "read");
    const key = { threadId: thread.id, userId: actor.userId };
    await tx.threadSeen.upsert({ where: { threadId_userId: key }, create: { ...key, seenAt: now }, update: { seenAt: now } });
    await tx.notification.updateMany({ where: { ...inSight(actor), threadId: thread.id, readAt: null }, data: { readAt: now } });
    return threadView(tx, actor, thread.id);
  },
);
