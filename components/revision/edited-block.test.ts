import { describe, expect, it } from "vitest";
import type { Block, Mark } from "@/lib/domain/text";
import { blockInputs, cutBlock, editedBlocks, joinedBlock, sameBlock, withText, type EditedBlock } from "./edited-block";

const TEXT = "Opening\n\nThe bridge opened in 1932.";
const BLOCKS: Block[] = [
  { type: "heading", level: 2, start: 0, end: 7, marks: [] },
  { type: "turn", speaker: "RENN", time: "00:01", start: 9, end: 35, marks: [{ type: "strong", start: 13, end: 19 }] },
];

const block = (text: string, marks: Mark[] = []): EditedBlock => ({ id: "b", base: 0, type: "paragraph", text, marks });
const bold = (start: number, end: number): Mark => ({ type: "strong", start, end });
const marked = ({ text, marks }: Pick<EditedBlock, "text" | "marks">) => marks.map((mark) => text.slice(mark.start, mark.end));

describe("blocks under correction", () => {
  it("begin as the base has them, each with its own text", () => {
    const [heading, turn] = editedBlocks(TEXT, BLOCKS);
    expect(heading).toMatchObject({ text: "Opening", type: "heading", level: 2, base: 0 });
    expect(turn).toMatchObject({ text: "The bridge opened in 1932.", speaker: "RENN", time: "00:01", base: 1, marks: [bold(4, 10)] });
  });

  it("are sent without what belongs to the page, and without empty ones", () => {
    expect(blockInputs([block("One"), block(" \n ")])).toEqual([{ type: "paragraph", text: "One", marks: [] }]);
  });

  it("are the same when they would be stored the same", () => {
    expect(sameBlock(block("a"), { ...block("a"), id: "other", base: null, speaker: "" })).toBe(true);
    expect(sameBlock(block("a"), { ...block("a"), speaker: "RENN" })).toBe(false);
    expect(sameBlock(block("ab", [bold(0, 1)]), block("ab", [bold(0, 2)]))).toBe(false);
  });
});

describe("marks while their block is rewritten", () => {
  const before = block("The old bridge opened.", [bold(4, 7)]);

  it.each([
    ["before them", "So the old bridge opened.", ["old"]],
    ["behind them", "The old bridge opened late.", ["old"]],
    ["inside of them", "The o-l-d bridge opened.", ["o-l-d"]],
    ["right before them", "The very old bridge opened.", ["old"]],
    ["right behind them", "The old, old bridge opened.", ["old"]],
    ["in place of them", "The new bridge opened.", ["new"]],
    ["over their end", "The o-span opened.", ["o"]],
    ["over all of them", "A span.", []],
  ])("hold their words when something is written %s", (_, text, words) => {
    expect(marked(withText(before, text))).toEqual(words);
  });
});

describe("taking blocks apart and together", () => {
  it("cuts a mark in two", () => {
    const [first, second] = cutBlock(block("one bold end", [bold(4, 8)]), 6);
    expect([first.text, second.text]).toEqual(["one bo", "ld end"]);
    expect([marked(first), marked(second)]).toEqual([["bo"], ["ld"]]);
  });

  it("joins with a space where words would run together, and moves the marks along", () => {
    const { block: joined, seam } = joinedBlock(block("It opened"), block("in 1932.", [bold(3, 7)]));
    expect(joined.text).toBe("It opened in 1932.");
    expect(joined.text.slice(seam)).toBe("in 1932.");
    expect(marked(joined)).toEqual(["1932"]);
  });

  it("adds no space where there is one, at an empty block, or between scripts without spaces", () => {
    expect(joinedBlock(block("It opened "), block("in 1932.")).block.text).toBe("It opened in 1932.");
    expect(joinedBlock(block(""), block("in 1932.")).block.text).toBe("in 1932.");
    expect(joinedBlock(block("橋は"), block("開通した")).block.text).toBe("橋は開通した");
  });
});
