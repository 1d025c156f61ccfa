import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import type { DecisionKind } from "@/lib/domain/moderation";
import type { Actor } from "@/lib/domain/role";
import { erase } from "@/lib/jobs/erase";
import { hiddenBodies, type Thing } from "@/lib/queries/moderated";

/* What a decision does to a thing. The thing's document, or the workspace, is locked. */

export interface Effect {
  /** Documents, beside the thing's own, in which something is seen or not seen any more. */
  documents: string[];
  /** What a comment said that is hidden. Its words go with the decision: where they are not, nobody can show them. */
  body?: string;
}

const NOTHING: Effect = { documents: [] };

/** Does what was decided. */
export async function moderateThing(tx: Tx, actor: Actor, thing: Thing, kind: DecisionKind, now: Date): Promise<Effect> {
  if (kind === "hide" || (kind === "delete" && thing.subject !== "comment")) return hide(tx, actor, thing, now);
  if (kind === "delete") return deleteComment(tx, thing, now);
  if (kind === "restore") return restore(tx, thing);
  if (kind === "approve") return approve(tx, thing);
  if (kind === "lock" || kind === "unlock") await setLock(tx, thing, kind === "lock" ? now : null);
  return NOTHING;
}

const anew = { version: { increment: 1 } } as const;

async function hide(tx: Tx, actor: Actor, { subject, id }: Thing, now: Date): Promise<Effect> {
  const where = { id };
  const select = { deletedAt: true } as const;
  const trashed = (row: { deletedAt: Date | null }) => ({ hiddenAt: now, deletedAt: row.deletedAt ?? now, ...anew });
  switch (subject) {
    case "document": {
      const row = await tx.document.findUniqueOrThrow({ where, select });
      await tx.document.update({ where, data: trashed(row), select });
      return NOTHING;
    }
    case "claim": {
      const row = await tx.claim.findUniqueOrThrow({ where, select });
      await tx.claim.update({ where, data: { ...trashed(row), heldAt: null }, select });
      return NOTHING;
    }
    case "evidence": {
      const row = await tx.evidence.findUniqueOrThrow({ where, select });
      await tx.evidence.update({ where, data: { ...trashed(row), heldAt: null }, select });
      return NOTHING;
    }
    case "comment": {
      const { body, heldBody } = await tx.comment.findUniqueOrThrow({ where, select: { body: true, heldBody: true } });
      await tx.comment.update({ where, data: { body: "", heldBody: null, hiddenAt: now, deletedAt: now, ...anew }, select });
      return { documents: [], body: heldBody ?? body };
    }
    case "source":
      return { documents: await hideSource(tx, id, now) };
    case "page":
      await tx.publicPage.update({ where, data: { hiddenAt: now, revokedAt: now, revokedById: actor.userId, ...anew }, select: { id: true } });
      return NOTHING;
    case "person":
      throw new AppError("closed", "People are not hidden.");
  }
}

/** A source with the evidence that it gives, also that in the trash: nobody shall bring it back from there. Answers the documents in which it was seen. */
export async function hideSource(tx: Tx, sourceId: string, now: Date): Promise<string[]> {
  const documents = await documentsOf(tx, { sourceId, hiddenAt: null });
  await tx.source.update({ where: { id: sourceId }, data: { hiddenAt: now, heldAt: null, ...anew }, select: { id: true } });
  await tx.evidence.updateMany({ where: { sourceId, hiddenAt: null, deletedAt: { not: null } }, data: { hiddenAt: now, ...anew } });
  await tx.evidence.updateMany({ where: { sourceId, hiddenAt: null, deletedAt: null }, data: { hiddenAt: now, deletedAt: now, ...anew } });
  return documents;
}

/** The documents, in their order, of the claims with such evidence. */
export async function documentsOf(tx: Tx, evidence: Prisma.EvidenceWhereInput): Promise<string[]> {
  const rows = await tx.document.findMany({ where: { claims: { some: { evidence: { some: evidence } } } }, select: { id: true }, orderBy: { id: "asc" } });
  return rows.map(({ id }) => id);
}

/** A moment in the row of a decision; null where none was written. */
export const WrittenMoment = z.coerce.date().nullable().catch(null);
const Before = z.object({ deletedAt: WrittenMoment, heldAt: WrittenMoment });

