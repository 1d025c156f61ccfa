import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { documentInScope } from "@/lib/db/scopes";
import { AppError, invalidField } from "@/lib/domain/errors";
import { Id, line } from "@/lib/domain/fields";
import type { BlockInput as BlockInputType } from "@/lib/domain/revision";
import type { Actor } from "@/lib/domain/role";
import { BLOCK_TYPES, type CanonicalText } from "@/lib/domain/text";
import { assembleText, correctText } from "@/lib/importers/correct-text";
import type { Correction } from "@/lib/importers/correction";
import { authorize } from "@/lib/policies/authorize";
import { documentPolicy } from "@/lib/policies/document";
import { anchorSelect } from "@/lib/queries/claim";
import { toBlocks } from "@/lib/queries/document";
import { ImportSource, readImport } from "./import-source";

const Offset = z.int().min(0).max(10_000_000);

const BlockInput: z.ZodType<BlockInputType> = z.object({
  type: z.enum(BLOCK_TYPES),
  text: z.string(),
  level: z.int().min(1).max(6).exactOptional(),
  speaker: line(200).exactOptional(),
  time: line(40).exactOptional(),
  marks: z
    .array(z.object({ type: z.enum(["strong", "emphasis", "code", "link"]), start: Offset, end: Offset, href: z.string().max(2000).exactOptional() }))
    .max(10_000)
    .exactOptional(),
});

/** The fields that say what a text becomes: its edited blocks, or a source to read it from anew. */
export const revisionFields = {
  documentId: Id,
  /** The number of the revision that was edited. */
  base: z.int().min(1).max(2_000_000_000),
  blocks: z.array(BlockInput).max(200_000, "At most 200,000 blocks.").optional(),
  source: ImportSource.optional(),
};

export type RevisionInput = z.output<z.ZodObject<typeof revisionFields>>;

/** A revision with what it needs to be corrected. */
interface Base {
  id: string;
  number: number;
  text: string;
  wordCount: number;
  anchors: AnchorRow[];
}

/** An anchor of the base; ordered by its place. */
export type AnchorRow = Awaited<ReturnType<typeof anchorsOf>>[number];

/** A correction that is worked out but not saved. */
export interface DraftRevision {
  base: Base;
  text: CanonicalText;
  warnings: string[];
  wordCount: number;
  /** Its anchors are those of the base, in that order. */
  correction: Correction;
}

/**
 * Works out what a text becomes and what that does to its anchors, those of trashed claims included; writes nothing. Throws `conflict` with the
 * current revision's number when the text was corrected since `base`, `invalid` when nothing was changed.
 */
export async function draftRevision(tx: Tx, actor: Actor, input: RevisionInput): Promise<DraftRevision> {
  const document = await documentInScope(tx, actor, input.documentId);
  authorize(documentPolicy, actor, "edit", document);
  expectCurrent(document, input.base);
  const { warnings, ...text } = await readText(input);
  const revision = await tx.revision.findUniqueOrThrow({ where: { documentId_number: { documentId: document.id, number: input.base } } });
  if (text.text === revision.text && JSON.stringify(text.blocks.map(inOneOrder)) === JSON.stringify(toBlocks(revision.blocks).map(inOneOrder)))
    throw invalidField(input.source ? "source" : "blocks", "Nothing was changed: this is the text as it stands.");
  const anchors = await anchorsOf(tx, document.id, revision.id);
  const { language } = document;
  const correction = await correctText({ before: revision.text, after: text.text, anchors: anchors.map(({ id: _, ...anchor }) => anchor), language });
  const { id, number } = revision;
  const wordCount = Math.max(0, revision.wordCount + correction.wordsAdded - correction.wordsRemoved);
  return { base: { id, number, text: revision.text, wordCount: revision.wordCount, anchors }, text, warnings, wordCount, correction };
}

/** Throws `conflict` when the text was corrected since the revision with the number `base`. */
export function expectCurrent(document: { revision: number }, base: number): void {
  if (base > document.revision) throw invalidField("base", `This document has ${String(document.revision)} revisions.`);
  if (base < document.revision)
    throw new AppError("conflict", "Someone else corrected this text while you were writing. Your text is kept; compare the two.", {
      current: { revision: document.revision },
    });
}

/** The anchors of the revision, those of trashed claims included, in the order of the text; all unless said. */
export async function anchorsOf(tx: Tx, documentId: string, revisionId: string, which: Prisma.AnchorWhereInput = {}) {
  const where = { documentId, revisionId, ...which };
  return tx.anchor.findMany({ where, select: anchorSelect, orderBy: [{ start: "asc" }, { end: "asc" }, { id: "asc" }] });
}

/** The places of each claim before and after, in the order of the text before. */
export function placesByClaim<Before extends { claimId: string }, After>(
  before: readonly Before[],
  after: readonly After[],
): Map<string, { before: Before[]; after: After[] }> {
  const places = new Map<string, { before: Before[]; after: After[] }>();
  before.forEach((anchor, index) => {
    const now = after[index];
    if (now === undefined) throw new Error("An anchor was lost on the way.");
    const known = places.get(anchor.claimId);
    if (!known) places.set(anchor.claimId, { before: [anchor], after: [now] });
    else {
      known.before.push(anchor);
      known.after.push(now);
    }
  });
  return places;
}

async function readText({ blocks, source }: RevisionInput): Promise<CanonicalText & { warnings: string[] }> {
  if (blocks && !source) return assembleText(blocks);
  if (!source || blocks) throw invalidField("blocks", "Send either the edited blocks or a source.");
  const { text, blocks: read, warnings } = await readImport(source);
  return { text, blocks: read, warnings };
}

/** The fields of a block in one order, so that equal blocks are written equally. */
function inOneOrder({ type, start, end, level, speaker, time, marks }: CanonicalText["blocks"][number]) {
  return [type, start, end, level, speaker, time, marks.map((mark) => [mark.type, mark.start, mark.end, mark.href])];
}
