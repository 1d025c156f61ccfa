import { highlightTone, toneClass } from "@/components/verdict/tone";
import { CLAIM_STATES, isDecided, STATE_NAMES } from "@/lib/domain/claim";
import { TONES, type Tone } from "@/lib/domain/scale";
import type { ClaimSummaryView, ScaleView } from "@/lib/domain/views";
import { passes, type ClaimFilter, type Filterable, type FilterReader } from "./claim-filter";

/** The filters worth offering, with how many claims each shows: all of them first, then the states that occur, then those that cross the states. */
export function filterCounts(claims: readonly Filterable[], reader: FilterReader): { filter: ClaimFilter; count: number }[] {
  const counts = new Map<ClaimFilter, number>();
  let asked = false;
  for (const claim of claims) {
    addOne(counts, claim.state);
    for (const filter of CROSSING) if (passes(claim, filter, reader)) addOne(counts, filter);
    asked ||= claim.assigned > 0;
  }
  // Where nobody was asked yet, that all are unassigned says nothing.
  if (!asked) counts.delete("unassigned");
  const offered = [...CLAIM_STATES, ...CROSSING].map((filter) => ({ filter, count: counts.get(filter) ?? 0 }));
  return [{ filter: "all", count: claims.length }, ...offered.filter(({ count }) => count > 0)];
}

const CROSSING: readonly ClaimFilter[] = ["attention", "mine", "unassigned", "overdue"];

function addOne<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
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
  const counts = new Map<string, number>();
  for (const claim of claims) addOne(counts, highlightTone(claim, scale));
  const verdicts = TONES.map((tone) => ({ key: tone, count: counts.get(tone) ?? 0, tone: toneClass(tone), title: VERDICT_NAMES[tone] }));
  const undecided = claims.length - verdicts.reduce((sum, segment) => sum + segment.count, 0);
  return [...verdicts, { key: "undecided", count: undecided, title: "without a verdict" }];
}
