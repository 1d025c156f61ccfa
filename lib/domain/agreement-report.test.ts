import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreementReport, type Judged } from "./agreement-report";

const LABELS = [
  { id: "true", rating: 3 },
  { id: "half", rating: 2 },
  { id: "false", rating: 1 },
  { id: "off", rating: null },
];

/** "c1: anna true, ben false" */
function judged(...lines: string[]): Judged[] {
  return lines.flatMap((line) => {
    const [claimId = "", rest = ""] = line.split(": ");
    return rest.split(", ").map((each) => {
      const [reviewerId = "", label = ""] = each.split(" ");
      return { claimId, reviewerId, labelId: label === "-" ? null : label };
    });
  });
}

const figure = (report: ReturnType<typeof agreementReport>, key: string) => report.figures.find((each) => each.key === key);

const SOME = judged(
  "c1: anna true, ben true",
  "c2: anna half, ben false, carl half",
  "c3: anna off, ben true",
  "c4: anna false, carl false",
  "c5: ben half",
  "c6: anna -, ben true",
);

describe("a report", () => {
  it("counts claims that were judged twice; what could not be judged is missing", () => {
    const report = agreementReport(SOME, LABELS, null);
    expect(report).toMatchObject({ claims: 4, judgements: 9 });
    expect(figure(report, "raw")).toMatchObject({ value: 3 / 6, claims: 4 });
    expect(report.figures.map((each) => each.key)).toEqual(["raw", "alpha_nominal", "alpha_ordinal", "fleiss"]);
    expect(figure(report, "fleiss")?.claims).toBe(3);
  });

  it("leaves labels without a number out where distance counts", () => {
    expect(figure(agreementReport(SOME, LABELS, null), "alpha_ordinal")?.claims).toBe(3);
    const unordered = LABELS.map((label) => ({ ...label, rating: null }));
    expect(agreementReport(SOME, unordered, ["anna", "ben"]).figures.map((each) => each.key)).toEqual(["raw", "alpha_nominal", "kappa"]);
  });

  it("of a pair has the first one's labels in the rows", () => {
    const report = agreementReport(SOME, LABELS, ["anna", "ben"]);
    expect(report.claims).toBe(3);
    expect(report.confusion).toEqual([
      [1, 0, 0, 0],
      [0, 0, 1, 0],
      [0, 0, 0, 0],
      [1, 0, 0, 0],
    ]);
    expect(agreementReport(SOME, LABELS, ["ben", "anna"]).confusion[0]).toEqual([1, 0, 0, 1]);
  });

  it("says of each label how likely another chose it too", () => {
    const { labels } = agreementReport(SOME, LABELS, null);
    expect(labels[0]).toEqual({ labelId: "true", chosen: 3, agreement: 2 / 3 });
    expect(labels[1]).toEqual({ labelId: "half", chosen: 2, agreement: 2 / 4 });
    expect(labels[3]).toEqual({ labelId: "off", chosen: 1, agreement: 0 });
  });

  it("of nothing has no figures, and is no error", () => {
    const report = agreementReport([], LABELS, null);
    expect(report.claims).toBe(0);
    for (const each of report.figures) expect(each.value).toBeNull();
  });

  it("does not depend on the order of what was judged", () => {
    const any = fc.uniqueArray(
      fc.record({
        claimId: fc.constantFrom("1", "2", "3", "4"),
        reviewerId: fc.constantFrom("a", "b", "c"),
        labelId: fc.constantFrom("true", "false", "off", null),
      }),
      { selector: (each) => each.claimId + each.reviewerId },
    );
    fc.assert(
      fc.property(any, (given) => {
        expect(agreementReport([...given].reverse(), LABELS, null)).toEqual(agreementReport(given, LABELS, null));
      }),
      { numRuns: 25 },
    );
  });
});
