import type { Block, CanonicalText, Mark } from "@/lib/domain/text";
import { assemble } from "@/lib/importers/canonical";
import type { Draft } from "@/lib/importers/draft";
import { speakerLine, type SpeakerLine } from "@/lib/importers/speaker-line";

const ENOUGH_LINES = 3;
const SHARE_OF_BLOCKS = 0.3;

/** Whether a text looks like a transcript, so that it is worth offering to recognise its speakers: some name starts several of its lines. */
export function suggestsSpeakers(text: string): boolean {
  const lines = text
    .slice(0, 200_000)
    .split("\n")
    .filter((line) => line.trim() !== "");
  const named = lines.flatMap((line) => speakerLine(line.trim())?.speaker ?? []);
  return named.length >= ENOUGH_LINES && named.length >= lines.length * SHARE_OF_BLOCKS && new Set(named).size < named.length;
}

/**
 * Makes turns of paragraphs that start with a speaker or a time; these leave the text. Paragraphs that follow go on with the
 * same speaker, until a heading, except stage directions in brackets. A name that nothing is said under stays in the text.
 */
export function recogniseSpeakers(canonical: CanonicalText): CanonicalText {
  const drafts: Draft[] = [];
  let speaker: string | undefined;
  /** A name or time on a line of its own: what follows belongs to it. */
  let alone: { piece: Draft; line: SpeakerLine } | undefined;
  const pieces = canonical.blocks.flatMap((block) => cutAtSpeakers(canonical.text, block));
  for (const piece of pieces) {
    const line = piece.type === "paragraph" ? speakerLine(piece.text) : null;
    const goesOn = piece.type === "paragraph" && (alone !== undefined || speaker !== undefined) && !isStageDirection(piece.text);
    const spoken = line !== null || goesOn;
    if (alone && (!spoken || (line?.speaker && alone.line.speaker))) {
      drafts.push(alone.piece);
      alone = undefined;
    }
    if (piece.type === "heading") speaker = undefined;
    if (!spoken) {
      drafts.push(piece);
      continue;
    }
    speaker = line?.speaker ?? speaker;
    const time: string | undefined = line?.time ?? alone?.line.time;
    const said = line ? sliceDraft(piece, line.length, piece.text.length) : piece;
    alone = line && said.text.trim() === "" ? { piece, line: { ...alone?.line, ...line } } : undefined;
    if (!alone) drafts.push({ ...said, type: "turn", ...(speaker === undefined ? {} : { speaker }), ...(time === undefined ? {} : { time }) });
  }
  if (alone) drafts.push(alone.piece);
  const { text, blocks } = assemble(drafts);
  return { text, blocks };
}

function isStageDirection(text: string): boolean {
  return /^[([][^()[\]]*[)\]]\.?$/u.test(text);
}

/** A paragraph in pieces, each of which starts with a line that names a speaker or a time. Other blocks stay whole. */
function cutAtSpeakers(text: string, block: Block): Draft[] {
  const { start, end, ...shape } = block;
  const draft: Draft = { ...shape, text: text.slice(start, end), marks: shift(block.marks, -start) };
  if (block.type !== "paragraph") return [draft];
  const cuts: number[] = [];
  let offset = 0;
  for (const line of draft.text.split("\n")) {
    if (offset > 0 && speakerLine(line.trimStart())) cuts.push(offset);
    offset += line.length + 1;
  }
  const borders = [0, ...cuts, draft.text.length];
  return borders.slice(0, -1).map((from, at) => trimDraft(sliceDraft(draft, from, borders[at + 1] ?? from)));
}

function trimDraft(draft: Draft): Draft {
  return sliceDraft(draft, draft.text.length - draft.text.trimStart().length, draft.text.trimEnd().length);
}

function sliceDraft(draft: Draft, from: number, to: number): Draft {
  const marks = draft.marks
    .map((mark) => ({ ...mark, start: Math.max(mark.start, from), end: Math.min(mark.end, to) }))
    .filter((mark) => mark.start < mark.end);
  return { ...draft, text: draft.text.slice(from, to), marks: shift(marks, -from) };
}

function shift(marks: readonly Mark[], by: number): Mark[] {
  return marks.map((mark) => ({ ...mark, start: mark.start + by, end: mark.end + by }));
}
