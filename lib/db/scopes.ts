import { AppError } from "@/lib/domain/errors";
import type { Actor } from "@/lib/domain/role";
import type { Tx } from "./client";

/*
 * Finding in scope is the first permission: what lies outside the actor's workspace, or in the trash, is not found. What a moderator has hidden is in the trash
 * as well (the database sees to it), and is not found there either.
 */

const missing = (what: string) => new AppError("not_found", `This ${what} does not exist, or was deleted.`);

/** The document, not in the trash. Throws `not_found`. */
export async function documentInScope(tx: Tx, actor: Actor, id: string) {
  const document = await tx.document.findFirst({ where: { id, workspaceId: actor.workspaceId, deletedAt: null }, omit: { searchText: true } });
  if (!document) throw missing("document");
  return document;
}

/**
 * The document, which nobody else changes until the transaction ends: for what depends on its current revision. Whoever also changes claims locks
 * their document first, so that no two transactions wait for each other. Throws `not_found`.
 */
export async function lockedDocument(tx: Tx, actor: Actor, id: string) {
  await tx.$queryRaw`SELECT "id" FROM "Document" WHERE "id" = ${id} AND "workspaceId" = ${actor.workspaceId} FOR NO KEY UPDATE`;
  return documentInScope(tx, actor, id);
}

/** The claim, neither it nor its document in the trash. Throws `not_found`. */
export async function claimInScope(tx: Tx, actor: Actor, id: string) {
  const claim = await tx.claim.findFirst({ where: { id, workspaceId: actor.workspaceId, deletedAt: null, document: { deletedAt: null } } });
  if (!claim) throw missing("claim");
  return claim;
}

/**
 * Nobody gets into a closed workspace, and the server does no work for its people: no letter goes out, no file is made, no claim goes back to the pool. What
 * keeps order goes on: the log is sealed, and what is over its days is deleted.
 */
export const OPEN_WORKSPACE = { closedAt: null } as const;

/** In place of the moment at which it was deleted: its time in the trash is over, and nobody brings it back (see lib/jobs/empty-trash.ts). */
export const BEING_DELETED = new Date(0);

/** What is in the trash and can be restored, and not there because a moderator has hidden it. */
export const TRASHED = { deletedAt: { gt: BEING_DELETED }, hiddenAt: null } as const;

/** The claim in the trash of a living document. Throws `not_found`. */
export async function trashedClaimInScope(tx: Tx, actor: Actor, id: string) {
  const claim = await tx.claim.findFirst({ where: { id, workspaceId: actor.workspaceId, ...TRASHED, document: { deletedAt: null } } });
  if (!claim) throw missing("claim");
  return claim;
}

/** The evidence with its claim; `trashed` says on which side of the trash. Throws `not_found`. */
export async function evidenceInScope(tx: Tx, actor: Actor, id: string, where: "kept" | "trashed" = "kept") {
  const evidence = await tx.evidence.findFirst({
    where: {
      id,
      workspaceId: actor.workspaceId,
      ...(where === "kept" ? { deletedAt: null } : TRASHED),
      claim: { deletedAt: null, document: { deletedAt: null } },
    },
    include: { claim: true, source: true, question: { select: { text: true } } },
  });
  if (!evidence) throw missing("evidence");
  return evidence;
}

/** The snapshot with its evidence, its source and its claim, none of them in the trash; `where` says on which side of it the snapshot is. Throws `not_found`. */
export async function snapshotInScope(tx: Tx, actor: Actor, id: string, where: "kept" | "trashed" = "kept") {
  const snapshot = await tx.snapshot.findFirst({
    where: {
      id,
      workspaceId: actor.workspaceId,
      deletedAt: where === "kept" ? null : { not: null },
      evidence: { deletedAt: null, claim: { deletedAt: null, document: { deletedAt: null } } },
    },
    omit: { text: true },
    include: { evidence: { include: { claim: true, source: true } } },
  });
  if (!snapshot) throw missing("snapshot");
  return snapshot;
}

/** The question with its claim; `where` says on which side of the trash. Throws `not_found`. */
export async function questionInScope(tx: Tx, actor: Actor, id: string, where: "kept" | "trashed" = "kept") {
  const question = await tx.question.findFirst({
    where: {
      id,
      workspaceId: actor.workspaceId,
      deletedAt: where === "kept" ? null : { not: null },
      claim: { deletedAt: null, document: { deletedAt: null } },
    },
    include: { claim: true },
  });
  if (!question) throw missing("question");
  return question;
}

/** The noted contact with its claim; `where` says on which side of the trash. Throws `not_found`. */
export async function contactInScope(tx: Tx, actor: Actor, id: string, where: "kept" | "trashed" = "kept") {
  const contact = await tx.claimantContact.findFirst({
    where: {
      id,
      workspaceId: actor.workspaceId,
      deletedAt: where === "kept" ? null : { not: null },
      claim: { deletedAt: null, document: { deletedAt: null } },
    },
    include: { claim: true },
  });
  if (!contact) throw missing("contact");
  return contact;
}

/** The source, as far as it is not hidden. Throws `not_found`. */
export async function sourceInScope(tx: Tx, actor: Actor, id: string) {
  const source = await tx.source.findFirst({ where: { id, workspaceId: actor.workspaceId, hiddenAt: null } });
  if (!source) throw missing("source");
  return source;
}

/** The thread, with nothing that it is about in the trash. Throws `not_found`. */
export async function threadInScope(tx: Tx, actor: Actor, id: string) {
  const thread = await tx.thread.findFirst({
    where: { id, workspaceId: actor.workspaceId, document: { deletedAt: null }, OR: [{ claimId: null }, { claim: { deletedAt: null } }] },
  });
  if (!thread) throw missing("discussion");
  return thread;
}
