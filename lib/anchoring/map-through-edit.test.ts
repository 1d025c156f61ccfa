import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mapThroughEdit } from "./map-through-edit";

const numbered = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `word${from + index}`).join(" ");

describe("mapThroughEdit", () => {
  it("moves what stands behind an insertion, and leaves what stands before it", () => {
    const before = numbered(0, 40);
    const after = before.replace("word20", "something new word20");
    const early = { start: before.indexOf("word3 "), end: before.indexOf("word6") };
    const late = { start: before.indexOf("word30"), end: before.indexOf("word33") };
    expect(mapThroughEdit(before, after, [early, late])).toEqual([
      { touched: false, ...early },
      { touched: false, start: late.start + 14, end: late.end + 14 },
    ]);
  });

  it("says near which place a touched span is to be searched for", () => {
    const before = numbered(0, 100);
    const after = `${numbered(200, 220)} ${numbered(0, 40)} changed ${numbered(45, 100)}`;
    const [mapped] = mapThroughEdit(before, after, [{ start: before.indexOf("word42"), end: before.indexOf("word48") }]);
    expect(mapped?.touched).toBe(true);
    if (mapped?.touched) expect(Math.abs(mapped.near - after.indexOf("changed"))).toBeLessThan(24);
  });

  it("is exact for every span that no edit reaches, where words are not repeated", () => {
    const edits = fc.array(fc.record({ at: fc.nat(199), drop: fc.nat(5), add: fc.constantFrom("", "new ", "quite another thing ", "字 ") }), { maxLength: 4 });
    fc.assert(
      fc.property(edits, fc.nat(190), fc.integer({ min: 1, max: 9 }), (changes, first, length) => {
        const words = Array.from({ length: 200 }, (_, index) => `w${index} `);
        const revised = [...words];
        for (const { at, drop, add } of changes) for (let index = at; index <= Math.min(199, at + drop); index += 1) revised[index] = index === at ? add : "";
        const before = words.join("");
        const start = words.slice(0, first).join("").length;
        const end =
          start +
          words
            .slice(first, first + length)
            .join("")
            .trimEnd().length;
        const untouched = words.slice(first, first + length).every((word, index) => revised[first + index] === word);
        const [mapped] = mapThroughEdit(before, revised.join(""), [{ start, end }]);
        if (untouched && mapped && !mapped.touched) expect(mapped.start).toBe(revised.slice(0, first).join("").length);
        if (!untouched) expect(mapped?.touched).toBe(true);
      }),
    );
  });

  it("never maps words onto other words, whatever the texts", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", "é", "👍", "\ud800") });
    fc.assert(
      fc.property(text, text, fc.nat(), fc.nat(), (before, after, a, b) => {
        const start = a % (before.length + 1);
        const span = { start, end: start + (b % (before.length - start + 1)) };
        const [mapped] = mapThroughEdit(before, after, [span]);
        if (!mapped) throw new Error("A span was lost.");
        if (!mapped.touched) expect(after.slice(mapped.start, mapped.end)).toBe(before.slice(span.start, span.end));
        else expect(mapped.near).toBeLessThanOrEqual(after.length);
      }),
    );
  });
});
