/** The words of a text as numbers: where each begins and ends (UTF-16 units), and a 32-bit hash of it that ignores the case of ASCII letters. */
export interface Tokens {
  count: number;
  starts: Int32Array;
  ends: Int32Array;
  hashes: Int32Array;
}

/** What a unit is to the tokeniser. */
const GAP = 0;
const LETTER = 1;
/** A unit of a script that is written without spaces: a token by itself. */
const SOLITARY = 2;

/** Splits a text into words; in scripts without spaces (Chinese, Japanese, Thai and their kin), and for emoji, each character is one. */
export function tokenize(text: string): Tokens {
  const capacity = text.length;
  let starts = new Int32Array(Math.min(capacity, 64 + (capacity >> 2)));
  let ends = new Int32Array(starts.length);
  let hashes = new Int32Array(starts.length);
  let count = 0;
  for (let offset = 0; offset < capacity;) {
    const first = text.charCodeAt(offset);
    const kind = kindOf(first);
    if (kind === GAP) {
      offset += 1;
      continue;
    }
    const start = offset;
    let hash = step(SEED, first);
    offset += 1;
    if (kind === LETTER) {
      for (; offset < capacity; offset += 1) {
        const unit = text.charCodeAt(offset);
        if (kindOf(unit) !== LETTER) break;
        hash = step(hash, unit);
      }
    } else if (isHigh(first) && offset < capacity && isLow(text.charCodeAt(offset))) {
      hash = step(hash, text.charCodeAt(offset));
      offset += 1;
    }
    if (count === starts.length) [starts, ends, hashes] = [doubled(starts, capacity), doubled(ends, capacity), doubled(hashes, capacity)];
    starts[count] = start;
    ends[count] = offset;
    hashes[count] = finish(hash);
    count += 1;
  }
  return { count, starts, ends, hashes };
}

/** The hash of two tokens that follow each other. */
export function pairHash(first: number, second: number): number {
  return finish(Math.imul(first, 0x2c1b3c6d) ^ second);
}

/** True when the offset stands between two letters of one word (of a script that uses spaces). */
export function splitsWord(text: string, offset: number): boolean {
  return offset > 0 && offset < text.length && kindOf(text.charCodeAt(offset - 1)) === LETTER && kindOf(text.charCodeAt(offset)) === LETTER;
}

/** True when the unit at the offset is a letter or a digit of a script that uses spaces. */
export function isLetter(text: string, offset: number): boolean {
  return kindOf(text.charCodeAt(offset)) === LETTER;
}

const SEED = 0x811c9dc5;

function step(hash: number, unit: number): number {
  return Math.imul(hash ^ (unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit), 0x01000193);
}

/** Spreads the high bits into the low ones, which choose the bucket. */
function finish(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}

function isHigh(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800;
}

function isLow(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00;
}

function doubled(array: Int32Array<ArrayBuffer>, capacity: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.min(capacity, array.length * 2));
  larger.set(array);
  return larger;
}

function kindOf(unit: number): number {
  return KINDS[unit] ?? GAP;
}

/** The kind of each of the 65,536 units, by Unicode block. */
const KINDS = buildKinds();

function buildKinds(): Uint8Array {
  const kinds = new Uint8Array(0x10000);
  const letters: [number, number][] = [
    [0x30, 0x39],
    [0x41, 0x5a],
    [0x61, 0x7a],
    [0xc0, 0x0dff],
    [0x10a0, 0x177f],
    [0x1800, 0x1fff],
    [0x2c00, 0x2dff],
    [0xa4d0, 0xd7af],
    [0xfb00, 0xfdff],
    [0xfe70, 0xfefc],
    [0xff10, 0xff19],
    [0xff21, 0xff5a],
  ];
  const solitary: [number, number][] = [
    [0x0e00, 0x109f],
    [0x1780, 0x17ff],
    [0x3040, 0x30ff],
    [0x3100, 0x9fff],
    [0xa000, 0xa4cf],
    [0xd800, 0xdfff],
    [0xf900, 0xfaff],
    [0xff66, 0xff9d],
  ];
  const punctuation = [0xd7, 0xf7, 0x37e, 0x387, 0x589, 0x5be, 0x5c0, 0x5c3, 0x60c, 0x61b, 0x61f, 0x6d4, 0x964, 0x965, 0xe2f, 0x30fb];
  for (const [from, to] of letters) kinds.fill(LETTER, from, to + 1);
  for (const [from, to] of solitary) kinds.fill(SOLITARY, from, to + 1);
  for (const unit of punctuation) kinds[unit] = GAP;
  return kinds;
}
