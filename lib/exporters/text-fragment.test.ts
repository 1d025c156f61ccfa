import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFragmenter } from "./text-fragment";

const PAGE = "https://example.org/a";
/** The address that leads to the quote's first place in the text. */
function to(text: string, quote: string, url = PAGE): string {
  const start = text.indexOf(quote);
  return createFragmenter(text, "en")(url, [{ start, end: start + quote.length }]);
}

describe("createFragmenter", () => {
  it.each([
    ["a short quote as a whole", "The talks fell apart.", "fell apart", "#:~:text=fell%20apart"],
    ["what has a meaning of its own", "A well-known, sad & old port.", "well-known, sad & old", "#:~:text=well%2Dknown%2C%20sad%20%26%20old"],
    ["words that stand there twice", "One said no. Two said no again.", "said no", "#:~:text=One-,said%20no,-.%20Two%20said%20no%20again"],
    ["words of other scripts", "قال الوزير إن الحركة تضاعفت.", "إن الحركة", `#:~:text=${encodeURIComponent("إن الحركة")}`],
    ["what is white space only", "One  two", "  ", ""],
  ])("names %s", (_, text, quote, fragment) => {
    expect(to(text, quote)).toBe(PAGE + fragment);
  });

  it("names long quotes, and those of several paragraphs, by how they begin and end", () => {
    const text = `First words of a long quote ${"and more ".repeat(30)}until its very last words.`;
    expect(to(text, text.slice(0, -1))).toBe(`${PAGE}#:~:text=First%20words%20of%20a,its%20very%20last%20words`);
    expect(to("One two\n\nthree four", "two\n\nthree")).toBe(`${PAGE}#:~:text=two,three`);
  });

  it("keeps the place that an address had, and drops directions that it had", () => {
    expect(to("Some words here.", "words", `${PAGE}#top`)).toBe(`${PAGE}#top:~:text=words`);
    expect(to("Some words here.", "words", `${PAGE}#:~:text=old`)).toBe(`${PAGE}#:~:text=words`);
  });

  it("gives an address for any span of any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), fc.nat(300), fc.nat(300), (text, a, b) => {
        const made = createFragmenter(text, "en")(PAGE, [{ start: Math.min(a, b), end: Math.max(a, b) }]);
        expect(new URL(made).href).toBe(made);
        expect(made).not.toMatch(/[\s<>"]/);
      }),
    );
  });
});
