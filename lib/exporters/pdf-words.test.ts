import { describe, expect, it } from "vitest";
import { pageDirection, pdfRichBlocks } from "./pdf-words";
import { richBlocks } from "./rich-nodes";

describe("words on a page of the PDF", () => {
  it("are a string only where they are one line that runs the way of the page", () => {
    const [toRight, toLeft] = [pageDirection(false), pageDirection(true)];
    expect(["Words", "1999", "Two\nlines", "ستة أيام"].map(toRight.words)).toEqual([
      "Words",
      "1999",
      { s: "Two\nlines", rtl: false },
      { s: "ستة أيام", rtl: true },
    ]);
    expect(["ستة أيام", "Words"].map(toLeft.words)).toEqual(["ستة أيام", { s: "Words", rtl: false }]);
  });

  it("are isolated where the page runs from right to left", () => {
    const { isolated, english } = pageDirection(true);
    expect([isolated("a"), english("a"), pageDirection(false).isolated("a"), pageDirection(false).english("a")]).toEqual([
      "\u2068a\u2069",
      "\u2066a\u2069",
      "a",
      "a",
    ]);
  });

  it("keep their looks in rich text, in lists, quotes and tables too", () => {
    expect(pdfRichBlocks(richBlocks("- [ ] task\n\n- [x] **done**"))).toEqual([
      {
        ...{ type: "list", ordered: false, start: 1 },
        items: [[{ type: "paragraph", runs: ["☐ ", "task"] }], [{ type: "paragraph", runs: ["☑ ", { text: "done", strong: true }] }]],
      },
    ]);
    expect(pdfRichBlocks(richBlocks("a **b**\n\n- c\n\n> d\n\n| e |\n|---|\n| f |\n\n---"))).toEqual([
      { type: "paragraph", runs: ["a ", { text: "b", strong: true }] },
      { type: "list", ordered: false, start: 1, items: [[{ type: "paragraph", runs: ["c"] }]] },
      { type: "quote", blocks: [{ type: "paragraph", runs: ["d"] }] },
      { type: "table", rows: [[["e"]], [["f"]]] },
      { type: "rule" },
    ]);
  });
});
