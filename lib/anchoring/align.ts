/** How a pattern lies in a window of the text. */
interface Alignment {
  /** Edits (insertions, deletions, substitutions of units) between the pattern and the stretch of text that it covers. */
  edits: number;
  /**
   * For each cut of the pattern that was asked for: the text offsets between which it falls (they differ where text was inserted just
   * there), and the edits to its left.
   */
  cuts: { low: number; high: number; editsBefore: number }[];
}

/** Aligns one pattern with windows of a text. */
export type Aligner = (text: string, from: number, to: number) => Alignment;

/**
 * Prepares a pattern for approximate matching with the least number of edits, 32 rows at a time: G. Myers, "A fast bit-vector algorithm for
 * approximate string matching", JACM 46 (1999), in the block form of H. Hyyrö, "Explaining and extending the bit-parallel approximate string
 * matching algorithm of Myers" (2001). The vertical differences of every column are kept, so that the path can be walked back.
 * `cuts` are ascending offsets in the pattern.
 */
export function createAligner(pattern: string, cuts: readonly number[]): Aligner {
  const rows = pattern.length;
  const blocks = Math.max(1, (rows + 31) >> 5);
  const { masks, maskOf } = occurrenceMasks(pattern, blocks);
  const lastShift = (rows - 1) & 31;

  return (text, from, to) => {
    const columns = to - from;
    const { plus, minus } = columnStore((columns + 1) * blocks);
    plus.fill(-1, 0, blocks);
    minus.fill(0, 0, blocks);
    let edits = rows;
    let best = rows;
    let bestColumn = 0;
    let cell = blocks;
    for (let column = 1; column <= columns; column += 1) {
      let mask = maskOf(text.charCodeAt(from + column - 1)) * blocks;
      let up = 0;
      let down = 0;
      let ph = 0;
      let mh = 0;
      for (const end = cell + blocks; cell < end; cell += 1, mask += 1) {
        const pv = plus[cell - blocks] ?? 0;
        const mv = minus[cell - blocks] ?? 0;
        const match = masks[mask] ?? 0;
        const eq = match | down;
        const xh = ((((eq & pv) + pv) | 0) ^ pv) | eq;
        const xv = match | mv;
        ph = mv | ~(xh | pv);
        mh = pv & xh;
        const phIn = (ph << 1) | up;
        plus[cell] = (mh << 1) | down | ~(xv | phIn);
        minus[cell] = phIn & xv;
        up = ph >>> 31;
        down = mh >>> 31;
      }
      edits += ((ph >>> lastShift) & 1) - ((mh >>> lastShift) & 1);
      if (edits < best) {
        best = edits;
        bestColumn = column;
      }
    }
    return { edits: best, cuts: walkBack({ plus, minus, blocks, rows, column: bestColumn, edits: best }, pattern, text, from, cuts) };
  };
}

/** The columns of the alignment at hand. They are read before the next one begins, so one store serves all. */
let store = { plus: new Int32Array(0), minus: new Int32Array(0) };

function columnStore(size: number): typeof store {
  if (store.plus.length < size) store = { plus: new Int32Array(size * 2), minus: new Int32Array(size * 2) };
  return store;
}

interface Path {
  plus: Int32Array;
  minus: Int32Array;
  blocks: number;
  rows: number;
  column: number;
  edits: number;
}

/** Follows one cheapest path from the last row to the first, and notes where it crosses each cut. */
function walkBack(path: Path, pattern: string, text: string, from: number, cuts: readonly number[]): Alignment["cuts"] {
  const { plus, minus, blocks } = path;
  const found: Alignment["cuts"] = cuts.map(() => ({ low: from, high: from, editsBefore: 0 }));
  let { rows: row, column, edits } = path;
  let pending = cuts.length - 1;
  const arrive = () => {
    while (pending >= 0 && cuts[pending] === row) {
      found[pending] = { low: from + column, high: from + column, editsBefore: edits };
      pending -= 1;
    }
  };
  arrive();
  while (row > 0) {
    const block = (row - 1) >> 5;
    const bit = 1 << ((row - 1) & 31);
    if (column === 0 || ((plus[column * blocks + block] ?? 0) & bit) !== 0) {
      row -= 1;
      edits -= 1;
      arrive();
    } else if (((minus[(column - 1) * blocks + block] ?? 0) & bit) !== 0) {
      column -= 1;
      edits -= 1;
      for (let cut = 0; cut < cuts.length; cut += 1) {
        const crossing = found[cut];
        if (cuts[cut] === row && crossing) {
          crossing.low = from + column;
          crossing.editsBefore = edits;
        }
      }
    } else {
      if (pattern.charCodeAt(row - 1) !== text.charCodeAt(from + column - 1)) edits -= 1;
      row -= 1;
      column -= 1;
      arrive();
    }
  }
  return found;
}

/** For each unit of the pattern, a bit for each row at which it stands; mask 0 belongs to the units that are not in it. */
function occurrenceMasks(pattern: string, blocks: number): { masks: Int32Array; maskOf: (unit: number) => number } {
  const ascii = new Uint8Array(128);
  const others = new Map<number, number>();
  const maskOf = (unit: number) => (unit < 128 ? (ascii[unit] ?? 0) : (others.get(unit) ?? 0));
  let count = 0;
  for (let row = 0; row < pattern.length; row += 1) {
    const unit = pattern.charCodeAt(row);
    if (maskOf(unit) !== 0) continue;
    count += 1;
    if (unit < 128) ascii[unit] = count;
    else others.set(unit, count);
  }
  const masks = new Int32Array((count + 1) * blocks);
  for (let row = 0; row < pattern.length; row += 1) {
    const cell = maskOf(pattern.charCodeAt(row)) * blocks + (row >> 5);
    masks[cell] = (masks[cell] ?? 0) | (1 << (row & 31));
  }
  return { masks, maskOf };
}
