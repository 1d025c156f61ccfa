import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText } from "@/lib/importers/clean-text";

describe("cleanText", () => {
  it.each([
    ["line ends of every system", "a\r\nb\rc\nd\u2028e\u2029f\u0085g\vh\fi", "a\nb\nc\nd\ne\nf\ng\nh\ni"],
    ["tabs", "a\tb", "a b"],
    ["controls", "a\u0000\u0007\u001b\u007f\u009fb", "ab"],
    ["soft hyphens and stray byte order marks", "un\u00adlikely\ufeff", "unlikely"],
    ["letters with accents in two characters", "cafe\u0301", "café"],
    ["no-break spaces", "10\u00a0000\u202fkm", "10\u00a0000\u202fkm"],
    ["curly quotes and dashes", "“a” ‘b’ – — …", "“a” ‘b’ – — …"],
    ["emoji with joiners and skin tones", "👩🏽‍🚀 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️", "👩🏽‍🚀 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️"],
    ["Persian with a non-joiner and direction marks", "می\u200cخواهم\u200f!", "می\u200cخواهم\u200f!"],
  ])("treats %s", (_, source, expected) => {
    expect(cleanText(source)).toEqual({ text: expected, damaged: false, reordered: false });
  });

  it("takes out characters that turn the order of text round, and says so", () => {
    expect(cleanText("not \u202eeurt\u202c \u2066x\u2069")).toEqual({ text: "not eurt x", damaged: false, reordered: true });
  });

  it.each(["a\ud800b", "a\udc00b", "a\uffffb"])("replaces what UTF-8 and XML cannot hold", (source) => {
    expect(cleanText(source)).toEqual({ text: "a\ufffdb", damaged: true, reordered: false });
  });

  it("does not join the halves of a character over a control", () => {
    expect(cleanText("\ud83d\u0000\ude00").text).toBe("\ufffd\ufffd");
  });

  it("passes over western text in its usual form, which stays as it is", () => {
    const letters = Array.from({ length: 0x250 }, (_, index) => String.fromCharCode(0x80 + index)).concat([
      ..."ab \n“”‘’–—…\u2010\u2028\u202e\u0301\u0327\ufeff",
    ]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...letters), { maxLength: 8 }), (parts) => {
        const text = parts.join("");
        // What is not passed over with one more letter at its end is cleaned the long way.
        expect(`${cleanText(text).text}的`).toBe(cleanText(`${text}的`).text);
      }),
    );
  });

  it("cuts piles of accents, whatever normalising makes of them", () => {
    const { text, damaged } = cleanText(`a${"\u0344".repeat(40_000)}b`);
    expect(damaged).toBe(true);
    expect(text.length).toBeLessThan(35);
    expect(cleanText(text).text).toBe(text);
  });
});
