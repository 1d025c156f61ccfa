import { expect, it } from "vitest";
import { judgedClaims } from "./dataset";
import { EXPORT_FORMATS } from "./formats";
import { buildReport } from "./report";
import { sampleSource } from "./sample-source";

const source = sampleSource();
const by = { by: "E. Editor", at: "2026-11-22T10:00:00.000Z", version: 2 };
source.corrections = [
  { id: "k1", claimId: null, kind: "correction", what: "The day of the dinner was wrong.", why: "The protocol has another.", verdict: null, ...by },
  {
    id: "k2",
    claimId: "claim-2",
    kind: "rating_change",
    what: "A record was found.",
    why: "It lay in the archive.",
    verdict: { before: "False", after: "True" },
    ...by,
  },
  { id: "k3", claimId: "claim-3", kind: "void", what: "We withdraw this check.", why: "We took one speech for another.", verdict: null, ...by },
];
source.claims = source.claims.map((claim) => (claim.id === "claim-3" ? { ...claim, state: "voided" } : claim));
const reports = [buildReport(source), buildReport(source, { audience: "desk" })];

it.each(["html", "markdown", "txt", "jsonld", "csv"])(
  "%s tells what was corrected of the page and of its claims, and of those that are withdrawn",
  async (key) => {
    const format = EXPORT_FORMATS.find((each) => each.key === key);
    for (const report of reports) {
      const body = String((await format?.write(report, {}))?.body).replace(/\s+/g, " ");
      for (const { what, why } of source.corrections) for (const words of [what, why]) expect(body).toContain(words);
    }
  },
);

it("leaves withdrawn checks out of datasets", () => {
  for (const report of reports) {
    expect(report.claims.map(({ id }) => id)).toContain("claim-3");
    for (const form of ["averitec", "clef", "scifact"] as const) {
      expect(judgedClaims(report, form).map(({ id }) => id)).not.toContain("claim-3");
      expect(judgedClaims(report, form).length).toBeGreaterThan(0);
    }
  }
});
