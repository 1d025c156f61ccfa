import { describe, expect, it } from "vitest";
import type { TextChange } from "@/lib/domain/revision";
import type { Block } from "@/lib/domain/text";
import { changedPassages, shortened } from "./changed-passages";

const block = (start: number, end: number, shape: Partial<Block> = {}): Block => ({ type: "turn", start, end, marks: [], ...shape });
const same = (start: number, end: number, shift = 0): TextChange => ({
  kind: "same",
  before: { start, end },
  after: { start: start + shift, end: end + shift },
});

describe("the passages that a correction changed", () => {
  const text = "One stays.\n\nTwo stays.\n\nThree stays.";
  const blocks = [block(0, 10), block(12, 22), block(24, 36)];

  it("are told apart from what stays, which is counted", () => {
    const now = "One stays.\n\nTwo stays.\n\nThree went.";
    const changes: TextChange[] = [
      same(0, 30),
      { kind: "removed", before: { start: 30, end: 35 }, after: { start: 30, end: 30 } },
      { kind: "added", before: { start: 35, end: 35 }, after: { start: 30, end: 34 } },
      same(35, 36, -1),
    ];
    const { passages, skippedAtEnd } = changedPassages({ text, blocks }, { text: now, blocks: [block(0, 10), block(12, 22), block(24, 35)] }, changes);
    expect(passages).toEqual([{ skipped: 2, before: "Three stays.", after: "Three went.", notes: [] }]);
    expect(skippedAtEnd).toBe(0);
  });

  it("say when only the speaker is another one", () => {
    const spoken = [block(0, 10, { speaker: "RENN", time: "00:01" }), ...blocks.slice(1)];
    const { passages, skippedAtEnd } = changedPassages({ text, blocks }, { text, blocks: spoken }, [same(0, 36)]);
    expect(passages[0]?.notes).toEqual(["Speaker: none → RENN", "Time: none → 00:01"]);
    expect(skippedAtEnd).toBe(2);
  });
});

describe("a long comparison", () => {
  it("keeps what stands around a change", () => {
    const long = `${"before ".repeat(40)}|${" after".repeat(40)}`;
    const [first, , last] = shortened([
      { type: "same", text: long },
      { type: "added", text: "new" },
      { type: "same", text: long },
    ]);
    expect(first?.text).toMatch(/^… after( after)+$/);
    expect(last?.text).toMatch(/^(before )+…$/);
    expect(shortened([{ type: "same", text: "short" }])).toEqual([{ type: "same", text: "short" }]);
  });
});
