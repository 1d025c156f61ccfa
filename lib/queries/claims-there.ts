import type { Tx } from "@/lib/db/client";
import type { PlacedClaim } from "@/lib/importers/annotations/place-claims";

/** The claims of a document by what they say and where. */
export interface ClaimsThere {
  /** The number of the claim that is the same as one of others, or null. */
  sameAs: (claim: PlacedClaim) => number | null;
}

/**
 * Knows the claims of a document again. The same claim is at the same spans. One of which a person must say where it is may have been settled
 * elsewhere since: it is known by its words too, or by its statement.
 */
export async function claimsThere(tx: Tx, documentId: string, revisionId: string): Promise<ClaimsThere> {
  const claims = await tx.claim.findMany({ where: { documentId, deletedAt: null }, select: { id: true, number: true, statement: true } });
  const anchors = await tx.anchor.findMany({
    where: { documentId, revisionId },
    select: { claimId: true, start: true, end: true, exact: true },
    orderBy: [{ start: "asc" }, { end: "asc" }],
  });
  const byClaim = new Map<string, typeof anchors>();
  for (const anchor of anchors) byClaim.set(anchor.claimId, [...(byClaim.get(anchor.claimId) ?? []), anchor]);
  const [places, words, statements] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  for (const { id, number, statement } of claims) {
    const fragments = byClaim.get(id) ?? [];
    places.set(placesKey(fragments), number);
    words.set(wordsKey(fragments), number);
    statements.set(folded(statement), number);
  }
  return {
    sameAs: (claim) => {
      const { fragments, finding, quotes, statement } = claim;
      const same = finding === "lost" ? undefined : places.get(placesKey(fragments));
      if (same !== undefined || finding === "found") return same ?? null;
      return words.get(wordsKey(fragments)) ?? statements.get(folded(statement || quotes.map(({ exact }) => exact).join(" … "))) ?? null;
    },
  };
}

function placesKey(fragments: readonly { start: number; end: number }[]): string {
  return fragments
    .map(({ start, end }) => `${String(start)}-${String(end)}`)
    .sort()
    .join();
}

function wordsKey(fragments: readonly { exact: string }[]): string {
  return JSON.stringify(fragments.map(({ exact }) => folded(exact)).sort());
}

function folded(text: string): string {
  return text.replace(/\s+/g, " ").trim().toLowerCase();
}
