import { z } from "zod";
import { query } from "@/lib/commands/command";
import { db } from "@/lib/db/client";
import { documentInScope } from "@/lib/db/scopes";
import { Id } from "@/lib/domain/fields";
import type { ComparedText, RevisionComparisonView } from "@/lib/domain/revision";
import type { Actor } from "@/lib/domain/role";
import { correctText } from "@/lib/importers/correct-text";
import { anchorsByClaim, claimHeads } from "./claim-summaries";
import { toBlocks } from "./document";
import { RevisionNumber, revisionRow, toItem } from "./revisions";

export const CompareRevisions = z.object({ documentId: Id, from: RevisionNumber, to: RevisionNumber });

/** Two states of a document's text with what changed between them, for programs. */
export const getComparison = query(CompareRevisions, { summary: "Compare two revisions of a document, word by word." }, async (actor, input) =>
  compareRevisions(actor, input.documentId, input.from, input.to),
);

/** Two states of a document's text, what changed between them, and the claims that have a place in either. Throws `not_found`. */
export async function compareRevisions(actor: Actor, documentId: string, from: number, to: number): Promise<RevisionComparisonView> {
  const prisma = await db();
  const document = await documentInScope(prisma, actor, documentId);
  const [before, after] = [await revisionRow(prisma, documentId, from), await revisionRow(prisma, documentId, to)];
  const heads = await claimHeads(prisma, actor, documentId);
  const [placesBefore, placesAfter] = [await anchorsByClaim(prisma, documentId, before.id), await anchorsByClaim(prisma, documentId, after.id)];
  const { changes, wordsAdded, wordsRemoved } = await correctText({ before: before.text, after: after.text, anchors: [], language: document.language });
  const toText = (row: typeof before): ComparedText => ({ ...toItem(row, document.revision), text: row.text, blocks: toBlocks(row.blocks) });
  return {
    before: toText(before),
    after: toText(after),
    wordsAdded,
    wordsRemoved,
    changes,
    claims: heads
      .map((head) => ({ ...head, before: placesBefore.get(head.id) ?? [], after: placesAfter.get(head.id) ?? [] }))
      .filter((claim) => claim.before.length + claim.after.length > 0),
  };
}
