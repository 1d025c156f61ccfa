import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holdsMoreValues } from "./json-values";

function count(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce((sum: number, each) => sum + count(each), 1);
}

describe("holdsMoreValues", () => {
  it("never lets more through than there are, and stops nothing that is well within", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.stringify(value);
        const values = count(value);
        expect(holdsMoreValues(json, values - 1)).toBe(true);
        expect(holdsMoreValues(json, 2 * values)).toBe(false);
      }),
    );
  });

  it.each([
    ["commas and brackets in strings are none", JSON.stringify({ text: '[,,,{"\\'.repeat(50) }), 3, false],
    ["escapes before the end of a string", String.raw`["\\\\",1,2,3]`, 4, true],
    ["a string that does not end", String.raw`["\"[[[[[[`, 2, false],
    ["nothing", "", 1, false],
  ])("%s", (_, json, max, more) => expect(holdsMoreValues(json, max)).toBe(more));
});
