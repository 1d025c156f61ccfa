import { z } from "zod";
import { query } from "@/lib/commands/command";
import { db, type Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { documentInScope } from "@/lib/db/scopes";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/fields";
import type { RevisionListItem, RevisionView } from "@/lib/domain/revision";
import type { Actor } from "@/lib/domain/role";
import { anchorsByClaim, claimHeads } from "./claim-summaries";
import { toBlocks } from "./document";

/** The number of a revision, also as a query string has it. */
export const RevisionNumber = z.coerce.number().int().min(1).max(2_000_000_000);

const itemSelect = {
  id: true,
  number: true,
  wordCount: true,
  note: true,
  wordsAdded: true,
  wordsRemoved: true,
  createdAt: true,
  createdBy: { select: { id: true, name: true } },
} satisfies Prisma.RevisionSelect;

const textSelect = { ...itemSelect, text: true, blocks: true } satisfies Prisma.RevisionSelect;

export const ListRevisions = z.object({ documentId: Id });

/** The states of a document's text, newest first. */
export const listRevisions = query(ListRevisions, { summary: "List the revisions of a document's text, newest first." }, async (actor, input) =>
  revisionList(actor, input.documentId),
);

/** The states of a document's text, newest first. Throws `not_found`. */
export async function revisionList(actor: Actor, documentId: string): Promise<RevisionListItem[]> {
  const prisma = await db();
  const document = await documentInScope(prisma, actor, documentId);
  const rows = await prisma.revision.findMany({ where: { documentId }, select: itemSelect, orderBy: { number: "desc" } });
  return rows.map((row) => toItem(row, document.revision));
}

export const GetRevision = z.object({ documentId: Id, number: RevisionNumber });

/** One state of a document's text with the claims marked in it. */
export const getRevision = query(GetRevision, { summary: "Read one revision of a document with its own highlights." }, async (actor, input) =>
  revisionView(actor, input.documentId, input.number),
);

/** One state of a document's text with the claims that have a place in it. Throws `not_found`. */
export async function revisionView(actor: Actor, documentId: string, number: number): Promise<RevisionView> {
  const prisma = await db();
  const document = await documentInScope(prisma, actor, documentId);
  const row = await revisionRow(prisma, documentId, number);
  const [heads, anchorsOf] = [await claimHeads(prisma, actor, documentId), await anchorsByClaim(prisma, documentId, row.id)];
  const claims = heads.flatMap((head) => {
    const anchors = anchorsOf.get(head.id);
    return anchors ? [{ ...head, anchors }] : [];
  });
  const { id, text, wordCount, createdBy, note } = row;
  return {
    ...{ id, number, text, wordCount, createdBy, note, claims },
    blocks: toBlocks(row.blocks),
    createdAt: row.createdAt.toISOString(),
    current: number === document.revision,
  };
}

/** The revision with its text. Throws `not_found`. */
export async function revisionRow(tx: Tx, documentId: string, number: number) {
  const row = await tx.revision.findUnique({ where: { documentId_number: { documentId, number } }, select: textSelect });
  if (!row) throw new AppError("not_found", "This document has no such revision.");
  return row;
}

/** A line of the list; `current` is the number of the document's current revision. */
export function toItem(row: Prisma.RevisionGetPayload<{ select: typeof itemSelect }>, current: number): RevisionListItem {
  const { id, number, wordCount, createdBy, note, wordsAdded, wordsRemoved } = row;
  return { id, number, wordCount, createdBy, createdAt: row.createdAt.toISOString(), note, wordsAdded, wordsRemoved, current: number === current };
}
