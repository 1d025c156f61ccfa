import type { Report } from "./report";
import type { ReportClaim } from "./report-claim";

/** A claim that was judged, with what it was judged as. */
export interface JudgedClaim extends ReportClaim {
  /** The name of the verdict, as the desk's scale has it; of a scale without labels, the conclusion. */
  label: string;
}

/** The claims that a dataset holds: those with a verdict or a conclusion. */
export function judgedClaims(report: Report): JudgedClaim[] {
  return report.claims.flatMap((claim) => {
    const label = claim.verdict?.name ?? claim.ruling?.summary ?? "";
    return label.trim() === "" ? [] : [{ ...claim, label }];
  });
}
