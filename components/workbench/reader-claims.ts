import type { ReaderClaim } from "@/components/reader/types";
import { highlightTone } from "@/components/verdict/tone";
import type { ClaimSummaryView, ScaleView } from "@/lib/domain/views";

/** By scale and claim: of thousands only those that changed are made anew. */
const made = new WeakMap<object, WeakMap<ClaimSummaryView, ReaderClaim>>();

/** The claims as the text surface shows them; what lost its place is not on it. The same claim is the same object again. */
export function readerClaims(claims: readonly ClaimSummaryView[], scale: Pick<ScaleView, "labels">): ReaderClaim[] {
  return claims.map((claim) => readerClaim(claim, scale));
}

/** One of them, the same object as among all. */
export function readerClaim(claim: ClaimSummaryView, scale: Pick<ScaleView, "labels">): ReaderClaim {
  const known = made.get(scale) ?? new WeakMap<ClaimSummaryView, ReaderClaim>();
  made.set(scale, known);
  const before = known.get(claim);
  if (before) return before;
  const shown: ReaderClaim = {
    id: claim.id,
    number: claim.number,
    statement: claim.statement,
    tone: highlightTone(claim, scale),
    fragments: claim.anchors.filter((anchor) => anchor.status !== "orphaned"),
  };
  known.set(claim, shown);
  return shown;
}
