import { CLAIM_STATES, STATE_NAMES } from "@/lib/domain/claim";
import type { HighlightTone } from "@/lib/domain/scale";
import type { Report } from "./report";
import type { ReportClaim } from "./report-claim";
import { verdictName } from "./words";

/** How many claims carry the same badge. */
export interface Tally {
  name: string;
  tone: HighlightTone;
  count: number;
  /** Null for claims without a label. */
  labelId: string | null;
}

/** The report's claims counted by badge: the labels in the order of the scale, then the rest in the order of the workflow. A check that was voided counts as such: its verdict stands no longer. */
export function tallies(report: Report): Tally[] {
  const labelled = report.scale.labels.map(({ name, tone, count, id }): Tally => ({ name, tone, count, labelId: id }));
  const rest = new Map<string, Tally>(
    ["Conclusion", ...CLAIM_STATES.map((state) => STATE_NAMES[state])].map((name) => [
      name,
      { name, tone: name === STATE_NAMES.skipped ? "skipped" : "open", count: 0, labelId: null },
    ]),
  );
  for (const claim of report.claims) {
    const tally = standingLabel(claim) === null ? rest.get(tallyName(claim)) : undefined;
    if (tally) tally.count += 1;
  }
  return [...labelled, ...rest.values()].filter((tally) => tally.count > 0);
}

/** The label whose tally the claim belongs to; null for a claim that has none, or has it no longer. */
export function standingLabel({ state, verdict }: ReportClaim): string | null {
  return state === "voided" ? null : (verdict?.labelId ?? null);
}

/** The name of the tally of a claim without a standing label. */
export function tallyName(claim: ReportClaim): string {
  return claim.state === "voided" ? STATE_NAMES.voided : verdictName(claim);
}
