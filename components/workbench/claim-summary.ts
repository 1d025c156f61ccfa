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

/** Where each claim stands in the list, from 1. */
export function placesIn(claims: readonly ClaimSummaryView[]): ReadonlyMap<string, number> {
  return new Map(claims.map(({ id }, index) => [id, index + 1]));
}

/** The claim `step` places after (or before) a place of the list, without going round; from no place, the first (or the last). */
export function neighbour(claims: readonly ClaimSummaryView[], place: number | undefined, step: 1 | -1): ClaimSummaryView | undefined {
  return place === undefined ? claims.at(step === 1 ? 0 : -1) : claims[place - 1 + step];
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
