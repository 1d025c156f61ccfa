import { closedDirections } from "./clean";

const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * The words on one line, in at most `max` UTF-16 units: what is cut off ends in an ellipsis, between two words where it can, never inside a character, and with
 * every direction closed that is opened in it.
 */
export function cutText(words: string, max: number): string {
  const line = closedDirections(words.replace(/\s+/g, " ").trim());
  return line.length <= max ? line : shortened(line, max, max);
}

/** What closes a direction needs room too: each try leaves more for it. */
function shortened(line: string, room: number, max: number): string {
  let end = 0;
  // One unit more than can be kept, so that the character after it is whole.
  for (const { segment, index } of GRAPHEMES.segment(line.slice(0, room + 1))) {
    if (index + segment.length >= room) break;
    end = index + segment.length;
  }
  const space = line.lastIndexOf(" ", end);
  // A long word without spaces, or a script without them, is cut where it must be.
  const kept = line.slice(0, space > end / 2 ? space : end).replace(/[\s,;:–—-]+$/u, "");
  const cut = `${closedDirections(kept)}…`;
  return cut.length <= max ? cut : shortened(line, room - (cut.length - max), max);
}
