import { describe, expect, it } from "vitest";
import type { Block } from "@/lib/domain/text";
import { blockIndexAt, blockPieces } from "./dom";

const block = (start: number, end: number): Block => ({ type: "paragraph", start, end, marks: [] });
const blocks = [block(0, 10), block(12, 20), block(22, 40)];

describe("blockIndexAt", () => {
  it.each([
    [-1, 0],
    [0, 0],
    [10, 0],
    [11, 0],
    [12, 1],
    [21, 1],
    [22, 2],
    [999, 2],
  ])("offset %i belongs to block %i", (offset, index) => {
    expect(blockIndexAt(blocks, offset)).toBe(index);
  });

  it("has no block to give for an empty text", () => {
    expect(blockIndexAt([], 0)).toBe(-1);
  });
});

describe("blockPieces", () => {
  it("leaves out what separates the blocks", () => {
    expect(blockPieces(blocks, { start: 5, end: 30 })).toEqual([
      { start: 5, end: 10, block: 0 },
      { start: 12, end: 20, block: 1 },
      { start: 22, end: 30, block: 2 },
    ]);
  });

  it("gives nothing for a span between two blocks, and clips at the end of the text", () => {
    expect(blockPieces(blocks, { start: 10, end: 12 })).toEqual([]);
    expect(blockPieces(blocks, { start: 38, end: 99 })).toEqual([{ start: 38, end: 40, block: 2 }]);
    expect(blockPieces([], { start: 0, end: 5 })).toEqual([]);
  });
});
