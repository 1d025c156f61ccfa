import { describe, expect, it } from "vitest";
import type { EditedBlock } from "./edited-block";
import { fieldKey } from "./field-keys";

const block: EditedBlock = { id: "b", base: 0, type: "paragraph", text: "four", marks: [] };
const press = (key: string, held: Partial<Record<"shiftKey" | "ctrlKey" | "metaKey" | "altKey", boolean>> = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});
const at = (start: number, end = start) => ({ start, end });

describe("keys in the field of a block", () => {
  it.each([
    ["Enter", press("Enter"), at(2), { type: "split", id: "b", start: 2, end: 2 }],
    ["Enter over selected words", press("Enter"), at(1, 3), { type: "split", id: "b", start: 1, end: 3 }],
    ["Shift Enter", press("Enter", { shiftKey: true }), at(2), null],
    ["Ctrl Enter, which is the page's", press("Enter", { ctrlKey: true }), at(2), null],
    ["Backspace at the start", press("Backspace"), at(0), { type: "join", id: "b", with: "before" }],
    ["Backspace inside", press("Backspace"), at(2), null],
    ["Backspace over selected words", press("Backspace"), at(0, 2), null],
    ["Delete at the end", press("Delete"), at(4), { type: "join", id: "b", with: "after" }],
    ["Delete inside", press("Delete"), at(3), null],
    ["Escape", press("Escape"), at(0), { type: "close", id: "b" }],
    ["an arrow up", press("ArrowUp"), at(0), "leave"],
    ["an arrow that selects", press("ArrowDown", { shiftKey: true }), at(4), null],
    ["Ctrl Z", press("z", { ctrlKey: true }), at(0), { type: "undo" }],
    ["⌘ Shift Z", press("Z", { metaKey: true, shiftKey: true }), at(0), { type: "redo" }],
    ["Ctrl Y", press("y", { ctrlKey: true }), at(0), { type: "redo" }],
    ["a letter", press("z"), at(0), null],
  ])("%s", (_, key, selection, meant) => {
    expect(fieldKey(key, block, selection)).toEqual(meant);
  });

  it("Enter breaks the line in preformatted text", () => {
    expect(fieldKey(press("Enter"), { ...block, type: "preformatted" }, at(2))).toBeNull();
  });
});
