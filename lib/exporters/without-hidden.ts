import type { Report } from "./report";

/** A kept report without what moderators have hidden since: its claims, evidence, corrections, and the figures over them. */
export function withoutHidden(report: Report, { claims, evidence }: { claims: ReadonlySet<string>; evidence: ReadonlySet<string> }): Report {
  if (claims.size === 0 && evidence.size === 0) return report;
  const shown = report.claims
    .filter(({ id }) => !claims.has(id))
    .map((claim, index) => ({ ...claim, number: index + 1, evidence: claim.evidence.filter(({ id }) => !evidence.has(id)) }));
  const counts = (labelId: string) => shown.filter(({ verdict }) => verdict?.labelId === labelId).length;
  return {
    ...report,
    claims: shown,
    corrections: report.corrections.filter(({ claimId }) => claimId === null || !claims.has(claimId)),
    scale: { ...report.scale, labels: report.scale.labels.map((label) => ({ ...label, count: counts(label.id) })) },
  };
}
