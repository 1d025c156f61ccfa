import type { BlockType } from "@/lib/domain/text";
import type { HighlightTone } from "@/lib/domain/scale";
import { cutText } from "./cut-text";
import { headingLevels, partTitle } from "./headings";
import { layOut, type LaidBlock, type Segment } from "./layout";
import { fragmentName } from "./pdf-links";
import type { Report } from "./report";
import type { ReportClaim } from "./report-claim";
import { verdictName } from "./words";

/** The longest summary in a footnote, in UTF-16 units; the whole of it stands in the check. */
const SUMMARY_MAX = 240;

/** A number in the text that leads to a claim's check. */
export interface PdfRef {
  number: number;
  tone: HighlightTone;
  name: string;
  summary: string;
}

/** A stretch of the text in which nothing changes. */
export interface PdfRun {
  text: string;
  strong?: true;
  emphasis?: true;
  code?: true;
  href?: string;
  /** The tones of the outer and the inner claim. */
  tones?: HighlightTone[];
  /** More than two claims lie over each other here. */
  deep?: true;
  /** Names of the places that begin here. */
  at?: string[];
  refs?: PdfRef[];
  pauses?: Pick<PdfRef, "number" | "tone">[];
}

/** A block of the text; list items that follow each other are one block. */
export interface PdfBlock {
  type: BlockType;
  /** From 1. */
  level?: number;
  speaker?: string;
  time?: string;
  runs: PdfRun[];
  items?: PdfRun[][];
}

/** The text as runs, in two parts: the headline, and the blocks after it. */
export function pdfText(report: Report): { headline: PdfRun[]; blocks: PdfBlock[] } {
  const { text } = report.revision;
  const { title, rest } = partTitle(layOut(report), report);
  const levels = headingLevels(rest.map(({ block }) => block));
  const blocks: PdfBlock[] = [];
  for (const [index, laid] of rest.entries()) {
    const { type, speaker = "", time = "" } = laid.block;
    const runs = runsOf(laid, text);
    const last = blocks.at(-1);
    if (type === "list_item" && last?.items) last.items.push(runs);
    else if (type === "list_item") blocks.push({ type, runs: [], items: [runs] });
    // The title stands above the headings, outside of their levels.
    else if (type === "heading") blocks.push({ type, level: (levels[index] ?? 2) - 1, runs });
    else blocks.push({ type, runs, ...(type === "turn" ? { speaker, time } : {}) });
  }
  return { headline: title ? runsOf(title, text) : [{ text: report.document.title || "Fact check" }], blocks };
}

function runsOf({ segments }: LaidBlock, text: string): PdfRun[] {
  return segments.map((segment) => runOf(segment, text.slice(segment.start, segment.end)));
}

function runOf({ claims, marks, begins, ends, pauses }: Segment, text: string): PdfRun {
  const has = (type: string) => marks.some((mark) => mark.type === type);
  const href = marks.find((mark) => mark.type === "link")?.href;
  const [outer, inner] = [claims.at(-2), claims.at(-1)];
  return {
    text,
    ...(has("strong") ? { strong: true } : {}),
    ...(has("emphasis") ? { emphasis: true } : {}),
    ...(has("code") ? { code: true } : {}),
    ...(href === undefined ? {} : { href }),
    ...(inner ? { tones: outer ? [outer.tone, inner.tone] : [inner.tone] } : {}),
    ...(claims.length > 2 ? { deep: true } : {}),
    ...(begins.length > 0 ? { at: begins.map(({ claim, fragment }) => fragmentName(claim, fragment)) } : {}),
    ...(ends.length > 0 ? { refs: ends.map(refOf) } : {}),
    ...(pauses.length > 0 ? { pauses: pauses.map(({ claim: { number, tone } }) => ({ number, tone })) } : {}),
  };
}

function refOf(claim: ReportClaim): PdfRef {
  return { number: claim.number, tone: claim.tone, name: verdictName(claim), summary: cutText(claim.ruling?.summary ?? claim.statement, SUMMARY_MAX) };
}
