import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCodePointIndex } from "./code-points";

describe("createCodePointIndex", () => {
  it("counts an emoji as one", () => {
    const index = createCodePointIndex("a👍b🇷🇺c");
    expect(index.length).toBe(6);
    expect([0, 1, 3, 4, 6, 8, 9].map(index.toCodePoints)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect([0, 1, 2, 3, 4, 5, 6].map(index.toUnits)).toEqual([0, 1, 3, 4, 6, 8, 9]);
  });

  it("takes an offset inside a pair as the pair's start, and a lone surrogate as a character", () => {
    expect(createCodePointIndex("👍").toCodePoints(1)).toBe(0);
    const index = createCodePointIndex("\ud83d\ud83d\udc4d\udc4dx");
    expect(index.length).toBe(4);
    expect(index.toUnits(3)).toBe(4);
    expect(index.toCodePoints(4)).toBe(3);
  });

  it("moves offsets outside the text to its nearest end", () => {
    const index = createCodePointIndex("👍👍");
    expect([-3, 9, Number.NaN].map(index.toCodePoints)).toEqual([0, 2, 0]);
    expect([-3, 9].map(index.toUnits)).toEqual([0, 4]);
  });

  it("agrees with the iteration of the string, and there and back is the same place", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "é", "👍", "𝒜", "\ud800", "\udc00") }), (text) => {
        const index = createCodePointIndex(text);
        const points = [...text];
        expect(index.length).toBe(points.length);
        let units = 0;
        points.forEach((point, position) => {
          expect(index.toUnits(position)).toBe(units);
          expect(index.toCodePoints(units)).toBe(position);
          units += point.length;
        });
      }),
    );
  });
});
