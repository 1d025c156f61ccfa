import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byDistance, distanceOf, type Distance } from "./disagreement";

const LABELS = [
  { id: "true", rating: 5 },
  { id: "mostly", rating: 4 },
  { id: "half", rating: 3 },
  { id: "false", rating: 1 },
  { id: "unverifiable", rating: null },
];
const on = (...ids: string[]) => ids.map((id) => (id === "-" ? { labelId: null, unjudgeable: true } : { labelId: id, unjudgeable: false }));

describe("how far apart judgements are", () => {
  it.each([
    [["true", "true"], 0],
    [["true", "mostly"], 1],
    [["false", "half", "true"], 3],
    [["unverifiable", "unverifiable"], 0],
    [["-", "-"], 0],
  ])("%j: %i steps of three", (ids, steps) => {
    expect(distanceOf(on(...ids), LABELS)).toEqual({ kind: "steps", steps, of: 3 });
  });

  it.each([[["true", "unverifiable"]], [["-", "true"]], [["-", "unverifiable"]]])("%j cannot be placed on it together", (ids) => {
    expect(distanceOf(on(...ids), LABELS)).toEqual({ kind: "off_scale" });
  });

  it("conclusions in words are never at a distance that can be told", () => {
    expect(distanceOf([{ labelId: null, unjudgeable: false }, { labelId: null, unjudgeable: false }], [])).toEqual({ kind: "off_scale" }); // prettier-ignore
  });

  it("does not depend on the order, and the widest come first", () => {
    const some = fc.array(fc.constantFrom("true", "mostly", "half", "false", "unverifiable", "-"), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(some, (ids) => {
        expect(distanceOf(on(...[...ids].reverse()), LABELS)).toEqual(distanceOf(on(...ids), LABELS));
      }),
    );
    const steps = (count: number): Distance => ({ kind: "steps", steps: count, of: 4 });
    expect([steps(1), steps(4), { kind: "off_scale" } as const, steps(0)].sort(byDistance)).toEqual([{ kind: "off_scale" }, steps(4), steps(1), steps(0)]);
  });
});
