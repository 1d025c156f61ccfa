import type { Common } from "./common-stretches";
import { boundaryBefore } from "./graphemes";
import { isLetter, splitsWord } from "./tokens";

/** Units that a gap is slid at most, so that the time stays linear. */
const REACH = 2048;
/** What stands between the letters of one word or number: "3.5", "don’t", "well-known". */
const JOINERS = new Set([".", ",", ":", "/", "'", "’", "-", "‑"]);

/**
 * Moves the borders of what two texts have in common to where people cut: between blocks, sentences or words. Comparing units alone puts them
 * anywhere ("the [new the ]old"). A gap in one text only slides without changing what either text says; every other border that cuts
 * a word in either text is drawn back to its edge. Changes the stretches in place and drops those that vanish.
 */
export function settleSeams(before: string, after: string, stretches: Common[]): Common[] {
  for (let index = 0; index + 1 < stretches.length; index += 1) {
    const [left, right] = [stretches[index], stretches[index + 1]];
    if (left && right) slide(before, after, left, right);
  }
  for (const stretch of stretches) drawBack(before, after, stretch);
  return stretches.filter((stretch) => stretch.length > 0);
}

function slide(before: string, after: string, left: Common, right: Common): void {
  const [ours, theirs] = [left.before + left.length, left.after + left.length];
  if (ours === right.before) slideGap(after, theirs, right.after, left, right);
  else if (theirs === right.after) slideGap(before, ours, right.before, left, right);
}

/** The gap [start, end) of the text may go left while what enters it in front equals what leaves it behind, and the reverse. */
function slideGap(text: string, start: number, end: number, left: Common, right: Common): void {
  let lowest = 0;
  while (lowest > -Math.min(left.length, REACH) && text.charCodeAt(start + lowest - 1) === text.charCodeAt(end + lowest - 1)) lowest -= 1;
  let shift = 0;
  while (shift < Math.min(right.length, REACH) && text.charCodeAt(start + shift) === text.charCodeAt(end + shift)) shift += 1;
  let best = 0;
  let bestRank = -1;
  for (; shift >= lowest; shift -= 1) {
    const rank = Math.min(rankOf(text, start + shift), rankOf(text, end + shift));
    if (rank > bestRank) [best, bestRank] = [shift, rank];
  }
  left.length += best;
  right.before += best;
  right.after += best;
  right.length -= best;
}

/** How natural a cut at the offset is, on either side of the white space there: 0 within a word, 4 between blocks. */
function rankOf(text: string, offset: number): number {
  if (cutsWord(text, offset)) return 0;
  if (offset === 0 || offset === text.length || text.startsWith("\n\n", offset - 2) || text.startsWith("\n\n", offset)) return 4;
  const [before, after] = [text.charAt(offset - 1), text.charAt(offset)];
  if (isSpace(before) === isSpace(after)) return 1;
  return /[.!?…。！？؟][”’»")\]]*\s*$/.test(text.slice(Math.max(0, offset - 8), offset)) ? 3 : 2;
}

function isSpace(character: string): boolean {
  return character.trim() === "";
}

function drawBack(before: string, after: string, stretch: Common): void {
  while (stretch.length > 0 && (cutsWord(before, stretch.before) || cutsWord(after, stretch.after))) {
    stretch.before += 1;
    stretch.after += 1;
    stretch.length -= 1;
  }
  while (stretch.length > 0 && (cutsWord(before, stretch.before + stretch.length) || cutsWord(after, stretch.after + stretch.length))) stretch.length -= 1;
}

/** True when the offset stands within a word ("well-known" is one), a number or a user-perceived character. */
export function cutsWord(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  if (splitsWord(text, offset) || boundaryBefore(text, offset) !== offset) return true;
  return (
    (JOINERS.has(text.charAt(offset)) && isLetter(text, offset - 1) && isLetter(text, offset + 1)) ||
    (JOINERS.has(text.charAt(offset - 1)) && isLetter(text, offset - 2) && isLetter(text, offset))
  );
}
