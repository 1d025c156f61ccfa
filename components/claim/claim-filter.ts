import { highlightTone, toneClass } from "@/components/verdict/tone";
import { CLAIM_STATES, isDecided, STATE_NAMES, type ClaimState } from "@/lib/domain/claim";
import { TONES, type Tone } from "@/lib/domain/scale";
import type { ClaimSummaryView, ScaleView } from "@/lib/domain/views";

/** Which claims are listed. `attention`: contested, or with a quote whose place in the text is in doubt. */
export type ClaimFilter = "all" | "attention" | ClaimState;

type Filterable = Pick<ClaimSummaryView, "state" | "anchors">;

/** True when the claim waits for somebody to look at it. */
export function needsAttention(claim: Filterable): boolean {
  return claim.state === "contested" || claim.anchors.some((anchor) => anchor.status === "uncertain" || anchor.status === "orphaned");
}

/** The claims that a filter lets through, in their order. */
export function filterClaims<T extends Filterable>(claims: readonly T[], filter: ClaimFilter): readonly T[] {
  if (filter === "all") return claims;
  return claims.filter((claim) => (filter === "attention" ? needsAttention(claim) : claim.state === filter));
}

/** The filters worth offering, with how many claims each shows: all of them first, then the states that occur. */
export function filterCounts(claims: readonly Filterable[]): { filter: ClaimFilter; count: number }[] {
  const states = CLAIM_STATES.map((state) => ({ filter: state, count: claims.filter((claim) => claim.state === state).length }));
  const attention = { filter: "attention" as const, count: claims.filter(needsAttention).length };
  return [{ filter: "all" as const, count: claims.length }, ...states, attention].filter((each) => each.count > 0 || each.filter === "all");
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
