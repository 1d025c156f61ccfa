import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bootstrapInterval, cohenKappa, fleissKappa, krippendorffAlpha, rawAgreement, type Unit } from "./agreement";

/** Two reviewers' table of counts as units. */
const fromTable = (table: readonly (readonly number[])[]): Unit[] =>
  table.flatMap((row, i) => row.flatMap((count, j) => Array.from({ length: count }, () => [i, j] as const)));
/** Counts for each category as units; who chose what does not matter. */
const fromCounts = (rows: readonly (readonly number[])[]): Unit[] => rows.map((row) => row.flatMap((count, category) => Array<number>(count).fill(category)));

/** K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), C: four observers, twelve units, five values, "." missing. */
const OBSERVERS = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."];
const KRIPPENDORFF: Unit[] = Array.from({ length: 12 }, (_, unit) => OBSERVERS.map((row) => (row[unit] === "." ? null : Number(row[unit]) - 1)));

/** J. L. Fleiss (1971), table 1: thirty patients, six psychiatrists, five diagnoses. */
const FLEISS = fromCounts(
  `00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031
   00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006`
    .trim()
    .split(/\s+/)
    .map((row) => [...row].map(Number)),
);

/** J. Cohen (1960): two hundred patients, three categories. */
const COHEN = fromTable([
  [88, 14, 18],
  [10, 40, 10],
  [2, 6, 12],
]);

/** J. R. Landis, G. G. Koch, "The Measurement of Observer Agreement for Categorical Data", Biometrics 33 (1977): the patients of Winnipeg, four grades. */
const WINNIPEG = fromTable([
  [38, 5, 0, 1],
  [33, 11, 3, 0],
  [10, 14, 5, 6],
  [3, 7, 3, 10],
]);

describe("published examples", () => {
  it("Krippendorff 2011: α is 0.743 nominal and 0.815 ordinal", () => {
    expect(krippendorffAlpha(KRIPPENDORFF, 5, "nominal")).toBeCloseTo(0.743, 3);
    expect(krippendorffAlpha(KRIPPENDORFF, 5, "ordinal")).toBeCloseTo(0.815, 3);
  });

  it("Fleiss 1971: κ of the psychiatric diagnoses is 0.430", () => {
    expect(FLEISS).toHaveLength(30);
    expect(fleissKappa(FLEISS, 5)).toBeCloseTo(0.43, 3);
  });

  it("Cohen 1960: κ is 0.492, of an agreement of 0.70", () => {
    expect(rawAgreement(COHEN)).toBeCloseTo(0.7, 10);
    expect(cohenKappa(COHEN, [0, 1], 3)).toBeCloseTo(0.492, 3);
  });

  it("Landis and Koch 1977, Winnipeg: κ is 0.208 unweighted, and 0.380 with linear weights", () => {
    expect(cohenKappa(WINNIPEG, [0, 1], 4)).toBeCloseTo(0.208, 3);
    expect(cohenKappa(WINNIPEG, [0, 1], 4, "linear")).toBeCloseTo(0.38, 2);
  });
});

describe("what cannot be measured is null", () => {
  it.each([
    ["nothing was judged", []],
    ["nothing was judged twice", [[0, null], [null, 1]]], // prettier-ignore
    ["only one label was ever chosen", [[0, 0], [0, 0]]], // prettier-ignore
  ] as [string, Unit[]][])("when %s", (_, units) => {
    expect(cohenKappa(units, [0, 1], 2)).toBeNull();
    expect(krippendorffAlpha(units, 2, "ordinal")).toBeNull();
    expect(fleissKappa(units, 2)).toBeNull();
  });

  it("when not all claims have as many judgements, for Fleiss", () => {
    expect(fleissKappa([[0, 1, 1], [0, 1, null]], 2)).toBeNull(); // prettier-ignore
  });
});

const CATEGORIES = 4;
const value = fc.option(fc.integer({ min: 0, max: CATEGORIES - 1 }), { freq: 4 });
const units = fc
  .integer({ min: 2, max: 5 })
  .chain((reviewers) => fc.array(fc.array(value, { minLength: reviewers, maxLength: reviewers }), { minLength: 1, maxLength: 30 }));
