import type { CanonicalText, TextMeta } from "@/lib/domain/text";
import { assemble } from "@/lib/importers/canonical";
import { draftOf } from "@/lib/importers/draft";
import type { Importer } from "@/lib/importers/importer";
import { speakerLine } from "@/lib/importers/speaker-line";

const LONGEST_TITLE = 120;
const LONG_LINE = 100;

/**
 * Plain text: blank lines part the blocks. Text without any blank line whose lines are long is read as one paragraph a line
 * (that is what word processors copy). A short first line with a blank line after it is the title.
 */
export const readPlain: Importer = (source) => {
  const draft = draftOf("paragraph", source);
  const whole = assemble([draft]);
  const read = isLineAParagraph(whole) ? { ...assemble(whole.text.split("\n").map((line) => draftOf("paragraph", line))), warnings: whole.warnings } : whole;
  const title = takeTitle(read);
  const meta: TextMeta = title === null ? {} : { title };
  return { ...read, meta, leftOutWords: 0 };
};

function isLineAParagraph({ text, blocks }: CanonicalText): boolean {
  if (blocks.length !== 1) return false;
  const lengths = text
    .split("\n")
    .map((line) => line.length)
    .sort((a, b) => a - b);
  return lengths.length > 1 && (lengths[Math.floor(lengths.length / 2)] ?? 0) > LONG_LINE;
}

/** Makes the first block a heading and returns its text when it reads like a title. */
function takeTitle({ text, blocks }: CanonicalText): string | null {
  const [first, second] = blocks;
  if (!first || !second) return null;
  const line = text.slice(first.start, first.end);
  if (line.length > LONGEST_TITLE || line.includes("\n") || /[.,;:…。،؛]["'”’»)]?$/u.test(line) || speakerLine(line)) return null;
  first.type = "heading";
  first.level = 1;
  return line;
}
