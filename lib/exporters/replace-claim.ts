import type { Report } from "./report";

/**
 * The report with one of its claims as `fresh` has it, and everything else as it was: the claim keeps its number, labels are counted anew, and the
 * corrections and the publication are those of `fresh`, which is a report of that claim alone.
 */
export function replaceClaim(report: Report, fresh: Report): Report {
  const [changed] = fresh.claims;
  const claims = report.claims.map((claim) => (changed && claim.id === changed.id ? { ...changed, number: claim.number } : claim));
  const known = new Map([...report.scale.labels, ...fresh.scale.labels].map((label) => [label.id, label]));
  const counted = [...known.values()].map((label) => ({ ...label, count: claims.filter(({ verdict }) => verdict?.labelId === label.id).length }));
  return {
    ...report,
    exportedAt: fresh.exportedAt,
    publication: fresh.publication,
    corrections: fresh.corrections,
    scale: { ...report.scale, labels: counted },
    claims,
  };
}
