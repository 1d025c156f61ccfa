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
});

describe("the direction of a language", () => {
  it("is that of its usual script", () => {
    expect(["ar", "he-IL", "fa", "en", "pt-BR", ""].map(directionOf)).toEqual(["rtl", "rtl", "rtl", "ltr", "ltr", "ltr"]);
  });
});
