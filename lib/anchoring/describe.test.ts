import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeSpan } from "./describe";

const spanOf = (text: string, quote: string, from = 0) => {
  const start = text.indexOf(quote, from);
  return { start, end: start + quote.length };
};

describe("describeSpan", () => {
  it("gives the quote with 32 units on either side", () => {
    const text = "The visitor reached the port city by armoured train, a trip of roughly seven hundred kilometres from his capital.";
    expect(describeSpan(text, spanOf(text, "armoured train"))).toEqual({
      start: 37,
      end: 51,
      exact: "armoured train",
      prefix: "visitor reached the port city by ".slice(1),
      suffix: ", a trip of roughly seven hundre",
    });
  });

  it("takes more context until the quote is unique", () => {
    const line = "and nobody repeated it at the table on that long evening ";
    const text = `First, ${line}${line}, Second, ${line}${line}, Third, ${line}${line}`;
    const { prefix, exact, suffix } = describeSpan(text, spanOf(text, "table", 140));
    const whole = prefix + exact + suffix;
    expect(text.indexOf(whole)).toBe(text.lastIndexOf(whole));
    expect(prefix.length).toBeGreaterThan(32);
  });

  it("keeps the short context where nothing would make the quote unique", () => {
    const text = "word ".repeat(1000);
    expect(describeSpan(text, { start: 2500, end: 2504 }).prefix).toHaveLength(32);
  });

  it("never cuts what people see as one character", () => {
    const family = "👨‍👩‍👧‍👦";
    const text = `${family.repeat(8)} said ${family.repeat(8)}`;
    const { prefix, suffix, exact } = describeSpan(text, spanOf(text, "said"));
    expect(exact).toBe("said");
    expect(prefix).toBe(`${family.repeat(3)} `);
    expect(suffix).toBe(` ${family.repeat(3)}`);
    expect(describeSpan("ne\u0301e", { start: 0, end: 2 }).exact).toBe("ne\u0301");
  });

  it("always fits together with the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", " ", "👍", "e\u0301", "\ud800", "\udc00", "\u200d") }), fc.nat(), fc.nat(), (text, a, b) => {
        const start = a % (text.length + 1);
        const described = describeSpan(text, { start, end: start + (b % (text.length - start + 1)) });
        expect(text.slice(described.start, described.end)).toBe(described.exact);
        expect(text.slice(0, described.start).endsWith(described.prefix)).toBe(true);
        expect(text.slice(described.end).startsWith(described.suffix)).toBe(true);
      }),
    );
  });
});
