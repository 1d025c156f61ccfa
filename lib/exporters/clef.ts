import { stringify } from "csv-stringify/sync";
import type { Span } from "@/lib/domain/text";
import { judgedClaims, type JudgedClaim } from "./dataset";
import { datasheet } from "./datasheet";
import type { Exporter } from "./exported-file";
import type { Report } from "./report";
import { zipped } from "./zip";

/** What the form writes where there is nothing. */
const NOTHING = "N/A";

interface Line extends Span {
  number: number;
  speaker: string;
  text: string;
}

/**
 * The text in the form of the CLEF CheckThat! debates, tab-separated, with its datasheet: each line with its number, speaker and words, and with the claim in
 * it, its normalised wording and its label. A line with several claims stands there once for each; a claim on several lines has its number on each of them.
 */
export const writeClef: Exporter = (report) => {
  const claims = judgedClaims(report, "clef");
  const lines = linesOf(report);
  const inLines = claimsByLine(lines, claims);
  const rows = lines.flatMap((line) => rowsOf(line, inLines.get(line) ?? []));
  const lost = claims.filter(({ fragments }) => fragments.length === 0).length;
  const about = [
    "Columns, without a header: line number, speaker, text, claim number, normalised claim, label; `N/A` where there is nothing. Cells are never quoted.",
    ...(lost === 0 ? [] : [`Left out: ${lost} judged claims that have no place in this text.`]),
  ];
  const tsv = stringify(rows, { delimiter: "\t", quote: "", record_delimiter: "unix" });
  const files = { "clef.tsv": tsv, "DATASHEET.md": datasheet(report, { name: "claims in the form of the CLEF CheckThat! debates", form: "clef", about }) };
  return { type: "application/zip", extension: "clef.zip", body: zipped(files) };
};

function linesOf({ document, revision }: Report): Line[] {
  const lines: Line[] = [];
  for (const block of revision.blocks) {
    let start = block.start;
    for (const text of revision.text.slice(block.start, block.end).split("\n")) {
      const speaker = cell(block.speaker ?? document.author ?? "");
      if (text.trim() !== "") lines.push({ number: lines.length + 1, speaker, text: cell(text), start, end: start + text.length });
      start += text.length + 1;
    }
  }
  return lines;
}

/** The claims that each line has words of, in their order. */
function claimsByLine(lines: readonly Line[], claims: readonly JudgedClaim[]): Map<Line, JudgedClaim[]> {
  const found = new Map<Line, JudgedClaim[]>();
  for (const claim of claims) {
    for (const { start, end } of claim.fragments) {
      for (let index = firstEndingAfter(lines, start); (lines[index]?.start ?? end) < end; index += 1) {
        const line = lines[index];
        if (!line) break;
        const here = found.get(line) ?? [];
        if (here.at(-1) !== claim) here.push(claim);
        found.set(line, here);
      }
    }
  }
  return found;
}

/** Lines are sorted, so that half of those that are left are passed over at each step. */
function firstEndingAfter(lines: readonly Line[], place: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.end ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

function rowsOf(line: Line, claims: readonly JudgedClaim[]): string[][] {
  const begin = [String(line.number), line.speaker, line.text];
  if (claims.length === 0) return [[...begin, NOTHING, NOTHING, NOTHING]];
  return claims.map((claim) => [...begin, String(claim.deskNumber), cell(claim.statement), cell(claim.label)]);
}

/** Cells hold neither tabs nor line ends, and are never empty. */
function cell(value: string): string {
  return value.replace(/[\s\u2028\u2029]+/g, " ").trim() || NOTHING;
}
