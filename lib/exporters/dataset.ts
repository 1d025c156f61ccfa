import { datasetWord, type DatasetForm } from "@/lib/domain/outgoing";
import type { Report } from "./report";
import type { ReportClaim } from "./report-claim";

/** A claim that was judged, with what it was judged as. */
export interface JudgedClaim extends ReportClaim {
  /** What the verdict is called in the form; of a scale without labels, the conclusion. */
  label: string;
}

/** The claims that a dataset of the form holds: those with a verdict that stands and has a word there, or with a conclusion. Nobody learns from a check that was voided. Only sure places are in it. */
export function judgedClaims(report: Report, form: DatasetForm): JudgedClaim[] {
  const words = new Map(report.scale.labels.map((label) => [label.id, datasetWord(label, form)]));
  return report.claims.flatMap((claim) => {
    const label =
      claim.verdict === null ? (claim.ruling?.summary ?? "") : words.has(claim.verdict.labelId) ? words.get(claim.verdict.labelId) : claim.verdict.name;
    const fragments = claim.fragments.filter(({ place }) => place?.status !== "uncertain");
    return claim.state === "voided" || !label || label.trim() === "" ? [] : [{ ...claim, label, fragments }];
  });
}

/** How many claims have a verdict that is in no class of the form. */
export function claimsWithoutClass({ scale }: Report, form: DatasetForm): number {
  return scale.labels.reduce((sum, label) => sum + (datasetWord(label, form) === null ? label.count : 0), 0);
}
