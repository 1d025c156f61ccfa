import { describe, expect, it } from "vitest";
import { rowOffsets, rowsBetween, shiftOf } from "./window-rows";

const EVEN = rowOffsets(Array.from({ length: 5000 }, () => 50));

describe("the rows of a long list", () => {
  it("begin where the ones before them end", () => {
    expect(rowOffsets([10, 20, 5])).toEqual([0, 10, 30, 35]);
    expect(rowOffsets([])).toEqual([0]);
  });

  it("are rendered near the view only, whatever their number", () => {
    expect(rowsBetween(EVEN, 0, 600)).toEqual({ from: 0, to: 16, before: 0, after: 4984 * 50 });
    expect(rowsBetween(EVEN, 100_000, 100_600)).toEqual({ from: 2000, to: 2016, before: 100_000, after: 2984 * 50 });
  });

  it.each([
    ["before the list is reached", -4000, -3400],
    ["at its end", 249_000, 249_600],
    ["after it", 400_000, 400_600],
  ])("are those at the nearest end %s", (_, top, bottom) => {
    const { from, to, before, after } = rowsBetween(EVEN, top, bottom);
    expect(to - from).toBeLessThanOrEqual(24);
    expect(to - from).toBeGreaterThan(0);
    expect(before + (to - from) * 50 + after).toBe(250_000);
  });

  it("stay the same while one scrolls by a single row", () => {
    expect(rowsBetween(EVEN, 810, 1390)).toEqual(rowsBetween(EVEN, 860, 1440));
  });

  it("are none in an empty list", () => {
    expect(rowsBetween([0], 0, 600)).toEqual({ from: 0, to: 0, before: 0, after: 0 });
  });
});

describe("shiftOf", () => {
  const rows = (...keys: string[]) => ({ keys, offsets: rowOffsets(keys.map(() => 10)) });
  it.each([
    ["a row came above", 25, rows("a", "b", "c"), rows("new", "a", "b", "c"), 10],
    ["two rows went above", 25, rows("a", "b", "c"), rows("c"), -20],
    ["a row came below", 5, rows("a", "b"), rows("a", "new", "b"), 0],
    ["the view is at the beginning", 0, rows("a", "b"), rows("new", "a", "b"), 0],
    ["the row itself went", 15, rows("a", "b"), rows("a"), 0],
    ["other rows are listed", 15, rows("a", "b"), rows("x", "y"), 0],
  ])("%s", (_, top, before, now, by) => {
    expect(shiftOf(top, before, now)).toBe(by);
  });
});
