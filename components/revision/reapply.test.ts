import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EditedBlock } from "./edited-block";
import { beginEditing, edit, type EditorAction } from "./editor-state";
import { blockChanges, reapply } from "./reapply";

const textOf = (words: readonly string[]) =>
  words.map((text, index): EditedBlock => ({ id: `base-${String(index)}`, base: index, type: "paragraph", text, marks: [] }));
const words = (blocks: readonly EditedBlock[]) => blocks.map(({ text }) => text);
const edited = (blocks: readonly EditedBlock[], ...actions: EditorAction[]) => actions.reduce(edit, beginEditing(blocks)).blocks;
const write = (index: number, text: string): EditorAction => ({ type: "write", id: `base-${String(index)}`, text, at: 0, now: 0 });

const base = textOf(["a", "b", "c", "d", "e"]);

describe("what was changed", () => {
  it("is nothing in a text that nobody touched", () => {
    expect(blockChanges(base, base)).toEqual([]);
  });

  it("is listed block by block", () => {
    const mine = edited(base, write(1, "B"), write(2, "C"), { type: "remove", id: "base-4" }, { type: "add_after", id: "base-0" });
    expect(blockChanges(base, mine).map(({ from, to, after }) => [from, to, words(after)])).toEqual([
      [1, 1, [""]],
      [1, 2, ["B"]],
      [2, 3, ["C"]],
      [4, 5, []],
    ]);
  });

  it("holds blocks that were joined together", () => {
    const mine = edited(base, { type: "join", id: "base-2", with: "before" });
    expect(blockChanges(base, mine).map(({ from, to, after }) => [from, to, words(after)])).toEqual([[1, 3, ["b c"]]]);
  });
});

describe("putting changes on a newer text", () => {
  it("puts them where the blocks stand as they were, and lists the others", () => {
    const mine = edited(base, write(0, "A"), write(2, "C"), write(4, "E"));
    const newer = textOf(["new", "a", "b", "see", "d", "e"]);
    const { blocks, placed, unplaced } = reapply(base, mine, newer);
    expect(words(blocks)).toEqual(["new", "A", "b", "see", "d", "E"]);
    expect(placed).toBe(2);
    expect(unplaced.map(({ before, after }) => [words(before), words(after)])).toEqual([[["c"], ["C"]]]);
  });

  it("counts the blocks anew, so that the changes can be put on a third text", () => {
    const mine = edited(base, write(0, "A"), { type: "split", id: "base-3", start: 1, end: 1 });
    const newer = textOf(["new", "a", "b", "c", "d", "e"]);
    const { blocks } = reapply(base, mine, newer);
    const again = reapply(newer, blocks, textOf(["a", "b", "c", "d", "e"]));
    expect([words(again.blocks), again.unplaced]).toEqual([["A", "b", "c", "d", "", "e"], []]);
  });

  it("removes what was removed, inserts at the ends, and splits", () => {
    const mine = edited(base, { type: "add_after", id: "base-4" }, { type: "remove", id: "base-1" });
    const { blocks, unplaced } = reapply(base, mine, textOf(["a", "b", "c", "d", "e", "f"]));
    expect(words(blocks)).toEqual(["a", "c", "d", "e", "", "f"]);
    expect(unplaced).toEqual([]);
  });

  it("asks nobody about a change that the other person made too", () => {
    const mine = edited(base, write(1, "B"), { type: "remove", id: "base-3" });
    const { blocks, unplaced } = reapply(base, mine, textOf(["a", "B", "c", "e"]));
    expect([words(blocks), unplaced]).toEqual([["a", "B", "c", "e"], []]);
  });

  it("puts everything back on an unchanged text", () => {
    const index = fc.integer({ min: 0, max: 4 });
    const id = index.map((at) => `base-${String(at)}`);
    const action: fc.Arbitrary<EditorAction> = fc.oneof(
      fc.record({ type: fc.constant("write" as const), id, text: fc.string({ minLength: 1, maxLength: 4 }), at: fc.constant(0), now: fc.nat() }),
      fc.record({ type: fc.constant("split" as const), id, start: fc.constant(0), end: fc.constant(1) }),
      fc.record({ type: fc.constant("join" as const), id, with: fc.constantFrom("before" as const, "after" as const) }),
      fc.record({ type: fc.constant("remove" as const), id }),
      fc.record({ type: fc.constant("add_after" as const), id }),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 8 }), (actions) => {
        const mine = edited(base, ...actions);
        const { blocks, unplaced } = reapply(base, mine, base);
        expect([words(blocks), unplaced]).toEqual([words(mine), []]);
      }),
    );
  });
});
