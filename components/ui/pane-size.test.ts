import { describe, expect, it } from "vitest";
import { sizeAfterKey, storedSize } from "./pane-size";

const limits = { min: 200, max: 400, growKey: "ArrowRight" } as const;

describe("sizeAfterKey", () => {
  it.each([
    ["ArrowRight", 300, 316],
    ["ArrowLeft", 300, 284],
    ["ArrowLeft", 205, 200],
    ["ArrowRight", 395, 400],
    ["Home", 300, 200],
    ["End", 300, 400],
  ])("%s at %i gives %i", (key, size, expected) => expect(sizeAfterKey(key, size, limits)).toBe(expected));

  it("turns round where the pane is on the other side", () => {
    expect(sizeAfterKey("ArrowRight", 300, { ...limits, growKey: "ArrowLeft" })).toBe(284);
  });

  it("leaves other keys alone", () => {
    expect(sizeAfterKey("Enter", 300, limits)).toBeNull();
  });
});

describe("storedSize", () => {
  const pane = { min: 200, max: 400, initial: 248 };
  it.each([
    [null, 248],
    ["320", 320],
    ["12", 200],
    ["9999", 400],
    ["wide", 248],
  ])("reads %s as %i", (stored, expected) => expect(storedSize(stored, pane)).toBe(expected));
});
