import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { describeSpan } from "@/lib/anchoring/describe";
import { migrateAnchors, type Placed } from "@/lib/anchoring/migrate";
import { trimSpan } from "@/lib/anchoring/snap";
import { mergeSpans } from "@/lib/domain/anchor";
import { invalidField } from "@/lib/domain/errors";
import type { Span } from "@/lib/domain/text";

const Offset = z.int().min(0).max(10_000_000);
const MAX_FRAGMENTS = 300;

/**
 * The spans where a claim is said: [start, end) in UTF-16 units of the revision's text, or a quote alone when it stands in the
 * text exactly once. `exact`, when given with offsets, must be the text at that place.
 */
export const Fragments = z
  .array(z.union([z.object({ start: Offset, end: Offset, exact: z.string().max(100_000).optional() }), z.object({ exact: z.string().min(1).max(100_000) })]))
  .min(1, "A claim needs at least one fragment of the text.")
  .max(MAX_FRAGMENTS, `At most ${MAX_FRAGMENTS} fragments a claim.`);

/** The revision that the writer marked on, the current one or an older one. Throws `invalid` when the document has no such revision. */
export async function markedRevision(tx: Tx, documentId: string, revisionId: string) {
  const revision = await tx.revision.findFirst({ where: { id: revisionId, documentId }, select: { id: true, number: true, text: true, blocks: true } });
  if (!revision) throw invalidField("revisionId", "This document has no such revision. Reload the page and mark the passage again.");
  return revision;
}

/** Anchors for the fragments, trimmed, merged where they overlap, in the order of the text. Throws `invalid` with the field named. */
export function anchorsFor(text: string, fragments: z.output<typeof Fragments>) {
  const spans = fragments.map((fragment, index) => toSpan(text, fragment, index));
  return mergeSpans(spans).map((span) => ({ ...describeSpan(text, span), status: "exact" as const, similarity: 1 }));
}

/**
 * Writes a claim's anchors on the revision they were made on and, when the text was corrected since, takes them to the current one: never refused,
 * never put on other words. `kept` are those that the claim has on the first revision already.
 */
export async function writeAnchors(
  tx: Tx,
  claim: { id: string; workspaceId: string; document: { id: string; revision: number } },
  revision: { id: string; number: number; text: string },
  anchors: readonly Omit<Placed, "claimId">[],
  kept: readonly Placed[] = [],
): Promise<void> {
  const { document } = claim;
  const scope = { workspaceId: claim.workspaceId, documentId: document.id, claimId: claim.id };
  await tx.anchor.createMany({ data: anchors.map((anchor) => ({ ...anchor, ...scope, revisionId: revision.id })) });
  if (revision.number === document.revision) return;
  const current = await tx.revision.findUniqueOrThrow({
    where: { documentId_number: { documentId: document.id, number: document.revision } },
    select: { id: true, text: true },
  });
  const all = [...kept, ...anchors.map((anchor) => ({ ...anchor, claimId: claim.id }))];
  await tx.anchor.deleteMany({ where: { claimId: claim.id, revisionId: current.id } });
  await tx.anchor.createMany({ data: migrateAnchors(revision.text, current.text, all).map((anchor) => ({ ...anchor, ...scope, revisionId: current.id })) });
}

function toSpan(text: string, fragment: z.output<typeof Fragments>[number], index: number): Span {
  const field = `fragments.${index}`;
  if (!("start" in fragment)) return findOnce(text, fragment.exact, `${field}.exact`);
  const { start, end, exact } = fragment;
  if (end > text.length) throw invalidField(`${field}.end`, `The text ends at ${text.length}.`);
  if (start >= end) throw invalidField(`${field}.start`, "A fragment must start before it ends.");
  if (exact !== undefined && text.slice(start, end) !== exact)
    throw invalidField(`${field}.exact`, "This quote is not in the text at that place. Mark the passage again.");
  const trimmed = trimSpan(text, { start, end });
  if (trimmed.start >= trimmed.end) throw invalidField(field, "Mark at least one word.");
  return trimmed;
}

function findOnce(text: string, exact: string, field: string): Span {
  const start = text.indexOf(exact);
  if (start < 0) throw invalidField(field, "This quote is not in the text. Copy it from there, or give its place.");
  if (text.indexOf(exact, start + 1) >= 0) throw invalidField(field, "This quote stands in the text more than once. Give start and end.");
  return { start, end: start + exact.length };
}
