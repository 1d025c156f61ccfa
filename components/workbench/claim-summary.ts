import type { Span } from "@/lib/domain/text";
import type { ClaimSummaryView, ClaimView } from "@/lib/domain/views";

/** What the text and the list show of a whole claim. */
export function toSummary(claim: ClaimView): ClaimSummaryView {
  const { id, number, statement, state, version, labelId, assigned, assignments, tags, evidenceCount } = claim;
  const anchors = claim.anchors.map((anchor) => ({ id: anchor.id, start: anchor.start, end: anchor.end, status: anchor.status }));
  return { id, number, statement, state, version, labelId, assigned, assignments, tags, evidenceCount, anchors };
}

/** In the order of the text; claims that lost their place come last. */
export function inTextOrder(claims: readonly ClaimSummaryView[]): ClaimSummaryView[] {
  return [...claims].sort(compareInText);
}

export function compareInText(one: ClaimSummaryView, other: ClaimSummaryView): number {
  return startOf(one) - startOf(other) || one.number - other.number;
}

function startOf(claim: ClaimSummaryView): number {
  return claim.anchors.find((anchor) => anchor.status !== "orphaned")?.start ?? Number.MAX_SAFE_INTEGER;
}

/** The claim `step` places after (or before) the open one in the list, without going round; the first when none is open. */
export function neighbour(claims: readonly ClaimSummaryView[], openId: string | null, step: 1 | -1): ClaimSummaryView | undefined {
  const index = claims.findIndex((claim) => claim.id === openId);
  if (index < 0) return step === 1 ? claims[0] : claims.at(-1);
  return claims[index + step];
}

/** What the names of places begin with that are shown before the server has them. */
const FORESEEN = "foreseen-";

/** The places of a claim as they will be, under names of this page. */
export function foreseenPlaces(fragments: readonly Span[]): ClaimSummaryView["anchors"] {
  return fragments.map((span, index) => ({ ...span, id: `${FORESEEN}${String(index)}`, status: "exact" }));
}

/** True while the claim's places wait for the server. */
export function isForeseen(claim: ClaimSummaryView): boolean {
  return claim.anchors.some(({ id }) => id.startsWith(FORESEEN));
}
