import { describe, expect, it } from "vitest";
import type { Block } from "@/lib/domain/text";
import { headings, pageLevels, sectionAt } from "./outline";

const text = "Opening\n\nWords.\n\nSix-party\ntalks\n\nMore words.";
const blocks: Block[] = [
  { type: "heading", level: 2, start: 0, end: 7, marks: [] },
  { type: "paragraph", start: 9, end: 15, marks: [] },
  { type: "heading", level: 3, start: 17, end: 32, marks: [] },
  { type: "paragraph", start: 34, end: 45, marks: [] },
];

describe("outline", () => {
  it("lists the headings with their level, on one line each", () => {
    expect(headings(text, blocks).map(({ title, level }) => [level, title])).toEqual([
      [2, "Opening"],
      [3, "Six-party talks"],
    ]);
  });

  it("knows the section of an offset", () => {
    const list = headings(text, blocks);
    expect(sectionAt(list, 12)?.title).toBe("Opening");
    expect(sectionAt(list, 17)?.title).toBe("Six-party talks");
    expect(sectionAt(list.slice(1), 12)).toBeNull();
  });

  it("goes down in the page by one level at a time, whatever the text's own levels", () => {
    const levels = (...list: (number | null)[]) => pageLevels(list.map((level) => (level === null ? { type: "paragraph" } : { type: "heading", level })));
    expect(levels(2, null, 3, 2)).toEqual([2, null, 3, 2]);
    expect(levels(1, 4, 4, 2, 6)).toEqual([2, 3, 3, 3, 4]);
    expect(levels(3, 1, 2)).toEqual([2, 2, 3]);
    expect(levels(1, 2, 3, 4, 5, 6)).toEqual([2, 3, 4, 5, 6, 6]);
  });
});
