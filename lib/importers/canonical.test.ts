import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BLOCK_TYPES } from "@/lib/domain/text";
import { assertCanonical } from "@/lib/importers/assert-canonical";
import { assemble } from "@/lib/importers/canonical";
import { draftOf, type Draft } from "@/lib/importers/draft";

describe("assemble", () => {
  it("parts blocks with exactly one blank line and drops what cannot be seen", () => {
    const { text, blocks } = assemble([draftOf("paragraph", "  one  \n two \n\n \u00a0\n three"), draftOf("quote", "\u200b"), draftOf("quote", "four")]);
    expect(text).toBe("one\n two\n\nthree\n\nfour");
    expect(blocks.map(({ type, start, end }) => [type, text.slice(start, end)])).toEqual([
      ["paragraph", "one\n two"],
      ["paragraph", "three"],
      ["quote", "four"],
    ]);
  });

  it("moves marks along with what cleaning adds and takes away", () => {
    const source = "\u0000 cafe\u0301 \r\n\t**bold** end";
    const mark = (words: string) => ({ start: source.indexOf(words), end: source.indexOf(words) + words.length });
    const draft: Draft = {
      type: "paragraph",
      text: source,
      marks: [
        { type: "strong", ...mark("**bold**") },
        { type: "emphasis", ...mark("cafe\u0301") },
      ],
    };
    const { text, blocks } = assemble([draft]);
    expect(text).toBe("café\n **bold** end");
    expect(blocks[0]?.marks.map(({ type, start, end }) => [type, text.slice(start, end)])).toEqual([
      ["emphasis", "café"],
      ["strong", "**bold**"],
    ]);
  });

  it("parts a mark that spans a blank line", () => {
    const { text, blocks } = assemble([{ type: "paragraph", text: "one\n\ntwo", marks: [{ type: "strong", start: 1, end: 7 }] }]);
    expect(blocks.map(({ marks }) => marks.map(({ start, end }) => text.slice(start, end)))).toEqual([["ne"], ["tw"]]);
  });

  it("does not part a letter from its accent where a mark ends", () => {
    const { text, blocks } = assemble([{ type: "paragraph", text: "cafe\u0301s", marks: [{ type: "strong", start: 0, end: 4 }] }]);
    expect(text.slice(blocks[0]?.marks[0]?.start, blocks[0]?.marks[0]?.end)).toBe("café");
  });

  it("keeps the rules of the text model for any drafts", { timeout: 30_000 }, () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom(..."ab \n\t\r\u0301\u0344\u00a0\u200b\u202e\u0000\u1100\u1161😀", "\ud83d", "\ude00"),
        fc.string({ unit: "binary", maxLength: 1, minLength: 1 }),
      ),
    });
    const mark = fc.record({ type: fc.constantFrom("strong" as const, "emphasis" as const, "code" as const), start: fc.nat(30), length: fc.nat(30) });
    const draft = fc.record({ type: fc.constantFrom(...BLOCK_TYPES), text, marks: fc.array(mark, { maxLength: 4 }) });
    fc.assert(
      fc.property(fc.array(draft, { maxLength: 5 }), (drafts) => {
        const within = drafts.map(({ marks, ...rest }) => ({
          ...rest,
          marks: marks
            .map(({ type, start, length }) => ({ type, start: Math.min(start, rest.text.length), end: Math.min(start + length, rest.text.length) }))
            .filter(({ start, end }) => start < end),
        }));
        const canonical = assemble(within);
        assertCanonical(canonical);
        expect(assemble(canonical.blocks.map(({ type, start, end }) => draftOf(type, canonical.text.slice(start, end)))).text).toBe(canonical.text);
      }),
      { numRuns: 100 },
    );
  });
});

describe("assertCanonical", () => {
  const paragraph = { type: "paragraph" as const, marks: [] };
  it.each([
    ["NFC", { text: "e\u0301", blocks: [{ ...paragraph, start: 0, end: 2 }] }],
    ["control", { text: "a\tb", blocks: [{ ...paragraph, start: 0, end: 3 }] }],
    ["cover", { text: "a\n\nb", blocks: [{ ...paragraph, start: 0, end: 1 }] }],
    ["trimmed", { text: " a", blocks: [{ ...paragraph, start: 0, end: 2 }] }],
    ["blank line", { text: "a\n\nb", blocks: [{ ...paragraph, start: 0, end: 4 }] }],
    ["level", { text: "a", blocks: [{ ...paragraph, start: 0, end: 1, level: 1 }] }],
    ["speaker", { text: "a", blocks: [{ ...paragraph, start: 0, end: 1, speaker: "A" }] }],
    ["leaves its block", { text: "a", blocks: [{ ...paragraph, start: 0, end: 1, marks: [{ type: "strong" as const, start: 0, end: 2 }] }] }],
    ["address", { text: "a", blocks: [{ ...paragraph, start: 0, end: 1, marks: [{ type: "link" as const, start: 0, end: 1 }] }] }],
  ])("names the broken rule: %s", (rule, canonical) => {
    expect(() => assertCanonical(canonical)).toThrow(rule);
  });
});
