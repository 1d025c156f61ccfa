import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TextMap } from "@/lib/anchoring/dom";
import { createViewport } from "./viewport";

/** Boxes of a page that is scrolled to `scrolled`: blocks of these heights one below the other, eight in a section, in a view of this height. */
function pageOf(heights: readonly number[], scrolled: number, view: number) {
  let measured = 0;
  const boxed = (top: number, height: number, dataset = {}) => ({
    dataset,
    getBoundingClientRect: () => ((measured += 1), { top: top - scrolled, bottom: top + height - scrolled, height }),
  });
  const tops = heights.map((_, index) => heights.slice(0, index).reduce((sum, height) => sum + height, 0));
  const elements = heights.map((height, index) => boxed(tops[index] ?? 0, height));
  const sections = heights.flatMap((_, from) => {
    if (from % 8 > 0) return [];
    const to = Math.min(from + 8, heights.length);
    return [
      boxed(
        tops[from] ?? 0,
        heights.slice(from, to).reduce((sum, height) => sum + height, 0),
        { from, to },
      ),
    ];
  });
  // Of the page only boxes are asked.
  const map = {
    root: { querySelectorAll: () => sections },
    blocks: heights.map((_, index) => ({ start: index * 10, end: index * 10 + 9 })),
    elementOf: (index: number) => elements[index] ?? null,
  } as unknown as TextMap;
  const scroller = { getBoundingClientRect: () => ({ top: 0, bottom: view, height: view }) } as unknown as HTMLElement;
  const shows = (index: number, above: number, below: number) => {
    const top = (tops[index] ?? 0) - scrolled;
    return top + (heights[index] ?? 0) > above && top <= below;
  };
  return { viewport: createViewport(scroller, map), shows, measured: () => measured };
}

const PAGE = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 200 }),
    fc.double({ min: 0, max: 0.999, noNaN: true }),
    fc.constantFrom(0, 0.5, 1),
  )
  .map(([heights, part, margin]) => ({ heights, margin, scrolled: Math.floor(part * heights.reduce((sum, height) => sum + height, 0)) }));

describe("what is in view", () => {
  it("is every block that shows there, with the margin, and no other", () => {
    fc.assert(
      fc.property(PAGE, ({ heights, margin, scrolled }) => {
        const { viewport, shows } = pageOf(heights, scrolled, 900);
        const shown = heights.flatMap((_, index) => (shows(index, -margin * 900, 900 + margin * 900) ? [index] : []));
        expect(viewport.visible(margin)).toEqual({ start: (shown[0] ?? 0) * 10, end: (shown.at(-1) ?? 0) * 10 + 9 });
        expect(viewport.top()).toBe(heights.findIndex((_, index) => shows(index, 0, Infinity)) * 10);
      }),
    );
  });

  it("is found by measuring a few boxes, however long the text", () => {
    const { viewport, measured } = pageOf(
      Array.from({ length: 4000 }, () => 90),
      200_000,
      900,
    );
    viewport.visible(0.5);
    expect(measured()).toBeLessThan(40);
  });

  it("is nothing in a text without blocks", () => {
    const { viewport } = pageOf([], 0, 900);
    expect([viewport.visible(1), viewport.top()]).toEqual([{ start: 0, end: 0 }, 0]);
  });
});
