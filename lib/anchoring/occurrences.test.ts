import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDescriber, describeSpan } from "./describe";
import { createOccurrences, onlyOne, scan } from "./occurrences";

describe("createOccurrences", () => {
  const unit = fc.constantFrom("a", "A", "b", "ab", " ", " ", "\n", ".", "é", "👍", "e\u0301", "字", "会", "\ud800", "\udc00", "\0");
  const text = fc.string({ unit, maxLength: 120 });

  it("finds what a walk over the text finds, in the same order", () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 1, max: 30 }), text, (all, at, length, other) => {
        const occurrences = createOccurrences(all);
        const words = all.slice(at % (all.length + 1), (at % (all.length + 1)) + length);
        expect([...occurrences(words)]).toEqual([...scan(all, words)]);
        expect([...occurrences(other)]).toEqual([...scan(all, other)]);
      }),
      { numRuns: 500 },
    );
  });

  it("knows the only place from one of several", () => {
    const occurrences = createOccurrences("one of two, one of three and one");
    expect(onlyOne(occurrences("one of two"))).toBe(0);
    expect(onlyOne(occurrences("one of t"))).toBeNull();
    expect(onlyOne(occurrences("one of four"))).toBeNull();
    expect(onlyOne(occurrences(""))).toBeNull();
  });

  it("describes spans as one search each does", () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (part, a, b) => {
        const all = `${part} and so on and so forth, ${part}`;
        const start = a % all.length;
        const span = { start, end: start + (b % (all.length - start)) };
        expect(createDescriber(all)(span)).toEqual(describeSpan(all, span));
      }),
    );
  });
});
