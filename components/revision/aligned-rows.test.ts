import { diffWordsWithSpace } from "diff";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TextChange } from "@/lib/domain/revision";
import type { Block } from "@/lib/domain/text";
import { alignedRows } from "./aligned-rows";

function textOf(paragraphs: readonly string[]): { text: string; blocks: Block[] } {
  let start = 0;
  const blocks = paragraphs.map((paragraph): Block => {
    const block: Block = { type: "paragraph", start, end: start + paragraph.length, marks: [] };
    start = block.end + 2;
    return block;
  });
  return { text: paragraphs.join("\n\n"), blocks };
}

function changesBetween(before: string, after: string): TextChange[] {
  let at = { before: 0, after: 0 };
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => {
    const end = { before: at.before + (added ? 0 : value.length), after: at.after + (removed ? 0 : value.length) };
    const change: TextChange = {
      kind: added ? "added" : removed ? "removed" : "same",
      before: { start: at.before, end: end.before },
      after: { start: at.after, end: end.after },
    };
    at = end;
    return change;
  });
}

function rowsOf(before: readonly string[], after: readonly string[]) {
  const [left, right] = [textOf(before), textOf(after)];
  return alignedRows(left.blocks, right.blocks, changesBetween(left.text, right.text));
}

/** Rows as "before|after", with a star where something changed. */
const drawn = (before: readonly string[], after: readonly string[]) =>
  rowsOf(before, after).map(
    (row) => `${before.slice(row.before.from, row.before.to).join("+")}|${after.slice(row.after.from, row.after.to).join("+")}${row.changed ? " *" : ""}`,
  );

const one = "The bridge opened in 1932.";
const two = "Its tolls paid for the work.";
const three = "Nobody measured the span.";

describe("two texts side by side", () => {
  it("sets what is the same beside each other, unchanged", () => {
    expect(drawn([one, two], [one, two])).toEqual([`${one}|${one}`, `${two}|${two}`]);
  });

  it("marks the row in which words changed", () => {
    const late = "The bridge opened in 1933.";
    expect(drawn([one, two], [late, two])).toEqual([`${one}|${late} *`, `${two}|${two}`]);
  });

  it("leaves a side empty where a block was added or removed", () => {
    expect(drawn([one, two], [one, three, two])).toEqual([`${one}|${one}`, `|${three} *`, `${two}|${two}`]);
    expect(drawn([one, three, two], [one, two])).toEqual([`${one}|${one}`, `${three}| *`, `${two}|${two}`]);
  });

  it("sets a rewritten block beside the new one", () => {
    expect(drawn([one, "Wholly other words.", two], [one, "Nothing alike stands here", two])).toEqual([
      `${one}|${one}`,
      "Wholly other words.|Nothing alike stands here *",
      `${two}|${two}`,
    ]);
  });

  it("keeps a split block in one row with both parts", () => {
    expect(drawn([`${one} ${two}`, three], [one, two, three])).toEqual([`${one} ${two}|${one}+${two} *`, `${three}|${three}`]);
  });

  it("marks a block of the same words under another speaker", () => {
    const { text, blocks } = textOf([one]);
    const spoken = blocks.map((block): Block => ({ ...block, type: "turn", speaker: "RENN" }));
    expect(alignedRows(blocks, spoken, changesBetween(text, text))[0]?.changed).toBe(true);
  });

  it("holds every block of both texts once, in order, whatever they are", () => {
    const word = fc.constantFrom("bridge", "toll", "river", "span", "mayor", "1932");
    const paragraph = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" "));
    const paragraphs = fc.array(paragraph, { maxLength: 6 });
    fc.assert(
      fc.property(paragraphs, paragraphs, (before, after) => {
        const rows = rowsOf(before, after);
        const indexes = (side: "before" | "after") =>
          rows.flatMap((row) => Array.from({ length: row[side].to - row[side].from }, (_, n) => row[side].from + n));
        expect(indexes("before")).toEqual(before.map((_, index) => index));
        expect(indexes("after")).toEqual(after.map((_, index) => index));
        for (const row of rows) {
          const [left, right] = [before.slice(row.before.from, row.before.to), after.slice(row.after.from, row.after.to)];
          if (!row.changed) expect(left).toEqual(right);
        }
      }),
    );
  });
});
