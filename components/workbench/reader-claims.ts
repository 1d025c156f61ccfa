import type { ReaderClaim } from "@/components/reader/types";
import { highlightTone } from "@/components/verdict/tone";
import type { ClaimSummaryView, ScaleView } from "@/lib/domain/views";

/** The claims as the text surface shows them; what lost its place is not on it. */
export function readerClaims(claims: readonly ClaimSummaryView[], scale: Pick<ScaleView, "labels">): ReaderClaim[] {
  return claims.map((claim) => ({
    id: claim.id,
    number: claim.number,
    statement: claim.statement,
    tone: highlightTone(claim, scale),
    fragments: claim.anchors.filter((anchor) => anchor.status !== "orphaned"),
  }));
}
