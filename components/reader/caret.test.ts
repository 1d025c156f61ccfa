import { describe, expect, it } from "vitest";
import type { Block } from "@/lib/domain/text";
import { caretMove, moveOffset, type TextUnit } from "./caret";

const text = "One two. Three 👩‍👧 four.\n\nSecond block here.";
const blocks: Block[] = [
  { type: "paragraph", start: 0, end: text.indexOf("\n"), marks: [] },
  { type: "paragraph", start: text.indexOf("Second"), end: text.length, marks: [] },
];
const chord = (keys: string) => {
  const parts = keys.split("+");
  return { key: parts.at(-1) ?? "", ctrlKey: parts.includes("Ctrl"), altKey: parts.includes("Alt"), metaKey: parts.includes("Meta") };
};

describe("caretMove", () => {
  it.each([
    ["ArrowRight", { unit: "character", forward: true }],
    ["Ctrl+ArrowLeft", { unit: "word", forward: false }],
    ["Alt+ArrowDown", { unit: "sentence", forward: true }],
    ["Ctrl+ArrowUp", { unit: "block", forward: false }],
    ["Home", { unit: "line_edge", forward: false }],
    ["Ctrl+End", { unit: "text", forward: true }],
    ["PageDown", { unit: "page", forward: true }],
    ["Alt+ArrowLeft", null],
    ["Alt+Home", null],
    ["j", null],
  ])("%s", (keys, move) => {
    expect(caretMove(chord(keys), { rtl: false, apple: false })).toEqual(move);
  });

  it("goes the other way in text from right to left", () => {
    expect(caretMove(chord("ArrowRight"), { rtl: true, apple: false })).toEqual({ unit: "character", forward: false });
    expect(caretMove(chord("Ctrl+ArrowLeft"), { rtl: true, apple: false })).toEqual({ unit: "word", forward: true });
  });

  it("follows the habits of Apple machines", () => {
    expect(caretMove(chord("Alt+ArrowLeft"), { rtl: false, apple: true })).toEqual({ unit: "word", forward: false });
    expect(caretMove(chord("Meta+ArrowRight"), { rtl: false, apple: true })).toEqual({ unit: "line_edge", forward: true });
    expect(caretMove(chord("Meta+ArrowUp"), { rtl: false, apple: true })).toEqual({ unit: "text", forward: false });
  });
});

describe("moveOffset", () => {
  const at = (words: string) => text.indexOf(words);
  it.each<[TextUnit, boolean, number, number]>([
    ["character", true, at("👩‍👧"), at(" four")],
    ["character", false, at(" four"), at("👩‍👧")],
    ["character", true, blocks[0]?.end ?? 0, at("Second")],
    ["character", false, at("Second"), blocks[0]?.end ?? 0],
    ["character", true, text.length, text.length],
    ["character", false, 0, 0],
    ["word", true, at("two"), at("Three")],
    ["word", true, at("four"), at("Second")],
    ["word", false, at("Three"), at("two")],
    ["sentence", true, at("two"), at("Three")],
    ["sentence", false, at("four"), at("Three")],
    ["block", true, at("two"), at("Second")],
    ["block", false, at("block"), at("Second")],
    ["block", false, at("Second"), 0],
    ["text", true, 3, text.length],
    ["text", false, 30, 0],
  ])("by %s, forward %s, from %i to %i", (unit, forward, from, to) => {
    expect(moveOffset(text, blocks, from, unit, forward, "en")).toBe(to);
  });
});
