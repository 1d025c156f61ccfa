import { diffArrays } from "diff";
import type { TextChange } from "@/lib/domain/revision";
import type { Span } from "@/lib/domain/text";
import { commonStretches, type Common } from "./common-stretches";

/** A gap between two stretches that both texts have is joined once more at shorter runs of words, unique within the gap. */
const SHORTER_RUNS = [3, 1];
/** Words that may differ in what is left before it counts as rewritten. */
const MOST_EDITS = 300;
/** Units of what is left on either side beyond which it counts as rewritten. */
const MOST_UNITS = 20_000;
/** Word boundaries of long strings are found in quadratic time, so they are read in windows, in UTF-16 units. */
const WINDOW = 2000;

const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/**
 * What changed between two whole texts, word by word and in order: the "same" stretches and the others together are both texts. The time is nearly
 * proportional to the length of the texts. `stretches` are those of the two texts, when they are known already.
 */
export function textChanges(before: string, after: string, stretches: readonly Common[] = commonStretches(before, after)): TextChange[] {
  const same = fillGaps(before, after, stretches, refine);
  return toChanges(
    before,
    after,
    united(same).filter((each) => isWorthKeeping(before, each)),
  );
}

/** The stretches together with what `find` finds in common in each gap between them. */
function fillGaps(before: string, after: string, stretches: readonly Common[], find: (ours: string, theirs: string) => readonly Common[]): Common[] {
  const filled: Common[] = [];
  let [ours, theirs] = [0, 0];
  for (const stretch of [...stretches, { before: before.length, after: after.length, length: 0 }]) {
    if (ours < stretch.before && theirs < stretch.after) {
      const found = find(before.slice(ours, stretch.before), after.slice(theirs, stretch.after));
      for (const each of found) filled.push({ before: ours + each.before, after: theirs + each.after, length: each.length });
    }
    if (stretch.length > 0) filled.push(stretch);
    ours = stretch.before + stretch.length;
    theirs = stretch.after + stretch.length;
  }
  return filled;
}

/** What a gap's two sides have in common: joined at shorter and shorter runs, then word by word. */
function refine(ours: string, theirs: string, level = 0): Common[] {
  const run = SHORTER_RUNS[level];
  if (run === undefined) return compareWords(ours, theirs);
  return fillGaps(ours, theirs, commonStretches(ours, theirs, run), (left, right) => refine(left, right, level + 1));
}

function compareWords(ours: string, theirs: string): Common[] {
  if (Math.max(ours.length, theirs.length) > MOST_UNITS) return [];
  const parts = diffArrays(wordsOf(ours), wordsOf(theirs), { maxEditLength: MOST_EDITS });
  const found: Common[] = [];
  let [before, after] = [0, 0];
  for (const { added, removed, value } of parts ?? []) {
    const length = value.reduce((sum, word) => sum + word.length, 0);
    if (!added && !removed) found.push({ before, after, length });
    if (!added) before += length;
    if (!removed) after += length;
  }
  return found;
}

/** The words of the text and what stands between them, which together are the text. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (let from = 0; from < text.length;) {
    const space = from + WINDOW < text.length ? text.lastIndexOf(" ", from + WINDOW) : text.length;
    const to = space > from ? space : Math.min(text.length, from + WINDOW);
    for (const { segment } of segmenter.segment(text.slice(from, to))) words.push(segment);
    from = to;
  }
  return words;
}

function united(stretches: readonly Common[]): Common[] {
  const whole: Common[] = [];
  for (const stretch of stretches) {
    const last = whole.at(-1);
    if (last && last.before + last.length === stretch.before && last.after + last.length === stretch.after) last.length += stretch.length;
    else whole.push({ ...stretch });
  }
  return whole;
}

/** A space or a comma that happens to stand in both of two rewritten passages is no reason to show them in pieces. */
function isWorthKeeping(text: string, { before, length }: Common): boolean {
  return before === 0 || before + length === text.length || /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text.slice(before, before + length));
}

function toChanges(before: string, after: string, same: readonly Common[]): TextChange[] {
  const changes: TextChange[] = [];
  let [ours, theirs] = [0, 0];
  const add = (kind: TextChange["kind"], left: Span, right: Span) => {
    const last = changes.at(-1);
    if (left.end === left.start && right.end === right.start) return;
    if (last?.kind === kind) [last.before.end, last.after.end] = [left.end, right.end];
    else changes.push({ kind, before: left, after: right });
  };
  for (const stretch of [...same, { before: before.length, after: after.length, length: 0 }]) {
    add("removed", { start: ours, end: stretch.before }, { start: theirs, end: theirs });
    add("added", { start: stretch.before, end: stretch.before }, { start: theirs, end: stretch.after });
    [ours, theirs] = [stretch.before + stretch.length, stretch.after + stretch.length];
    add("same", { start: stretch.before, end: ours }, { start: stretch.after, end: theirs });
  }
  return changes;
}
