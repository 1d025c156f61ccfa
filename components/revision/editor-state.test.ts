import { describe, expect, it } from "vitest";
import type { EditedBlock } from "./edited-block";
import { beginEditing, edit, type EditorAction, type EditorState } from "./editor-state";

const block = (index: number, text: string, shape: Partial<EditedBlock> = {}): EditedBlock => ({
  id: `base-${String(index)}`,
  base: index,
  type: "paragraph",
  text,
  marks: [],
  ...shape,
});
const texts = ({ blocks }: EditorState) => blocks.map(({ text }) => text);
const after = (state: EditorState, ...actions: EditorAction[]) => actions.reduce(edit, state);

const begun = beginEditing([block(0, "First here."), block(1, "Second here.", { type: "turn", speaker: "RENN", time: "00:01" }), block(2, "Third here.")]);

describe("correcting a text", () => {
  it("splits a turn at the caret into two of the same speaker, without the time", () => {
    const split = edit(begun, { type: "split", id: "base-1", start: 7, end: 7 });
    expect(texts(split)).toEqual(["First here.", "Second ", "here.", "Third here."]);
    expect(split.blocks[1]).toMatchObject({ base: 1, time: "00:01" });
    expect(split.blocks[2]).toMatchObject({ base: null, type: "turn", speaker: "RENN" });
    expect(split.blocks[2]).not.toHaveProperty("time");
    expect(split.open).toEqual({ id: split.blocks[2]?.id, at: 0 });
  });

  it("takes the selected words out when it splits", () => {
    expect(texts(edit(begun, { type: "split", id: "base-0", start: 2, end: 6 }))).toEqual(["Fi", "here.", "Second here.", "Third here."]);
  });

  it("joins with the block before, and with the one after, and puts the caret at the seam", () => {
    const joined = edit(begun, { type: "join", id: "base-1", with: "before" });
    expect(texts(joined)).toEqual(["First here. Second here.", "Third here."]);
    expect(joined.open).toEqual({ id: "base-0", at: 12 });
    expect(texts(edit(begun, { type: "join", id: "base-1", with: "after" }))).toEqual(["First here.", "Second here. Third here."]);
  });

  it("joins nothing before the first block and after the last", () => {
    expect(edit(begun, { type: "join", id: "base-0", with: "before" })).toBe(begun);
    expect(edit(begun, { type: "join", id: "base-2", with: "after" })).toBe(begun);
  });

  it("makes several blocks of what is pasted with blank lines, and keeps the caret where it was", () => {
    const text = "First one.\n\nAnd \n \n\nmore here.";
    const pasted = edit(begun, { type: "write", id: "base-0", text, at: text.indexOf("here"), now: 0 });
    expect(texts(pasted).slice(0, 3)).toEqual(["First one.", "And ", "more here."]);
    expect(pasted.open).toEqual({ id: pasted.blocks[2]?.id, at: 5 });
  });

  it("opens an empty block after two line breaks at the end", () => {
    const pressed = edit(begun, { type: "write", id: "base-0", text: "First here.\n\n", at: 13, now: 0 });
    expect(texts(pressed).slice(0, 2)).toEqual(["First here.", ""]);
    expect(pressed.open).toEqual({ id: pressed.blocks[1]?.id, at: 0 });
  });

  it("gives a block another kind, with what belongs to that kind only", () => {
    const heading = edit(begun, { type: "change_kind", id: "base-1", kind: { type: "heading", level: 3 } });
    expect(heading.blocks[1]).toEqual({ id: "base-1", base: 1, type: "heading", level: 3, text: "Second here.", marks: [] });
  });

  it("adds a block after another and opens it; behind a heading stands a paragraph", () => {
    const added = after(begun, { type: "change_kind", id: "base-0", kind: { type: "heading" } }, { type: "add_after", id: "base-0" });
    expect(added.blocks[1]).toMatchObject({ type: "paragraph", text: "", base: null });
    expect(added.open?.id).toBe(added.blocks[1]?.id);
  });

  it("goes on at the next block when one is removed, and never leaves nothing", () => {
    const two = edit(begun, { type: "remove", id: "base-1" });
    expect([texts(two), two.active]).toEqual([["First here.", "Third here."], "base-2"]);
    const none = after(two, { type: "remove", id: "base-2" }, { type: "remove", id: "base-0" });
    expect(texts(none)).toEqual([""]);
  });
});

describe("undoing", () => {
  it("takes back what was written in one go as one step", () => {
    const written = after(
      begun,
      { type: "open", id: "base-0", at: 0 },
      { type: "write", id: "base-0", text: "AFirst here.", at: 1, now: 0 },
      { type: "write", id: "base-0", text: "ABFirst here.", at: 2, now: 300 },
      { type: "write", id: "base-0", text: "ABCFirst here.", at: 3, now: 9_000 },
    );
    const once = edit(written, { type: "undo" });
    expect([texts(once)[0], once.open]).toEqual(["ABFirst here.", { id: "base-0", at: 2 }]);
    const twice = edit(once, { type: "undo" });
    expect(texts(twice)[0]).toBe("First here.");
    expect(texts(after(twice, { type: "redo" }, { type: "redo" }))[0]).toBe("ABCFirst here.");
  });

  it("takes back a split, a removal and a speaker, each by itself", () => {
    const done = after(
      begun,
      { type: "split", id: "base-0", start: 5, end: 5 },
      { type: "remove", id: "base-2" },
      { type: "write_turn", id: "base-1", field: "speaker", value: "SALL", now: 0 },
    );
    const undone = after(done, { type: "undo" });
    expect(undone.blocks[2]).toMatchObject({ speaker: "RENN" });
    expect(texts(after(undone, { type: "undo" }))).toEqual(["First", " here.", "Second here.", "Third here."]);
    expect(after(undone, { type: "undo" }, { type: "undo" }).blocks).toEqual(begun.blocks);
  });

  it("forgets what was undone once something else is written", () => {
    const state = after(begun, { type: "remove", id: "base-0" }, { type: "undo" }, { type: "remove", id: "base-1" });
    expect(edit(state, { type: "redo" })).toBe(state);
  });
});