async function restore(tx: Tx, { subject, id }: Thing): Promise<Effect> {
  const where = { id };
  const select = { id: true } as const;
  // What was in the trash when it was hidden goes back there.
  const first = await tx.moderationDecision.findFirst({
    where: { subject, subjectId: id, kind: { in: ["hide", "delete"] } },
    select: { before: true },
    orderBy: { at: "desc" },
  });
  const before = Before.parse(first?.before ?? {});
  // What was held was in the trash for no other reason.
  const data = { hiddenAt: null, deletedAt: before.heldAt ? null : before.deletedAt, ...anew };
  if (subject === "document") await tx.document.update({ where, data, select });
  if (subject === "claim") await tx.claim.update({ where, data, select });
  if (subject === "evidence") {
    await tx.evidence.update({ where, data, select });
    if (data.deletedAt === null) await showSourceOf(tx, id);
  }
  if (subject === "page") await tx.publicPage.update({ where, data: { hiddenAt: null, revokedAt: null, revokedById: null, ...anew }, select });
  if (subject === "comment") {
    const body = (await hiddenBodies(tx, [id])).get(id) ?? "";
    await tx.comment.update({ where, data: { body, hiddenAt: null, deletedAt: null, ...anew }, select });
  }
  return { documents: subject === "source" ? await restoreSource(tx, id) : [] };
}

/** What was hidden with the source, in the same moment, comes back with it. */
export async function restoreSource(tx: Tx, sourceId: string): Promise<string[]> {
  const { hiddenAt } = await tx.source.findUniqueOrThrow({ where: { id: sourceId }, select: { hiddenAt: true } });
  const hidden = { sourceId, hiddenAt };
  const documents = await documentsOf(tx, hidden);
  await tx.source.update({ where: { id: sourceId }, data: { hiddenAt: null, ...anew }, select: { id: true } });
  await tx.evidence.updateMany({ where: { ...hidden, deletedAt: hiddenAt }, data: { hiddenAt: null, deletedAt: null, ...anew } });
  await tx.evidence.updateMany({ where: hidden, data: { hiddenAt: null, ...anew } });
  return documents;
}

/** Shows others what waited for it; evidence brings along the source that came with it. */
async function approve(tx: Tx, { subject, id }: Thing): Promise<Effect> {
  const where = { id };
  const select = { id: true } as const;
  const shown = { hiddenAt: null, heldAt: null, ...anew };
  if (subject === "claim") await tx.claim.update({ where, data: { ...shown, deletedAt: null }, select });
  if (subject === "source") await tx.source.update({ where, data: shown, select });
  if (subject === "evidence") {
    await tx.evidence.update({ where, data: { ...shown, deletedAt: null }, select });
    await showSourceOf(tx, id);
  }
  if (subject === "comment") {
    const { heldBody } = await tx.comment.findUniqueOrThrow({ where, select: { heldBody: true } });
    await tx.comment.update({ where, data: { body: heldBody ?? "", heldBody: null, hiddenAt: null, deletedAt: null, ...anew }, select });
  }
  return NOTHING;
}

/** What is shown shows its source: one that waited with it is shown, too. Throws `conflict` when a moderator has hidden it. */
export async function showSourceOf(tx: Tx, evidenceId: string): Promise<void> {
  const { source } = await tx.evidence.findUniqueOrThrow({
    where: { id: evidenceId },
    select: { source: { select: { id: true, hiddenAt: true, heldAt: true } } },
  });
  if (source.hiddenAt !== null && source.heldAt === null)
    throw new AppError("conflict", "A moderator has hidden the source of this evidence. Show the source again first.");
  await tx.source.updateMany({ where: { id: source.id, heldAt: { not: null } }, data: { hiddenAt: null, heldAt: null, ...anew } });
}

async function deleteComment(tx: Tx, { id, documentId }: Thing, now: Date): Promise<Effect> {
  const gone = { body: "", hiddenAt: null, deletedAt: now, mentions: { deleteMany: {} }, notifications: { deleteMany: {} }, ...anew };
  const { workspaceId } = await tx.comment.update({ where: { id }, data: gone, select: { workspaceId: true } });
  if (documentId) await erase(tx, "comment", [{ id, workspaceId, documentId }]);
  return NOTHING;
}

/** Locks a thing, or unlocks it. */
export async function setLock(tx: Tx, { subject, id }: Thing, lockedAt: Date | null): Promise<void> {
  const where = { id };
  const select = { id: true } as const;
  if (subject === "document") await tx.document.update({ where, data: { lockedAt }, select });
  if (subject === "claim") await tx.claim.update({ where, data: { lockedAt }, select });
  if (subject === "evidence") await tx.evidence.update({ where, data: { lockedAt }, select });
  if (subject === "source") await tx.source.update({ where, data: { lockedAt }, select });
  if (subject === "page") await tx.publicPage.update({ where, data: { lockedAt }, select });
  // A comment is locked with the discussion in which it is.
  if (subject === "comment") await tx.thread.updateMany({ where: { comments: { some: where } }, data: { lockedAt } });
}
