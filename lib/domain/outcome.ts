import { ANCHOR_STATUSES, gravityOf, isDoubtful, joinedQuote, type Anchor, type AnchorStatus } from "./anchor";
import { isDecided, type ClaimState } from "./claim";
import { isPublished } from "./publication";

type Place = Pick<Anchor, "start" | "end" | "exact" | "status">;

/** What a correction of the text does to one claim. */
export interface ClaimOutcome {
  /** Of its worst anchor, before and after. */
  was: AnchorStatus;
  status: AnchorStatus;
  /** Some of its words changed, or the place of some is in more doubt than it was. */
  worsened: boolean;
  /** Its quote as it was, and as it is in the corrected text; null when no place is left. */
  before: string;
  after: string | null;
}

/** Compares a claim's anchors, at least one, before a correction and after it, in the same order. `text` is the corrected text. */
export function claimOutcome(before: readonly Place[], after: readonly Place[], text: string): ClaimOutcome {
  const placed = after.filter((anchor) => anchor.status !== "orphaned");
  const inOrder = [...placed].sort((a, b) => a.start - b.start);
  return {
    was: worstStatus(before),
    status: worstStatus(after),
    worsened: after.some(({ status }, index) => status === "edited" || (isDoubtful(status) && gravityOf(status) > gravityOf(before[index]?.status ?? "exact"))),
    before: joinedQuote(before),
    after: placed.length === 0 ? null : joinedQuote(inOrder.map(({ start, end }) => ({ exact: text.slice(start, end) }))),
  };
}

/** A claim that was approved as it read before is looked at again when its words, or their place, are not sure to be the same. */
export function returnsToReview(state: ClaimState, status: AnchorStatus): boolean {
  return state === "approved" && gravityOf(status) >= gravityOf("edited");
}

/** A claim whose verdict readers can see on a page does not go back to review: a person has to say that it is true of the changed words, too. */
export function needsConfirmation(state: ClaimState): boolean {
  return isPublished(state) && isDecided(state);
}

/** The anchors after a correction, in the order of those before, with the changed words of the claims of `ids` in doubt until they are confirmed. */
export function doubtChanged<Quote extends Pick<Anchor, "exact" | "prefix" | "suffix" | "status"> & { claimId: string }>(
  before: readonly Pick<Anchor, "exact" | "prefix" | "suffix">[],
  after: readonly Quote[],
  ids: ReadonlySet<string>,
): Quote[] {
  return after.map((anchor, index) => {
    const old = before[index];
    if (!old || anchor.status !== "edited" || !ids.has(anchor.claimId)) return anchor;
    return { ...anchor, exact: old.exact, prefix: old.prefix, suffix: old.suffix, status: "uncertain" };
  });
}

function worstStatus(anchors: readonly Place[]): AnchorStatus {
  return ANCHOR_STATUSES[Math.max(0, ...anchors.map(({ status }) => gravityOf(status)))] ?? "exact";
}
