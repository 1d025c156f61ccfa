import { expect, it } from "vitest";
import { inSlices } from "./in-slices";

it("reads all, in their order, in slices that get smaller where reading is slow and larger where it is fast", async () => {
  const ids = Array.from({ length: 1_000 }, (_, index) => index);
  const sizes = async (pause: number) => {
    const slices: number[][] = [];
    const read = async (slice: number[]) => {
      for (const end = performance.now() + pause; performance.now() < end;);
      return Promise.resolve(slice);
    };
    for await (const slice of inSlices(ids.slice(0, pause > 0 ? 100 : 1_000), read)) slices.push(slice);
    expect(slices.flat()).toEqual(ids.slice(0, slices.flat().length));
    return slices.map(({ length }) => length);
  };
  expect(await sizes(60)).toEqual([25, 10, 10, 10, 10, 10, 10, 10, 5]);
  expect(Math.max(...(await sizes(0)))).toBeGreaterThan(100);
});
