import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BlockInput } from "@/lib/domain/revision";
import { BLOCK_TYPES } from "@/lib/domain/text";
import { assertCanonical } from "@/lib/importers/assert-canonical";
import { readBlocks } from "@/lib/importers/read-blocks";

const read = (...blocks: BlockInput[]) => readBlocks(blocks);

describe("readBlocks", () => {
  it("makes several blocks of one with blank lines, each of the same kind", () => {
    const { text, blocks } = read({ type: "turn", speaker: "Ms Vega", text: "One.\n\n Two. " }, { type: "paragraph", text: " \n" });
    expect(text).toBe("One.\n\nTwo.");
    expect(blocks.map(({ type, speaker }) => [type, speaker])).toEqual(Array(2).fill(["turn", "Ms Vega"]));
  });

  it("leaves out what does not belong to a block, and links that lead nowhere good", () => {
    const marks = [
      { type: "link" as const, start: 0, end: 3, href: "https://example.org/a" },
      { type: "link" as const, start: 4, end: 7, href: "data:text/html,x" },
      { type: "link" as const, start: 4, end: 7 },
      { type: "code" as const, start: 4, end: 99 },
    ];
    const { blocks } = read({ type: "paragraph", level: 2, speaker: "A", time: "1:00", text: "One two", marks });
    expect(blocks).toEqual([
      {
        type: "paragraph",
        start: 0,
        end: 7,
        marks: [
          { type: "link", start: 0, end: 3, href: "https://example.org/a" },
          { type: "code", start: 4, end: 7 },
        ],
      },
    ]);
  });

  it("keeps the rules of the text model, whatever it is given, and what it made it makes again", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", "\t", "e\u0301", "\u0000", "\ud83d", "😀", "\u202e"), maxLength: 20 });
    const mark = fc.record({ type: fc.constantFrom("strong" as const, "code" as const), start: fc.nat(25), end: fc.nat(25) });
    const block = fc.record({ type: fc.constantFrom(...BLOCK_TYPES), text, marks: fc.array(mark, { maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), (given) => {
        const made = read(...given, { type: "paragraph", text: "end" });
        assertCanonical(made);
        const again = made.blocks.map(({ start, end, marks, ...shape }) => ({
          ...shape,
          text: made.text.slice(start, end),
          marks: marks.map((each) => ({ ...each, start: each.start - start, end: each.end - start })),
        }));
        const { text: sameText, blocks } = read(...again);
        expect({ text: sameText, blocks }).toEqual({ text: made.text, blocks: made.blocks });
      }),
    );
  });
});
