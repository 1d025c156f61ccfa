import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countWords, directionOf } from "./text";

describe("counting words", () => {
  it("counts what people call words, in any script", () => {
    expect(countWords("The bridge, which opened in 1932, isn’t new.")).toBe(8);
    expect(countWords("  \n\n — … ")).toBe(0);
    expect(countWords("القطار وصل صباحا", "ar")).toBe(3);
    expect(countWords("我们去东京", "zh")).toBeGreaterThan(1);
    expect(countWords("word", "not a language")).toBe(1);
  });

  it("counts a long text like its parts", () => {
    const sentence = "Nothing of note happened that day. ";
    expect(countWords(sentence.repeat(8000))).toBe(6 * 8000);
  });

  it("knows most words at a glance, and counts as Unicode does", () => {
    const characters = [..."abzA09éßøΩσςЖяёאתبء.,:;'’“”«»–—…!?()[]/-_@#$%&*+=~`\\ \n\t\u00a0\u202f\ufeff\u200b\u200d\u0301\u0640×ªµ·١क्我カあ한👍🏽"];
    const texts = fc.array(fc.constantFrom(...characters), { maxLength: 14 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(texts, fc.constantFrom("en", "sv", "el", "ar", "ja"), (text, language) => {
        const segments = [...new Intl.Segmenter(language, { granularity: "word" }).segment(text)];
        expect(countWords(text, language)).toBe(segments.filter(({ isWordLike }) => isWordLike).length);
      }),
      { numRuns: 2000 },
    );
  });

  it("takes no longer for a hostile text", () => {
    expect(countWords(`${"!".repeat(200_000)}_ ${"a".repeat(200_000)}_`)).toBe(50);
  });
});

describe("the direction of a language", () => {
  it("is that of its usual script", () => {
    expect(["ar", "he-IL", "fa", "en", "pt-BR", ""].map(directionOf)).toEqual(["rtl", "rtl", "rtl", "ltr", "ltr", "ltr"]);
  });
});
