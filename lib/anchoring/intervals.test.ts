import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createIntervalIndex, type Interval } from "./intervals";

const intervals = fc.array(
  fc.record({ start: fc.nat(60), length: fc.nat(20), value: fc.nat() }).map(({ start, length, value }) => ({ start, end: start + length, value })),
  { maxLength: 40 },
);
const sorted = (items: readonly Interval<number>[]) => items.map((item) => [item.start, item.end, item.value]).sort((a, b) => a.join().localeCompare(b.join()));

describe("createIntervalIndex", () => {
  it("finds what a walk over all intervals finds", () => {
    fc.assert(
      fc.property(intervals, fc.nat(80), fc.nat(20), (items, start, length) => {
        const index = createIntervalIndex(items);
        const end = start + length;
        expect(sorted(index.at(start))).toEqual(sorted(items.filter((item) => item.start <= start && start < item.end)));
        expect(sorted(index.overlapping(start, end))).toEqual(
          sorted(items.filter((item) => start < end && item.start < end && item.end > start && item.start < item.end)),
        );
      }),
    );
  });

  it("lists the enclosing interval before the enclosed one", () => {
    const index = createIntervalIndex([
      { start: 4, end: 6, value: "inner" },
      { start: 4, end: 9, value: "outer" },
      { start: 0, end: 5, value: "first" },
    ]);
    expect(index.at(4).map((item) => item.value)).toEqual(["first", "outer", "inner"]);
  });
});
