import { isOverdue } from "@/lib/domain/assignment";
import type { ClaimState } from "@/lib/domain/claim";
import type { ClaimSummaryView } from "@/lib/domain/views";

/**
 * Which claims are listed. `attention`: contested, or with a quote whose place in the text is in doubt. `mine`: waiting for the reader; `unassigned`: waiting
 * for anybody; `overdue`: late.
 */
export type ClaimFilter = "all" | "attention" | "mine" | "unassigned" | "overdue" | ClaimState;

export type Filterable = Pick<ClaimSummaryView, "state" | "anchors" | "assigned" | "assignments">;

/** Who asks, and on which day, "yyyy-mm-dd"; null while it is not known. */
export interface FilterReader {
  personId: string;
  today: string | null;
}

/** True when the claim waits for somebody to look at it. */
export function needsAttention(claim: Filterable): boolean {
  return claim.state === "contested" || claim.anchors.some((anchor) => anchor.status === "uncertain" || anchor.status === "orphaned");
}

/** The claims that a filter lets through, in their order. */
export function filterClaims<T extends Filterable>(claims: readonly T[], filter: ClaimFilter, reader: FilterReader): readonly T[] {
  if (filter === "all") return claims;
  return claims.filter((claim) => passes(claim, filter, reader));
}

const WAITING: readonly ClaimState[] = ["spotted", "researching", "in_review"];

/** True when the filter lets the claim through. */
export function passes(claim: Filterable, filter: ClaimFilter, { personId, today }: FilterReader): boolean {
  switch (filter) {
    case "all":
      return true;
    case "attention":
      return needsAttention(claim);
    case "mine":
      return WAITING.includes(claim.state) && claim.assignments.some((each) => each.personId === personId && !each.done);
    case "unassigned":
      return WAITING.includes(claim.state) && claim.assigned === 0;
    case "overdue":
      return today !== null && isOverdue(claim, today);
    default:
      return claim.state === filter;
  }
}
