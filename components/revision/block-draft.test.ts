import { describe, expect, it } from "vitest";
import { packBlocks, unpackBlocks } from "./block-draft";
import type { EditedBlock } from "./edited-block";
import { beginEditing, edit } from "./editor-state";

const base = ["One.", "Two.", "Three."].map((text, index): EditedBlock => ({ id: `base-${String(index)}`, base: index, type: "paragraph", text, marks: [] }));

describe("the draft of a corrected text", () => {
  it("brings back what was changed, added, removed and left alone", () => {
    const removed = edit(beginEditing(base), { type: "remove", id: "base-0" });
    const split = edit(removed, { type: "split", id: "base-1", start: 2, end: 2 });
    const { blocks } = edit(split, { type: "write_turn", id: "base-2", field: "speaker", value: "RENN", now: 0 });
    const back = unpackBlocks(packBlocks(blocks, base), base);
    expect(back?.map(({ id: _, ...block }) => block)).toEqual(blocks.map(({ id: _, ...block }) => block));
    expect(new Set(back?.map((block) => block.id)).size).toBe(3);
  });

  it("names unchanged blocks only by their number", () => {
    expect(packBlocks(base, base)).toBe("[0,1,2]");
  });

  it.each(["", "null", "[]", "[7]", '[{"text":"x"}]', '{"blocks":[]}'])("is nothing when it is %j", (packed) => {
    expect(unpackBlocks(packed, base)).toBeNull();
  });
});
