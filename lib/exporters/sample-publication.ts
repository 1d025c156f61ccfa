import type { Report, ReportOptions, ReportSource } from "./report";
import { buildReport } from "./report";
import type { ReportCorrection, ReportPublisher } from "./report-publication";

/* What the tests of this folder publish. */

export const samplePublisher: ReportPublisher = {
  homepage: "https://desk.example/about",
  accent: null,
  logo: null,
  policies: {
    corrections: "https://desk.example/corrections",
    verification: "https://desk.example/method",
    principles: "https://desk.example/principles",
    funding: "https://desk.example/funding",
  },
};

/** The source with all its claims that readers may see published. */
export function published(source: ReportSource, corrections: ReportCorrection[] = []): ReportSource {
  const moment = "2026-11-22T10:00:00.000Z";
  return {
    ...source,
    publisher: samplePublisher,
    publication: {
      url: "https://desk.example/p/two-leaders",
      version: 1,
      firstPublishedAt: moment,
      publishedAt: moment,
      claims: Object.fromEntries(source.claims.filter(({ state }) => state === "approved").map(({ id }) => [id, moment])),
    },
    corrections,
    claims: source.claims.map((claim) => (claim.state === "approved" ? { ...claim, state: "published" } : claim)),
  };
}

/** The readers' report of the published source. */
export function publishedReport(source: ReportSource, corrections: ReportCorrection[] = [], options: ReportOptions = {}): Report {
  return buildReport(published(source, corrections), options);
}

/** An entry of the corrections, changed as the test wants. */
export function correctionOf(claimId: string | null, change: Partial<ReportCorrection> = {}): ReportCorrection {
  return {
    id: "correction-1",
    claimId,
    kind: "correction",
    what: "The year was wrong.",
    why: "A reader sent the record.",
    by: "Edda Editor",
    at: "2026-11-23T12:00:00.000Z",
    version: 2,
    verdict: null,
    ...change,
  };
}
