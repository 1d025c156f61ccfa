/** Converts offsets of one text between UTF-16 units, which our code counts, and Unicode code points, which the W3C selectors count. */
export interface CodePointIndex {
  /** The length of the text in code points; a lone surrogate counts as one. */
  length: number;
  /** Code points before the unit offset; an offset inside a surrogate pair counts as the pair's start. */
  toCodePoints: (unitOffset: number) => number;
  /** The unit offset of a code point. */
  toUnits: (codePointOffset: number) => number;
}

/** Reads the text once; each conversion then costs a binary search. Offsets outside the text are moved to its nearest end. */
export function createCodePointIndex(text: string): CodePointIndex {
  const pairs = surrogatePairs(text);
  const length = text.length - pairs.length;
  return {
    length,
    toCodePoints: (offset) => {
      const units = clamp(offset, text.length);
      return units - countBelow(pairs.length, (index) => (pairs[index] ?? Infinity) < units);
    },
    toUnits: (offset) => {
      const points = clamp(offset, length);
      return points + countBelow(pairs.length, (index) => (pairs[index] ?? Infinity) - index < points);
    },
  };
}

/** The offsets at which a surrogate pair begins. */
function surrogatePairs(text: string): number[] {
  const pairs: number[] = [];
  for (let offset = 0; offset + 1 < text.length; offset += 1) {
    if ((text.charCodeAt(offset) & 0xfc00) !== 0xd800 || (text.charCodeAt(offset + 1) & 0xfc00) !== 0xdc00) continue;
    pairs.push(offset);
    offset += 1;
  }
  return pairs;
}

function clamp(offset: number, length: number): number {
  return Math.min(Math.max(Math.trunc(offset) || 0, 0), length);
}

/** How many of the indices 0 … count − 1 are below, where all that are below come first. */
function countBelow(count: number, isBelow: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBelow(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
