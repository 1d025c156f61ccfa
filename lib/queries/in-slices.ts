import { setImmediate as turn } from "node:timers/promises";

/** How long it should take to read one slice, in milliseconds: others have their turn after it. */
const SLICE_MS = 20;
/** How many are read at first, at least and at most: the next ones are as many as the last ones say. */
const SIZE = { first: 25, least: 10, most: 200 };

/** Reads many things in slices that each take about the same short time, on slow machines too. */
export async function* inSlices<Id, Row>(ids: readonly Id[], read: (slice: Id[]) => Promise<Row[]>): AsyncGenerator<Row[]> {
  let size = SIZE.first;
  for (let from = 0; from < ids.length;) {
    const began = performance.now();
    const slice = ids.slice(from, from + size);
    const rows = await read(slice);
    size = Math.min(SIZE.most, Math.max(SIZE.least, Math.round((slice.length * SLICE_MS) / (performance.now() - began))));
    from += slice.length;
    await turn();
    yield rows;
  }
}
