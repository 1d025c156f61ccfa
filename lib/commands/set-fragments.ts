import { z } from "zod";
import { claimInScope, documentInScope } from "@/lib/db/scopes";
import { joinedQuote } from "@/lib/domain/anchor";
import { Id, Version } from "@/lib/domain/fields";
import type { Span } from "@/lib/domain/text";
import { record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { claimPolicy } from "@/lib/policies/claim";
import { anchorSelect, claimView } from "@/lib/queries/claim";
import { command } from "./command";
import { anchorsFor, Fragments, markedRevision, writeAnchors } from "./fragments";
import { touchDocument } from "./touch-document";
import { expectWritten } from "./versioned";

export const SetFragments = z.object({ claimId: Id, version: Version, revisionId: Id, fragments: Fragments });

/**
 * Replaces the spans where a claim is said: adds, resizes, removes or moves them all at once. A span that is not changed stays the anchor it is, so that
 * no doubt about it is lost; an orphan, which no span can name, goes only when it is settled.
 */
export const setFragments = command(SetFragments, { summary: "Set the spans of the text where a claim is said." }, async ({ actor, tx, now }, input) => {
  const claim = await claimInScope(tx, actor, input.claimId);
  authorize(claimPolicy, actor, "edit", claim);
  await touchDocument(tx, claim.documentId, now);
  const document = await documentInScope(tx, actor, claim.documentId);
  const revision = await markedRevision(tx, document.id, input.revisionId);
  const wanted = anchorsFor(revision.text, input.fragments);
  const written = await tx.claim.updateMany({ where: { id: claim.id, version: input.version }, data: { version: { increment: 1 }, updatedAt: now } });
  await expectWritten(written, "claim", () => claimView(tx, actor, claim.id));
  const old = await tx.anchor.findMany({ where: { claimId: claim.id, revisionId: revision.id }, orderBy: { start: "asc" }, select: anchorSelect });
  const orphans = old.filter((anchor) => anchor.status === "orphaned");
  const placed = old.filter((anchor) => anchor.status !== "orphaned");
  const kept = placed.filter((anchor) => wanted.some((span) => isSameSpan(span, anchor)));
  const dropped = placed.filter((anchor) => !kept.includes(anchor));
  const added = wanted.filter((span) => !kept.some((anchor) => isSameSpan(span, anchor)));
  await tx.anchor.deleteMany({ where: { id: { in: dropped.map(({ id }) => id) } } });
  await writeAnchors(
    tx,
    { id: claim.id, workspaceId: actor.workspaceId, document },
    revision,
    added,
    [...orphans, ...kept].map(({ id: _, ...anchor }) => anchor),
  );
  await record(tx, actor, {
    type: "claim.fragments_set",
    documentId: document.id,
    claimId: claim.id,
    before: { quote: joinedQuote(placed) },
    after: { quote: joinedQuote([...kept, ...added].sort((a, b) => a.start - b.start)) },
  });
  return claimView(tx, actor, claim.id);
});

function isSameSpan(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end;
}
