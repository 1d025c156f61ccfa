import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textChanges } from "./text-changes";

const TEXT =
  "The bridge opened in 1932. Its tolls, which were raised twice, paid for the whole work within ten years.\n\nThe mayor said that traffic doubled. 🌉 Nobody had counted.";

/** As editors write it: [-removed-]{+added+}. */
function shown(before: string, after: string): string {
  return textChanges(before, after)
    .map(({ kind, before: { start, end }, after: now }) => {
      if (kind === "added") return `{+${after.slice(now.start, now.end)}+}`;
      return kind === "removed" ? `[-${before.slice(start, end)}-]` : before.slice(start, end);
    })
    .join("");
}

describe("textChanges", () => {
  it.each([
    ["a word", "1932", "1935", "[-1932-]{+1935+}"],
    ["a part of a word", "Nobody", "Somebody", "[-Nobody-]{+Somebody+}"],
    ["a part of a number", "1932", "1932.5", "[-1932-]{+1932.5+}"],
    ["a sentence", "The mayor said that traffic doubled. ", "", "[-The mayor said that traffic doubled. -]"],
    ["a rewritten clause", "Its tolls, which were raised twice, paid", "Tolls paid", "[-Its tolls, which were raised twice,-]{+Tolls+} paid"],
    ["an emoji", "🌉", "🌉🌊", "🌉{+🌊+}"],
    ["the gap between two blocks", "years.\n\nThe", "years. The", "years.[-\n\n-]{+ +}The"],
  ])("shows %s as a person would", (_, from, to, expected) => {
    expect(shown(TEXT, TEXT.replace(from, to))).toBe(TEXT.replace(from, expected));
  });

  it("puts an inserted sentence where it begins, though the next one begins with the same words", () => {
    expect(shown("It rained. The cow mooed.", "It rained. The dog barked. The cow mooed.")).toBe("It rained. {+The dog barked. +}The cow mooed.");
  });

  it("works without spaces between words", () => {
    expect(shown("会谈持续了将近两个小时,远远超过原定时间。", "会谈持续了大约两个小时,远远超过原定时间。")).toBe(
      "会谈持续了[-将近-]{+大约+}两个小时,远远超过原定时间。",
    );
  });

  it("has nothing to show for equal texts, and all of two that share nothing", () => {
    expect(textChanges("", "")).toEqual([]);
    expect(textChanges("same", "same").map(({ kind }) => kind)).toEqual(["same"]);
    expect(shown("alpha beta", "gamma")).toBe("[-alpha beta-]{+gamma+}");
  });

  it("puts both texts together again, whatever they are", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "aa", " ", "\n\n", ".", "é", "👍🏽", "e\u0301", "字", "3.5"), maxLength: 60 });
    fc.assert(
      fc.property(text, text, text, (before, after, shared) => {
        const [ours, theirs] = [before + shared + after, after + shared + before];
        const changes = textChanges(ours, theirs);
        expect(changes.map(({ before: { start, end } }) => ours.slice(start, end)).join("")).toBe(ours);
        expect(changes.map(({ after: { start, end } }) => theirs.slice(start, end)).join("")).toBe(theirs);
        for (const change of changes) {
          const [left, right] = [ours.slice(change.before.start, change.before.end), theirs.slice(change.after.start, change.after.end)];
          if (change.kind === "same") expect(left).toBe(right);
          else expect(change.kind === "added" ? left : right).toBe("");
        }
      }),
    );
  });

  it("takes bounded time for two long texts with nothing in common, and for one word again and again", () => {
    const words = (prefix: string) => Array.from({ length: 100_000 }, (_, index) => `${prefix}${String(index)}`).join(" ");
    expect(textChanges(words("a"), words("b")).map(({ kind }) => kind)).toEqual(["removed", "added"]);
    expect(textChanges("word ".repeat(100_000), "word word. ".repeat(60_000)).length).toBeGreaterThan(0);
  });
});
