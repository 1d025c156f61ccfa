import { expect, it } from "vitest";
import { correctionOf, publishedReport } from "./sample-publication";
import { sampleSource } from "./sample-source";
import { withoutHidden } from "./without-hidden";

const report = publishedReport(sampleSource(), [correctionOf(null)]);
const [first] = report.claims;

it("leaves a report as it is while nothing is hidden", () => {
  expect(withoutHidden(report, { claims: new Set(), evidence: new Set() })).toBe(report);
});

it("leaves out hidden claims, and counts without them", () => {
  const shown = withoutHidden(report, { claims: new Set([first?.id ?? ""]), evidence: new Set() });
  expect(shown.claims).toHaveLength(report.claims.length - 1);
  expect(shown.claims.map(({ number }) => number)).toEqual(shown.claims.map((_, index) => index + 1));
  const counted = shown.scale.labels.reduce((sum, { count }) => sum + count, 0);
  expect(counted).toBe(shown.claims.filter(({ verdict }) => verdict !== null).length);
  expect(JSON.stringify(shown.claims)).not.toContain(first?.id);
});

it("leaves out hidden evidence of claims that are shown", () => {
  const evidence = new Set(report.claims.flatMap((claim) => claim.evidence.map(({ id }) => id)));
  expect(evidence.size).toBeGreaterThan(0);
  expect(withoutHidden(report, { claims: new Set(), evidence }).claims.flatMap((claim) => claim.evidence)).toEqual([]);
});
