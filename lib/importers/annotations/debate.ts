import { ClaimDraft } from "./draft-claim";
import { emptyClaim, quoteOf, type ForeignFault, type ForeignFile } from "./foreign-claim";
import { recordsOf } from "./table";

/** UTF-16 units of the lines around a sentence, by which it is told from others like it. */
const CONTEXT = 80;
const MOST_FAULTS = 200;

/** A sentence of a debate, with the claim in it. */
export interface DebateLine {
  /** "Line 12". */
  name: string;
  speaker: string;
  text: string;
  /** What its claim is called in the file; "" without one. */
  claim: string;
  statement: string;
  label: string;
}

/**
 * A debate as CLEF's CheckThat! labs have it: line number, speaker, sentence, claim number, normalised claim, label, parted by tabs and without
 * quotation marks; or line number, speaker, sentence, and 1 for what is worth checking. https://github.com/clef2018-factchecking/clef2018-factchecking
 */
export function debateLines(text: string): { lines: DebateLine[]; faults: ForeignFault[] } {
  const faults: ForeignFault[] = [];
  const records = recordsOf(text, "\t", null).filter((record) => record.some((cell) => cell.trim() !== ""));
  const spoken = /^\d+$/.test(records[0]?.[0]?.trim() ?? "") ? records : records.slice(1);
  const numbered = spoken.some((record) => record.length >= 5);
  const lines = spoken.flatMap((record) => {
    const [number = "", speaker = "", said = "", mark = "", statement = "", label = ""] = record.map((cell) => cell.trim());
    const name = `Line ${number.slice(0, 12)}`;
    if (!/^\d+$/.test(number) || said === "") {
      if (faults.length < MOST_FAULTS)
        faults.push({ row: name, field: "line", message: "A line needs a number, a speaker and a sentence, parted by tabs; it was left out." });
      return [];
    }
    const none = ["", "-", "0", "n/a", "na"].includes(mark.toLowerCase());
    return [{ name, speaker: plain(speaker), text: said, claim: none ? "" : numbered ? mark : name, statement: plain(statement), label: plain(label) }];
  });
  return { lines, faults };
}

/** The claims of a debate: the sentences that carry one number are the fragments of one claim. */
export function readDebate(text: string): ForeignFile {
  const { lines, faults } = debateLines(text);
  const drafts = new Map<string, ClaimDraft>();
  lines.forEach((line, index) => {
    if (line.claim === "") return;
    const known = drafts.get(line.claim);
    const draft = known ?? new ClaimDraft(emptyClaim(line.name), faults);
    if (!known) drafts.set(line.claim, draft);
    const [before, after] = [otherLine(lines, index, -1), otherLine(lines, index, 1)];
    draft.quote(
      "text",
      quoteOf(line.text, {
        prefix: before ? before.text.slice(-CONTEXT) + between(before, line) : "",
        suffix: after ? between(line, after) + after.text.slice(0, CONTEXT) : "",
      }),
    );
    if (draft.claim.statement === "") draft.statement("normalized_claim", line.statement);
    if (draft.claim.verdict === "") draft.verdict("label", line.label);
    if (draft.claim.speaker === "") draft.speaker("speaker", line.speaker);
  });
  return { claims: [...drafts.values()].map(({ claim }) => claim), faults };
}

/** True for lines of which nearly all begin with a number, a tab, a speaker, a tab and words. */
export function holdsDebate(text: string): boolean {
  const lines = text
    .slice(0, 50_000)
    .split("\n")
    .slice(0, 60)
    .filter((line) => line.trim() !== "");
  const like = lines.filter((line) => /^\ufeff?\d+\t[^\t]*\t[^\t]+(\t|$)/.test(line)).length;
  return like > 0 && like >= (lines.length - 1) * 0.8;
}

/** The line before or after; one with several claims stands there once for each. */
function otherLine(lines: readonly DebateLine[], index: number, step: 1 | -1): DebateLine | undefined {
  let at = index + step;
  while (lines[at] && lines[at]?.name === lines[index]?.name) at += step;
  return lines[at];
}

/** What stands between two lines in the text that is made of them. */
function between(first: DebateLine, second: DebateLine): string {
  return first.speaker === second.speaker ? " " : "\n\n";
}

function plain(cell: string): string {
  return cell === "-" || cell === "N/A" ? "" : cell;
}
