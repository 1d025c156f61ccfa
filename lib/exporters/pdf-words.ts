import { isolating, runsRightToLeft } from "./direction";
import type { RichBlock, RichRun } from "./rich-nodes";

/** Someone's own words: as they are when they are one line that runs the way of the page, which costs the layout least; else with their direction. */
export type PdfWords = string | { s: string; rtl: boolean };

/** The direction of a page, and what it makes of words. */
export interface PageDirection {
  rtl: boolean;
  words: (s: string) => PdfWords;
  /** Words that keep their own order whatever stands around them, by isolates of Unicode. */
  isolated: (s: string) => string;
  /** Words of the layout itself, which are English. */
  english: (s: string) => string;
}

/** What pages that run from right to left, or else from left to right, make of words. */
export function pageDirection(rtl: boolean): PageDirection {
  return {
    rtl,
    words: (s) => {
      const turned = runsRightToLeft(s);
      return turned === rtl && !s.includes("\n") ? s : { s, rtl: turned };
    },
    isolated: isolating(rtl),
    english: (s) => (rtl ? `\u2066${s}\u2069` : s),
  };
}

/** A run of rich text as the layout takes it: one line of words without looks is just these words. */
type PdfRichRun = string | RichRun;

/** Rich text as the layout takes it. */
export type PdfRichBlock =
  | { type: "paragraph" | "preformatted"; runs: PdfRichRun[] }
  | { type: "quote"; blocks: PdfRichBlock[] }
  | { type: "list"; ordered: boolean; start: number; items: PdfRichBlock[][] }
  | { type: "table"; rows: PdfRichRun[][][] }
  | { type: "rule" };

/** The blocks with the runs that need no looks as strings. */
export function pdfRichBlocks(blocks: readonly RichBlock[]): PdfRichBlock[] {
  return blocks.map((block) => {
    switch (block.type) {
      case "paragraph":
      case "preformatted":
        return { type: block.type, runs: block.runs.map(pdfRichRun) };
      case "quote":
        return { ...block, blocks: pdfRichBlocks(block.blocks) };
      case "list":
        return { ...block, items: block.items.map(pdfRichBlocks) };
      case "table":
        return { ...block, rows: block.rows.map((row) => row.map((cell) => cell.map(pdfRichRun))) };
      case "rule":
        return block;
    }
  });
}

function pdfRichRun(run: RichRun): PdfRichRun {
  return Object.keys(run).length === 1 && !run.text.includes("\n") ? run.text : run;
}
