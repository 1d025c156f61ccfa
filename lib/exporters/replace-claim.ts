import type { Report } from "./report";
import { correctionsOn, type ReportCorrection } from "./report-publication";

/**
 * The report with one of its claims as `fresh` has it, and everything else as it was: the claim keeps its number, labels are counted anew, and the
 * publication is that of `fresh`, which is a report of that claim alone. The corrections are all that the document has had; those of the claims shown stand in it.
 */
export function replaceClaim(report: Report, fresh: Report, corrections: readonly ReportCorrection[]): Report {
  const [changed] = fresh.claims;
  const claims = report.claims.map((claim) => (changed && claim.id === changed.id ? { ...changed, number: claim.number } : claim));
  const known = new Map([...report.scale.labels, ...fresh.scale.labels].map((label) => [label.id, label]));
  const counted = [...known.values()].map((label) => ({ ...label, count: claims.filter(({ verdict }) => verdict?.labelId === label.id).length }));
  return {
    ...report,
    exportedAt: fresh.exportedAt,
    publication: fresh.publication,
    corrections: correctionsOn(corrections, claims),
    scale: { ...report.scale, labels: counted },
    claims,
  };
}