const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: CATEGORIES - 1 }), fc.integer({ min: 0, max: CATEGORIES - 1 })), { minLength: 2, maxLength: 40 });
const ALL = [
  (given: readonly Unit[]) => rawAgreement(given),
  (given: readonly Unit[]) => krippendorffAlpha(given, CATEGORIES, "nominal"),
  (given: readonly Unit[]) => krippendorffAlpha(given, CATEGORIES, "ordinal"),
  (given: readonly Unit[]) => fleissKappa(given, CATEGORIES),
];
const closeTo = (figure: number | null) => (figure === null ? null : (expect.closeTo(figure, 8) as number));

describe("any judgements", () => {
  it("give at most 1, and 1 exactly when all agree", () => {
    fc.assert(
      fc.property(units, (given) => {
        const agreed = given.every((unit) => new Set(unit.filter((each) => each !== null)).size < 2);
        for (const measure of ALL) {
          const figure = measure(given);
          if (figure === null) continue;
          expect(figure).toBeLessThanOrEqual(1 + 1e-9);
          expect(Math.abs(figure - 1) < 1e-9).toBe(agreed);
        }
      }),
    );
  });

  it("give the same in any order of claims and of reviewers, and under other names of the labels", () => {
    fc.assert(
      fc.property(units, (given) => {
        const turned = given.map((unit) => [...unit].reverse()).reverse();
        const renamed = given.map((unit) => unit.map((each) => (each === null ? null : (each + 1) % CATEGORIES)));
        for (const measure of ALL) expect(measure(turned)).toEqual(closeTo(measure(given)));
        expect(krippendorffAlpha(renamed, CATEGORIES, "nominal")).toEqual(closeTo(krippendorffAlpha(given, CATEGORIES, "nominal")));
      }),
    );
  });

  it("are not changed by a reviewer who judged nothing, nor by a claim that nobody judged twice", () => {
    fc.assert(
      fc.property(units, (given) => {
        const more: Unit[] = [...given.map((unit) => [...unit, null]), [0, ...Array<null>(given[0]?.length ?? 1).fill(null)]];
        for (const measure of ALL.slice(0, 3)) expect(measure(more)).toEqual(closeTo(measure(given)));
      }),
    );
  });

  it("of two reviewers: κ does not care who is first, and α is near κ where both use the labels alike", () => {
    fc.assert(
      fc.property(pairs, (given) => {
        for (const weighting of ["none", "linear"] as const)
          expect(cohenKappa(given, [1, 0], CATEGORIES, weighting)).toEqual(closeTo(cohenKappa(given, [0, 1], CATEGORIES, weighting)));
        // Each pair both ways round gives both the same use of labels: then Fleiss' and Cohen's figures are one.
        const even = given.flatMap(([a, b]): Unit[] => [[a, b], [b, a]]); // prettier-ignore
        expect(fleissKappa(even, CATEGORIES)).toEqual(closeTo(cohenKappa(even, [0, 1], CATEGORIES)));
      }),
    );
  });

  it("with two labels: linear weights change nothing", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 1 })), { minLength: 1 }), (given) => {
        expect(cohenKappa(given, [0, 1], 2, "linear")).toEqual(closeTo(cohenKappa(given, [0, 1], 2)));
      }),
    );
  });
});

describe("intervals", () => {
  const alpha = (given: readonly Unit[]) => krippendorffAlpha(given, 3, "nominal");

  it("are the same for the same seed, and hold the figure", () => {
    const interval = bootstrapInterval(COHEN, alpha, 7);
    expect(interval).toEqual(bootstrapInterval(COHEN, alpha, 7));
    const figure = alpha(COHEN) ?? 0;
    expect(interval?.low).toBeLessThan(figure);
    expect(interval?.high).toBeGreaterThan(figure);
  });

  it("become narrower with more claims", () => {
    const width = (given: readonly Unit[]) => {
      const interval = bootstrapInterval(given, alpha);
      return interval ? interval.high - interval.low : 0;
    };
    expect(width([...COHEN, ...COHEN, ...COHEN, ...COHEN])).toBeLessThan(width(COHEN));
  });

  it("are not given for a single claim", () => {
    expect(bootstrapInterval([[0, 1]], alpha)).toBeNull();
  });
});
