import { describe, expect, it } from "vitest";
import { chordsOf, isSingleKey, type KeyPress } from "./chord";

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe("chordsOf", () => {
  it.each([
    ["a letter", press("j", "KeyJ"), ["j"]],
    ["a letter under Shift", press("J", "KeyJ", { shiftKey: true }), ["shift+j"]],
    ["a letter where another stands on the key", press("j", "KeyC"), ["j"]],
    ["a letter on an Arabic layout", press("ت", "KeyJ"), ["j"]],
    ["a digit", press("3", "Digit3"), ["3"]],
    ["a digit that needs Shift", press("3", "Digit3", { shiftKey: true }), ["shift+3"]],
    ["a symbol written with Shift", press("?", "Slash", { shiftKey: true }), ["?", "shift+/"]],
    ["a bracket", press("[", "BracketLeft"), ["["]],
    ["a bracket under Shift", press("{", "BracketLeft", { shiftKey: true }), ["{", "shift+["]],
    ["a named key", press("Escape", "Escape"), ["escape"]],
    ["Ctrl and a letter", press("k", "KeyK", { ctrlKey: true }), ["mod+k"]],
    ["Ctrl, Shift and a letter", press("Z", "KeyZ", { ctrlKey: true, shiftKey: true }), ["mod+shift+z"]],
    ["Ctrl and Enter", press("Enter", "Enter", { ctrlKey: true }), ["mod+enter"]],
  ])("names %s", (_, pressed, chords) => {
    expect(chordsOf(pressed, false)).toEqual(chords);
  });

  it("takes ⌘ for mod on Apple machines, and leaves the other key to the system", () => {
    expect(chordsOf(press("k", "KeyK", { metaKey: true }), true)).toEqual(["mod+k"]);
    expect(chordsOf(press("k", "KeyK", { ctrlKey: true }), true)).toEqual([]);
    expect(chordsOf(press("k", "KeyK", { metaKey: true }), false)).toEqual([]);
  });
});

describe("isSingleKey", () => {
  it.each(["j", "?", "[", "shift+[", "1"])("is true for %s", (chord) => expect(isSingleKey(chord)).toBe(true));
  it.each(["mod+k", "escape", "alt+j", "shift+enter", "mod+shift+z"])("is false for %s", (chord) => expect(isSingleKey(chord)).toBe(false));
});
