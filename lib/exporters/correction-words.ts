import { CORRECTION_NAMES } from "./correction-comment";
import type { ReportCorrection } from "./report-publication";
import { longDate } from "./words";

/** "Correction, 25 April 2019, by Edda Editor". */
export function correctionLead({ kind, at, by }: ReportCorrection): string {
  return [CORRECTION_NAMES[kind], longDate(at), by === "" ? "" : `by ${by}`].filter(Boolean).join(", ");
}

/** What was changed, from which verdict to which, and why. */
export function correctionWords({ what, why, verdict }: ReportCorrection): string {
  const change = verdict ? `The verdict was “${verdict.before ?? "none"}” and is “${verdict.after ?? "none"}”.` : "";
  return [what, change, why].filter(Boolean).join(" ");
}
