import { highlightTone, toneClass } from "@/components/verdict/tone";
import { isOverdue } from "@/lib/domain/assignment";
import { CLAIM_STATES, isDecided, STATE_NAMES, type ClaimState } from "@/lib/domain/claim";
import { TONES, type Tone } from "@/lib/domain/scale";
import type { ClaimSummaryView, ScaleView } from "@/lib/domain/views";

/**
 * Which claims are listed. `attention`: contested, or with a quote whose place in the text is in doubt. `mine`: waiting for the reader; `unassigned`: waiting
 * for anybody; `overdue`: late.
 */
export type ClaimFilter = "all" | "attention" | "mine" | "unassigned" | "overdue" | ClaimState;

type Filterable = Pick<ClaimSummaryView, "state" | "anchors" | "assigned" | "assignments">;

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

/** The filters worth offering, with how many claims each shows: all of them first, then the states that occur, then those that cross the states. */
export function filterCounts(claims: readonly Filterable[], reader: FilterReader): { filter: ClaimFilter; count: number }[] {
  const filters: ClaimFilter[] = [...CLAIM_STATES, "attention", "mine", "unassigned", "overdue"];
  const counts = filters.map((filter) => ({ filter, count: filterClaims(claims, filter, reader).length }));
  // Where nobody was asked yet, that all are unassigned says nothing.
  const offered = counts.filter(({ filter, count }) => count > 0 && (filter !== "unassigned" || claims.some(({ assigned }) => assigned > 0)));
  return [{ filter: "all", count: claims.length }, ...offered];
}

const WAITING: readonly ClaimState[] = ["spotted", "researching", "in_review"];

function passes(claim: Filterable, filter: ClaimFilter, { personId, today }: FilterReader): boolean {
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

/** "10 of 15 approved · 2 in review". Skipped claims count among the settled ones only in the list. */
export function progressText(claims: readonly Pick<ClaimSummaryView, "state">[]): string {
  const decided = claims.filter((claim) => isDecided(claim.state)).length;
  const inReview = claims.filter((claim) => claim.state === "in_review").length;
  const parts = [`${decided} of ${claims.length} approved`];
  if (inReview > 0) parts.push(`${inReview} ${STATE_NAMES.in_review.toLowerCase()}`);
  return parts.join(" · ");
}

const VERDICT_NAMES: Record<Tone, string> = {
  true: "true",
  "mostly-true": "mostly true",
  half: "half true",
  "mostly-false": "mostly false",
  false: "false",
  off: "off the scale",
};

/** The bar of verdicts, false to true by colour, and what is still undecided. */
export function verdictSegments(claims: readonly Pick<ClaimSummaryView, "state" | "labelId">[], scale: Pick<ScaleView, "labels">) {
  const tones = claims.map((claim) => highlightTone(claim, scale));
  const verdicts = TONES.map((tone) => ({ key: tone, count: tones.filter((each) => each === tone).length, tone: toneClass(tone), title: VERDICT_NAMES[tone] }));
  const undecided = claims.length - verdicts.reduce((sum, segment) => sum + segment.count, 0);
  return [...verdicts, { key: "undecided", count: undecided, title: "without a verdict" }];
}
