import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSameClaim, spanAgreements, uniteMarks, type PersonalMark } from "./span-agreement";

const mark = (reviewerId: string, start: number, end: number): PersonalMark => ({ id: `${reviewerId}${start}`, reviewerId, start, end });

const marks = fc.uniqueArray(
  fc.record({ reviewerId: fc.constantFrom("a", "b", "c"), start: fc.integer({ min: 0, max: 60 }), size: fc.integer({ min: 1, max: 20 }) }),
  { selector: ({ reviewerId, start }) => `${reviewerId}${start}`, maxLength: 12 },
).map((some) => some.map(({ reviewerId, start, size }) => mark(reviewerId, start, start + size))); // prettier-ignore

describe("marks of the same claim", () => {
  it.each([
    [[0, 10], [5, 15], true],
    [[0, 10], [6, 16], false],
    [[0, 100], [40, 50], false],
    [[0, 10], [10, 20], false],
  ] as const)("%j and %j: %s", ([a, b], [c, d], same) => {
    expect(isSameClaim({ start: a, end: b }, { start: c, end: d })).toBe(same);
  });

  it("are united across people, and what touches none stays alone", () => {
    const groups = uniteMarks([mark("a", 0, 10), mark("b", 2, 12), mark("c", 40, 50), mark("c", 4, 13)]);
    expect(groups.map((group) => group.map((each) => each.id))).toEqual([["a0", "b2", "c4"], ["c40"]]);
  });

  it("every mark is in one group, in any order they come, and no two groups share a claim", () => {
    fc.assert(
      fc.property(marks, (some) => {
        const groups = uniteMarks(some);
        expect(groups.flat().map((each) => each.id).sort()).toEqual(some.map((each) => each.id).sort()); // prettier-ignore
        expect(uniteMarks([...some].reverse())).toEqual(groups);
        for (const [index, group] of groups.entries())
          for (const other of groups.slice(index + 1)) expect(group.some((one) => other.some((two) => isSameClaim(one, two)))).toBe(false);
      }),
    );
  });
});

describe("how much two mark the same", () => {
  it("is counted in claims and in characters", () => {
    const [found] = spanAgreements([mark("a", 0, 10), mark("a", 30, 40), mark("b", 0, 20)], ["a", "b"]);
    expect(found).toEqual({ first: "a", second: "b", marks: [2, 1], same: 1, agreement: 2 / 3, characters: 20 / 40 });
  });

  it("is nothing where nobody marked anything, and 0 where one did", () => {
    expect(spanAgreements([], ["a", "b"])[0]).toMatchObject({ agreement: null, characters: null });
    expect(spanAgreements([mark("a", 0, 5)], ["a", "b"])[0]).toMatchObject({ agreement: 0, characters: 0 });
  });

  it("is between 0 and 1, the same both ways, and 1 for one's own marks", () => {
    fc.assert(
      fc.property(marks, (some) => {
        const [one] = spanAgreements(some, ["a", "b"]);
        const [other] = spanAgreements(some, ["b", "a"]);
        expect([other?.same, other?.agreement, other?.characters]).toEqual([one?.same, one?.agreement, one?.characters]);
        for (const share of [one?.agreement ?? 0, one?.characters ?? 0]) expect(share >= 0 && share <= 1).toBe(true);
        const mine = some.filter((each) => each.reviewerId === "a");
        const twin = mine.map((each) => ({ ...each, reviewerId: "b", id: `twin${each.id}` }));
        if (mine.length > 0) expect(spanAgreements([...mine, ...twin], ["a", "b"])[0]).toMatchObject({ agreement: 1, characters: 1 });
      }),
    );
  });
});
