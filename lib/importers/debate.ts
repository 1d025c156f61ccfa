import { AppError } from "@/lib/domain/errors";
import { debateLines, readDebate } from "@/lib/importers/annotations/debate";
import { assemble } from "@/lib/importers/canonical";
import type { Draft } from "@/lib/importers/draft";
import type { Importer } from "@/lib/importers/importer";

/** Who speaks where nobody does: CLEF writes applause and the like under this name. */
const NOBODY = "SYSTEM";
const NO_DEBATE = "This is no debate: each line needs a number, a speaker and a sentence, parted by tabs. To bring in its text as it is, save it as .txt.";

/** A debate of CLEF: what one speaker says on end is one turn, and how the audience reacts a paragraph. It counts the claims that the file marks. */
export const readDebateText: Importer = (source) => {
  const { lines } = debateLines(source);
  if (lines.length === 0) throw new AppError("invalid", NO_DEBATE, { fields: [{ field: "source", message: NO_DEBATE }] });
  const drafts: Draft[] = [];
  let last: { name: string; speaker: string } | undefined;
  for (const { name, speaker, text } of lines) {
    const turn = drafts.at(-1);
    // A line with several claims stands there once for each.
    if (last?.name === name) continue;
    if (turn && last?.speaker === speaker) turn.text = `${turn.text} ${text}`;
    else drafts.push(speaker === "" || speaker === NOBODY ? { type: "paragraph", text, marks: [] } : { type: "turn", speaker, text, marks: [] });
    last = { name, speaker };
  }
  return { ...assemble(drafts), meta: { kind: "transcript" }, leftOutWords: 0, claims: readDebate(source).claims.length };
};
