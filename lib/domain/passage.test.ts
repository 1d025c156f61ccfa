import { describe, expect, it } from "vitest";
import { passageOf } from "./passage";

const text = `${"far away ".repeat(40)}The bridge opened in 1932, and nobody 🌉 counted. ${"long after ".repeat(40)}The end.`;
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

describe("a passage", () => {
  it("is the quote with some words on each side, none of them cut in two", () => {
    const parts = passageOf(text, [at("opened in 1932")]);
    expect(parts.map(({ quoted }) => quoted)).toEqual([false, true, false]);
    expect(parts[0]?.text).toMatch(/^… (far|away) .*The bridge $/);
    expect(parts[1]?.text).toBe("opened in 1932");
    expect(parts[2]?.text).toMatch(/^, and nobody 🌉 counted\. .*(long|after) …$/);
    expect(parts.map((part) => part.text).join("").length).toBeLessThan(240);
  });

  it("shows what stands between fragments, and cuts what is long", () => {
    const near = passageOf(text, [at("The bridge"), at("counted")]);
    expect(near.map((part) => part.text)).toEqual([expect.any(String), "The bridge", " opened in 1932, and nobody 🌉 ", "counted", expect.any(String)]);
    const far = passageOf(text, [at("The bridge"), at("The end")]);
    expect(far[2]?.text).toMatch(/^ opened .* … … .*after $/);
    expect(far.at(-1)).toEqual({ text: ".", quoted: false });
  });

  it("is the whole of a short text, and nothing without a quote", () => {
    expect(passageOf("Short.", [{ start: 0, end: 6 }])).toEqual([{ text: "Short.", quoted: true }]);
    expect(passageOf("Short.", [])).toEqual([]);
  });
});
