import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCodePointIndex } from "@/lib/anchoring/code-points";
import { bringClaims } from "./bring-claims";
import { emptyClaim, quoteOf, type ForeignQuote } from "./foreign-claim";
import { placeClaims, type PlacedClaim } from "./place-claims";

const TEXT = `The bridge opened in 1932. Its tolls, which were raised twice, paid for the whole work within ten years.

The mayor said that traffic “doubled” last year. Nobody had counted.

In the debate, he said it again: traffic doubled. 🌉 Engineers disagreed. Nobody had counted.`;

function place(quotes: ForeignQuote[], otherwise: ForeignQuote[][] = [], text = TEXT): PlacedClaim {
  const [placed] = placeClaims(text, [{ ...emptyClaim("1"), quotes, otherwise }]);
  if (!placed) throw new Error("One claim was given.");
  return placed;
}

const words = ({ fragments }: PlacedClaim) => fragments.map(({ start, end }) => TEXT.slice(start, end));

describe("placing", () => {
  it("takes the only place of the words, however they are laid out", () => {
    const placed = place([quoteOf('traffic "doubled"\n  last   year.')]);
    expect(placed).toMatchObject({ finding: "found", fragments: [{ status: "exact", exact: "traffic “doubled” last year.", similarity: 1 }] });
    expect(words(place([quoteOf("1932")]))).toEqual(["1932"]);
    expect(place([quoteOf("gin")]).finding).toBe("doubtful");
  });

  it("tells twins apart by what surrounds them, or by where they say it begins", () => {
    expect(place([quoteOf("Nobody had counted.")]).finding).toBe("doubtful");
    const second = TEXT.lastIndexOf("Nobody");
    expect(place([quoteOf("Nobody had counted.", { prefix: "🌉 Engineers disagreed. " })])).toMatchObject({ finding: "found", fragments: [{ start: second }] });
    expect(place([quoteOf("Nobody had counted.", { start: second })]).fragments[0]?.start).toBe(second);
    expect(place([quoteOf("Nobody had counted.", { start: createCodePointIndex(TEXT).toCodePoints(second) })]).fragments[0]?.start).toBe(second);
  });

  it("shows where changed words may be, and leaves what is not there", () => {
    expect(place([quoteOf("Its tolls which were raised three times paid for the whole work")])).toMatchObject({ finding: "doubtful" });
    expect(place([quoteOf("A sentence about penguins that nobody would look for here")])).toMatchObject({
      finding: "lost",
      fragments: [{ status: "orphaned", start: 0, end: 0 }],
    });
  });

  it("joins both ends of a passage, and fragments that overlap", () => {
    expect(words(place([quoteOf("The mayor said", { until: "last year." })]))).toEqual(["The mayor said that traffic “doubled” last year."]);
    expect(words(place([quoteOf("The bridge opened in"), quoteOf("opened in 1932")]))).toEqual(["The bridge opened in 1932"]);
  });

  it("tries other words when the first are not there", () => {
    expect(words(place([quoteOf("Whatever else it may have said about ferries")], [[quoteOf("Engineers disagreed.")]]))).toEqual(["Engineers disagreed."]);
  });

  it("prefers the reading with more sure fragments to one that is as doubtful as a whole", () => {
    const text = "The bridge opened in May. It was costly. Nobody counted. It was costly.";
    const parts = [quoteOf("The bridge opened in May."), quoteOf("It was costly.")];
    const { fragments, finding } = place([quoteOf("The bridge opened in May. … It was costly.")], [parts], text);
    expect(fragments.map(({ exact, status }) => [exact, status])).toEqual([
      ["The bridge opened in May.", "exact"],
      ["It was costly.", "uncertain"],
    ]);
    expect(finding).toBe("doubtful");
  });

  it("finds any span of any text again by its selectors, astral characters included", () => {
    const character = fc.constantFrom("a", "b", "é", " ", "\n", "🌉", "𝒳", "𠮷", "‍", "“", "1", "\u0301");
    fc.assert(
      fc.property(fc.array(character, { minLength: 4, maxLength: 200 }), fc.nat(), fc.nat(), (characters, one, other) => {
        const text = characters.join("").normalize("NFC");
        const points = [...text];
        const [from, to] = [one % points.length, other % points.length].sort((a, b) => a - b) as [number, number]; // two were given
        const exact = points.slice(from, to + 1).join("");
        if (exact !== exact.trim() || exact === "" || exact.normalize("NFC") !== exact) return;
        const before = points.slice(0, from).join("");
        const { fragments, finding } = place([quoteOf(exact, { start: from, prefix: before.slice(-32) })], [], text);
        expect(finding).toBe("found");
        const [fragment] = fragments;
        // A user-perceived character is never cut: the place may be wider by the rest of it.
        expect(fragment && fragment.start <= before.length && fragment.end >= before.length + exact.length).toBe(true);
        expect(text.slice(fragment?.start, fragment?.end)).toBe(fragment?.exact);
      }),
    );
  });
});

describe("files", () => {
  it("are read in UTF-16 and UTF-8, with or without a mark at the beginning", () => {
    const table = "quote,note\nEngineers disagreed.,«são»";
    const utf16 = Buffer.from(`\ufeff${table}`, "utf16le");
    for (const source of [table, Buffer.from(table), Buffer.from(`\ufeff${table}`), utf16]) {
      expect(bringClaims({ source, text: TEXT }).claims).toMatchObject([{ finding: "found", notes: ["«são»"] }]);
    }
  });

  it("name the column of a stance that is not known", () => {
    const { faults } = bringClaims({ source: "quote,source_url,stance\nEngineers disagreed.,https://example.org/,perhaps", text: TEXT });
    expect(faults).toMatchObject([{ row: "Row 2", field: "stance", message: expect.stringContaining("“perhaps”") as string }]);
  });

  it("name what has no words", () => {
    expect(bringClaims({ source: "quote,note\nEngineers disagreed.,a\n,b", text: TEXT })).toMatchObject({
      claims: [{}],
      faults: [{ row: "Row 3", field: "quote" }],
    });
  });
});
