import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAligner } from "./align";

/** The textbook table, row by row, with a free start and a free end in the text. */
function leastEdits(pattern: string, text: string): number {
  let column = Array.from({ length: pattern.length + 1 }, (_, row) => row);
  let best = pattern.length;
  for (const unit of text) {
    const next = [0];
    for (let row = 1; row <= pattern.length; row += 1) {
      const swap = (column[row - 1] ?? 0) + (pattern[row - 1] === unit ? 0 : 1);
      next.push(Math.min(swap, (column[row] ?? 0) + 1, (next[row - 1] ?? 0) + 1));
    }
    column = next;
    best = Math.min(best, column[pattern.length] ?? 0);
  }
  return best;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next.push(Math.min((row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1), (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

const word = (maxLength: number) => fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength });

describe("createAligner", () => {
  it("finds the least number of edits, over any number of blocks", () => {
    fc.assert(
      fc.property(word(80), word(120), (pattern, text) => {
        expect(createAligner(pattern, [])(text, 0, text.length).edits).toBe(leastEdits(pattern, text));
      }),
      { numRuns: 300 },
    );
  });

  it("crosses the cuts on a path that costs no more than that", () => {
    fc.assert(
      fc.property(word(50), word(50), word(120), (left, right, text) => {
        const { edits, cuts } = createAligner(left + right, [0, left.length, left.length + right.length])(text, 0, text.length);
        const [start, middle, end] = cuts;
        if (!start || !middle || !end) throw new Error("a cut is missing");
        expect(start.editsBefore).toBe(0);
        expect(middle.editsBefore).toBe(distance(left, text.slice(start.high, middle.low)));
        expect(edits - middle.editsBefore).toBe(distance(right, text.slice(middle.low, end.high)));
      }),
      { numRuns: 300 },
    );
  });

  it("shows text that was inserted exactly at a cut", () => {
    expect(createAligner("abcdefgh", [4])("xabcd--efghx", 0, 12)).toEqual({ edits: 2, cuts: [{ low: 5, high: 7, editsBefore: 0 }] });
  });
});
