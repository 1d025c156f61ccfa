import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { growSpan, nextSentence, nextWord, previousSentence, previousWord, sentenceAt, shrinkSpan, snapToWords, trimSpan, wordAt } from "./snap";

const text = "Those talks, which cost millions, fell apart. A decade ago it ended.\n\nNobody came.";
const spanOf = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length });
const read = (span: { start: number; end: number }) => text.slice(span.start, span.end);

describe("growSpan and shrinkSpan", () => {
  it("move an end by one word, over punctuation and line breaks", () => {
    expect(read(growSpan(text, spanOf("talks"), "end"))).toBe("talks, which");
    expect(read(growSpan(text, spanOf("talks"), "start"))).toBe("Those talks");
    expect(read(growSpan(text, spanOf("ended"), "end"))).toBe("ended.\n\nNobody");
    expect(read(shrinkSpan(text, spanOf("talks, which"), "end"))).toBe("talks");
    expect(read(shrinkSpan(text, spanOf("talks, which"), "start"))).toBe("which");
    expect(read(shrinkSpan(text, spanOf("ended."), "end"))).toBe("ended");
  });

  it("complete a word that the end cuts, keep the last word, and stop at the ends of the text", () => {
    expect(read(growSpan(text, spanOf("tal"), "end"))).toBe("talks");
    expect(read(shrinkSpan(text, spanOf("talks"), "end"))).toBe("talks");
    expect(read(shrinkSpan(text, spanOf("talks"), "start"))).toBe("talks");
    expect(read(growSpan(text, spanOf("Those"), "start"))).toBe("Those");
    expect(read(growSpan(text, spanOf("came"), "end"))).toBe("came.");
  });

  it("undo each other", () => {
    fc.assert(
      fc.property(fc.constantFrom("talks", "millions, fell", "decade", "it ended"), fc.constantFrom<"start" | "end">("start", "end"), (quote, end) => {
        expect(shrinkSpan(text, growSpan(text, spanOf(quote), end), end)).toEqual(spanOf(quote));
      }),
    );
  });

  it("work in scripts without spaces", () => {
    const thai = "ภาษาไทยเขียนติดกัน";
    const grown = growSpan(thai, { start: 0, end: 4 }, "end", "th");
    expect(grown.end).toBeGreaterThan(4);
    expect(grown.end).toBeLessThan(thai.length);
  });
});

describe("word and sentence steps", () => {
  it("go by words", () => {
    expect(nextWord(text, 0)).toBe(6);
    expect(previousWord(text, 8)).toBe(6);
    expect(previousWord(text, 6)).toBe(0);
    expect(nextWord(text, text.length)).toBe(text.length);
    expect(wordAt(text, 7)).toEqual({ start: 6, end: 11 });
    expect(wordAt(text, 11)).toBeNull();
  });

  it("go by sentences, and a paragraph ends one", () => {
    const second = text.indexOf("A decade");
    const third = text.indexOf("Nobody");
    expect(nextSentence(text, 3)).toBe(second);
    expect(nextSentence(text, second)).toBe(third);
    expect(nextSentence(text, third)).toBe(text.length);
    expect(previousSentence(text, third)).toBe(second);
    expect(previousSentence(text, second + 4)).toBe(second);
    expect(read(sentenceAt(text, second + 4) ?? { start: 0, end: 0 })).toBe("A decade ago it ended.");
  });
});

describe("trimSpan and snapToWords", () => {
  it("drop white space at the ends and complete cut words", () => {
    expect(read(trimSpan(text, { start: 5, end: 13 }))).toBe("talks,");
    expect(trimSpan(" \n ", { start: 0, end: 3 })).toEqual({ start: 3, end: 3 });
    expect(read(snapToWords(text, { start: 8, end: 15 }))).toBe("talks, which");
  });

  it("never cut a surrogate pair or a joined emoji", () => {
    const joined = "ok 👩‍🚀 go";
    expect(trimSpan(joined, { start: 4, end: 6 })).toEqual({ start: 3, end: 8 });
  });

  it("keep within the text whatever it holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", " ", "\n", ".", "👍", "\u0301", "\ud800", "\udc00", "字") }), fc.nat(), fc.nat(), (any, a, b) => {
        const start = a % (any.length + 1);
        const span = { start, end: start + (b % (any.length - start + 1)) };
        const spans = [
          trimSpan(any, span),
          snapToWords(any, span),
          growSpan(any, span, "start"),
          growSpan(any, span, "end"),
          shrinkSpan(any, span, "start"),
          shrinkSpan(any, span, "end"),
        ];
        for (const result of spans) {
          expect(result.start).toBeGreaterThanOrEqual(0);
          expect(result.end).toBeLessThanOrEqual(any.length);
          expect(result.start).toBeLessThanOrEqual(result.end);
        }
      }),
    );
  });
});
