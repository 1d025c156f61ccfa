import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildReport } from "./report";
import { claimReview } from "./claim-review";
import { cleanField, closedDirections } from "./clean";
import { cutText } from "./cut-text";
import { embedCode } from "./public-claim";
import { published } from "./sample-publication";
import { anchorOf, claimOf, sourceOf, textOf } from "./sample-source";
import { shareSvg } from "./share-card";
import { shortQuote } from "./words";

const OVERRIDE = "\u202E";
const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });
const UNITS = ["a", "word ", ", ", "\n", "é", "e\u0301", "👩🏽‍🚀", "🇺🇦", "م", "\u202e", "\u202a", "\u2066", "\u2068", "\u2069", "\u202c"];

describe("cutText", () => {
  it.each([
    ["short", 10, "short"],
    ["one two three", 8, "one two…"],
    ["abcdefghij", 6, "abcde…"],
    ["one, two", 6, "one…"],
    [`${OVERRIDE}abcdefghij\u202C`, 8, `${OVERRIDE}abcde\u202C…`],
    ["\u2067one two three\u2069", 10, "\u2067one two\u2069…"],
    ["aa👩🏽‍🚀bb", 5, "aa…"],
  ])("%j in %i", (words, max, expected) => expect(cutText(words, max)).toBe(expected));

  it("leaves no direction open and no character in pieces, and is no longer than it may be", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...UNITS), maxLength: 60 }), fc.integer({ min: 1, max: 80 }), (words, max) => {
        const cut = cutText(words, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(closedDirections(cut)).toBe(cut);
        const whole = closedDirections(words.replace(/\s+/g, " ").trim());
        if (cut === whole) return;
        const kept = cut.replace(/[\u202C\u2069]*…$/, "");
        expect(cut).toMatch(/…$/);
        expect(whole.startsWith(kept)).toBe(true);
        const borders = [0, whole.length, ...[...GRAPHEMES.segment(whole)].map(({ index }) => index)];
        expect(borders).toContain(kept.length);
      }),
    );
  });
});

describe("what is shortened elsewhere", () => {
  const long = cleanField(`${OVERRIDE}abcdef ${"word ".repeat(100)}`);
  const text = textOf([["paragraph", `${OVERRIDE}${"turned ".repeat(60)}\u202C and on.`]]);

  it("closes the directions of a quote, which the text itself closes later", () => {
    expect(shortQuote([{ exact: `${OVERRIDE}turned` }, { exact: "on" }])).toBe(`${OVERRIDE}turned\u202C … on`);
    const quote = shortQuote([{ exact: text.text }]);
    expect(closedDirections(quote)).toBe(quote);
  });

  it("closes them in the words of ClaimReview, in frames and in pictures", () => {
    const claim = claimOf(1, [anchorOf(text.text, "and on")], { statement: long, shortForm: "" });
    const report = buildReport(published(sourceOf(text, [claim])));
    expect(report.claims.map((each) => claimReview(report, each)?.["claimReviewed"])).toEqual([expect.stringMatching(/\u202C…$/)]);
    expect(embedCode("https://example.org/1", long)).toContain('\u202C…"');
    for (const [line] of shareSvg({ kicker: long, badge: long, tone: "true", title: long, foot: long }).matchAll(/(?<=<text[^>]*>)[^<]*/g))
      expect(closedDirections(line)).toBe(line);
  });
});
