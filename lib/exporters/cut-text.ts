const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The words on one line, in at most `max` UTF-16 units: what is cut off ends in an ellipsis, between two words where it can, and never inside a character. */
export function cutText(words: string, max: number): string {
  const line = words.replace(/\s+/g, " ").trim();
  if (line.length <= max) return line;
  let end = 0;
  for (const { segment, index } of GRAPHEMES.segment(line.slice(0, max))) if (index + segment.length < max) end = index + segment.length;
  const space = line.lastIndexOf(" ", end);
  // A long word without spaces, or a script without them, is cut where it must be.
  const kept = line.slice(0, space > end / 2 ? space : end);
  return `${kept.replace(/[\s,;:–—-]+$/u, "")}…`;
}
