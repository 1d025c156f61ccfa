const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Units read on either side; a longer cluster (hundreds of stacked marks) may be cut, but never a surrogate pair. */
const REACH = 128;

/** The greatest boundary between two user-perceived characters that is not after `offset`. */
export function boundaryBefore(text: string, offset: number): number {
  return clusterAround(text, offset)?.start ?? clamp(text, offset);
}

/** The least boundary between two user-perceived characters that is not before `offset`. */
export function boundaryAfter(text: string, offset: number): number {
  return clusterAround(text, offset)?.end ?? clamp(text, offset);
}

/** The character that `offset` would cut in two, or null when it stands on a boundary. */
function clusterAround(text: string, offset: number): { start: number; end: number } | null {
  if (offset <= 0 || offset >= text.length) return null;
  if (isPlain(text.charCodeAt(offset - 1)) && isPlain(text.charCodeAt(offset))) return null;
  const from = windowStart(text, offset);
  const part = segmenter.segment(text.slice(from, offset + REACH)).containing(offset - from);
  if (!part || from + part.index >= offset) return null;
  return { start: from + part.index, end: from + part.index + part.segment.length };
}

/** A plain unit nearby is a boundary; without one, the reach, but not in the middle of a pair. */
function windowStart(text: string, offset: number): number {
  const limit = Math.max(0, offset - REACH);
  let from = offset - 1;
  while (from > limit && !isPlain(text.charCodeAt(from))) from -= 1;
  return from > 0 && (text.charCodeAt(from) & 0xfc00) === 0xdc00 && (text.charCodeAt(from - 1) & 0xfc00) === 0xd800 ? from - 1 : from;
}

/** Latin letters, digits, spaces and punctuation never join with one another; CR does, with LF. */
function isPlain(unit: number): boolean {
  return unit < 0x300 && unit !== 0x0d;
}

function clamp(text: string, offset: number): number {
  return Math.min(Math.max(offset, 0), text.length);
}
