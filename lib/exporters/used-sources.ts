import type { Report } from "./report";
import type { ReportEvidence } from "./report-claim";

/** A source of a report, once. */
export interface UsedSource {
  source: ReportEvidence["source"];
  /** Copies of it, by address, with the evidence that names each. */
  archives: Map<string, ReportEvidence>;
  /** The numbers of the claims that rest on it. */
  claims: number[];
}

/** Every source of the report once, by title, with its archived copies and the claims that rest on it. */
export function usedSources({ claims }: Pick<Report, "claims">): UsedSource[] {
  const used = new Map<string, UsedSource>();
  for (const claim of claims)
    for (const evidence of claim.evidence) {
      const { source, archiveUrl } = evidence;
      const entry = used.get(source.id) ?? { source, archives: new Map<string, ReportEvidence>(), claims: [] };
      if (archiveUrl !== null) entry.archives.set(archiveUrl, evidence);
      if (entry.claims.at(-1) !== claim.number) entry.claims.push(claim.number);
      used.set(source.id, entry);
    }
  return [...used.values()].sort((a, b) => a.source.title.localeCompare(b.source.title, "en"));
}
