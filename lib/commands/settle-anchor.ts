import { z } from "zod";
import { describeSpan } from "@/lib/anchoring/describe";
import type { Tx } from "@/lib/db/client";
import { claimInScope, documentInScope } from "@/lib/db/scopes";
import { isDoubtful, mergeSpans, type Anchor } from "@/lib/domain/anchor";
import { AppError, invalidField } from "@/lib/domain/errors";
import { Id, Version } from "@/lib/domain/fields";
import { changedFields, record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { claimPolicy } from "@/lib/policies/claim";
import { anchorSelect, claimView } from "@/lib/queries/claim";
import { command } from "./command";
import { settledPlace } from "./settled-place";
import { touchDocument } from "./touch-document";
import type { SettledAnchors } from "./unsettle-anchor";
import { expectWritten } from "./versioned";

const Offset = z.int().min(0).max(10_000_000);

export const SettleAnchor = z.object({
  claimId: Id,
  anchorId: Id,
  version: Version,
  /** The revision that the person looked at. */
  revisionId: Id,
  /** Where the quote is: [start, end) in UTF-16 units of that revision's text; null when it is gone for good. */
  at: z.object({ start: Offset, end: Offset }).nullable(),
});

/**
 * Ends the doubt about an anchor: says where its quote is, or drops it. Fails with `conflict` when the claim changed since `version`, or the text changed at
 * that place since the revision.
 */
export const settleAnchor = command(SettleAnchor, { summary: "Say where a quote in doubt is, or drop it." }, async ({ actor, tx, now }, input) => {
  const claim = await claimInScope(tx, actor, input.claimId);
  authorize(claimPolicy, actor, "settle", claim);
  await touchDocument(tx, claim.documentId, now);
  const document = await documentInScope(tx, actor, claim.documentId);
  const written = await tx.claim.updateMany({ where: { id: claim.id, version: input.version }, data: { version: { increment: 1 }, updatedAt: now } });
  const present = () => claimView(tx, actor, claim.id);
  await expectWritten(written, "claim", present);
  const current = await tx.revision.findUniqueOrThrow({
    where: { documentId_number: { documentId: document.id, number: document.revision } },
    select: { id: true, text: true },
  });
  const anchors = await tx.anchor.findMany({ where: { claimId: claim.id, revisionId: current.id }, orderBy: { start: "asc" }, select: anchorSelect });
  const doubt = await doubtfulAnchor(tx, input, anchors, present);
  const { revisionId, at } = input;
  const settled = at && (await settledPlace(tx, current, { documentId: document.id, revisionId, at }, present));
  const others = anchors.filter((anchor) => anchor !== doubt);
  if (!settled && others.length === 0) throw invalidField("at", "This is the claim’s only quote. Say where it is, or delete the claim.");

  // The fragments of a claim never overlap: one that is sure, and that the place reaches into, becomes a part of it.
  const absorbed = settled ? others.filter((anchor) => !isDoubtful(anchor.status) && anchor.start <= settled.end && settled.start <= anchor.end) : [];
  const removed = [doubt, ...absorbed];
  await tx.anchor.deleteMany({ where: { id: { in: removed.map(({ id }) => id) } } });
  const scope = { workspaceId: actor.workspaceId, documentId: document.id, claimId: claim.id, revisionId: current.id };
  const placed = settled ? mergeSpans([settled, ...absorbed]).map((span) => describeSpan(current.text, span)) : [];
  await tx.anchor.createMany({ data: placed.map((span) => ({ ...span, ...scope })) });
  const changed = changedFields(
    { quote: doubt.exact, place: doubt.status },
    { quote: settled ? current.text.slice(settled.start, settled.end) : "", place: settled ? "exact" : "dropped" },
  );
  const way: SettledAnchors = {
    revisionId: current.id,
    removed: removed.map(({ claimId: _, ...anchor }) => anchor),
    placed: placed.map(({ start, end }) => ({ start, end })),
  };
  if (changed) await record(tx, actor, { type: "claim.anchor_settled", documentId: document.id, claimId: claim.id, ...changed, ids: { settled: way } });
  return claimView(tx, actor, claim.id);
});

/** The anchor on the current revision, also when the person saw it on an older one, by its quote: a doubt keeps its words from revision to revision. */
async function doubtfulAnchor<Row extends Pick<Anchor, "id" | "exact" | "prefix" | "suffix" | "status">>(
  tx: Tx,
  input: z.output<typeof SettleAnchor>,
  anchors: readonly Row[],
  present: () => Promise<unknown>,
): Promise<Row> {
  const seen = await tx.anchor.findFirst({ where: { id: input.anchorId, claimId: input.claimId }, select: anchorSelect });
  if (!seen) throw new AppError("not_found", "This quote was settled or replaced already.");
  const twins = anchors.filter(({ id, exact, prefix, suffix }) => id === seen.id || (exact === seen.exact && prefix === seen.prefix && suffix === seen.suffix));
  const found = twins.find(({ id }) => id === seen.id) ?? (twins.length === 1 ? twins[0] : undefined);
  if (!found || !isDoubtful(found.status)) throw new AppError("conflict", "The place of this quote is not in doubt any more.", { current: await present() });
  return found;
}
