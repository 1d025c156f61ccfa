import type { BlockType } from "@/lib/domain/text";
import type { HighlightTone } from "@/lib/domain/scale";
import { cutText } from "./cut-text";
import { headingLevels, partTitle } from "./headings";
import { layOut, type LaidBlock, type Segment } from "./layout";
import { fragmentName } from "./pdf-links";
import type { PageDirection } from "./pdf-words";
import type { Report } from "./report";
import type { ReportClaim } from "./report-claim";
import { verdictName } from "./words";

/** The longest summary in a footnote, in UTF-16 units; the whole of it stands in the check. */
const SUMMARY_MAX = 240;

/** A number in the text that leads to a claim's check. */
export interface PdfRef {
  number: string;
  tone: HighlightTone;
}

/** What is told of a claim where its number stands: its verdict and its summary. */
export interface PdfNote extends PdfRef {
  name: string;
  summary: string;
}

/** A stretch of the text in which nothing changes; one line of words without looks is just these words. */
export type PdfRun = string | PdfStretch;

interface PdfStretch {
  text: string;
  /** There are looks below, or more than one line. */
  looks?: true;
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
  /** With their notes where these stand at the foot of the page. */
  refs?: (PdfRef | PdfNote)[];
  pauses?: PdfRef[];
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
  /** What stands below the block, where notes do not stand at the foot of the page. */
  notes: PdfNote[];
}

/** The text as runs, in two parts: the headline, and the blocks after it. The notes go with their numbers to the foot of the page, or below their block. */
export function pdfText(report: Report, page: PageDirection, atFoot: boolean): { headline: PdfRun[]; blocks: PdfBlock[] } {
  const { text } = report.revision;
  const { title, rest } = partTitle(layOut(report), report);
  const levels = headingLevels(rest.map(({ block }) => block));
  const runsOf = ({ segments }: LaidBlock) => segments.map((segment) => runOf(segment, text.slice(segment.start, segment.end), page, atFoot));
  const blocks: PdfBlock[] = [];
  for (const [index, laid] of rest.entries()) {
    const { type, speaker = "", time = "" } = laid.block;
    const runs = runsOf(laid);
    const notes = atFoot ? [] : laid.segments.flatMap(({ ends }) => ends.map((claim) => noteOf(claim, page)));
    const last = blocks.at(-1);
    if (type === "list_item" && last?.items) {
      last.items.push(runs);
      last.notes.push(...notes);
    } else if (type === "list_item") blocks.push({ type, runs: [], items: [runs], notes });
    // The title stands above the headings, outside of their levels.
    else if (type === "heading") blocks.push({ type, level: (levels[index] ?? 2) - 1, runs, notes });
    else blocks.push({ type, runs, notes, ...(type === "turn" ? { speaker, time } : {}) });
  }
  return { headline: title ? runsOf(title) : [{ text: report.document.title || "Fact check", looks: true }], blocks };
}

function runOf({ claims, marks, begins, ends, pauses }: Segment, text: string, page: PageDirection, atFoot: boolean): PdfRun {
  const has = (type: string) => marks.some((mark) => mark.type === type);
  const href = marks.find((mark) => mark.type === "link")?.href;
  const [outer, inner] = [claims.at(-2), claims.at(-1)];
  const looks = {
    ...(has("strong") ? { strong: true as const } : {}),
    ...(has("emphasis") ? { emphasis: true as const } : {}),
    ...(has("code") ? { code: true as const } : {}),
    ...(href === undefined ? {} : { href }),
  };
  const rest = {
    ...(inner ? { tones: outer ? [outer.tone, inner.tone] : [inner.tone] } : {}),
    ...(claims.length > 2 ? { deep: true as const } : {}),
    ...(begins.length > 0 ? { at: begins.map(({ claim, fragment }) => fragmentName(claim, fragment)) } : {}),
    ...(ends.length > 0 ? { refs: ends.map((claim) => (atFoot ? noteOf(claim, page) : refOf(claim))) } : {}),
    ...(pauses.length > 0 ? { pauses: pauses.map(({ claim }) => refOf(claim)) } : {}),
  };
  const styled = Object.keys(looks).length > 0 || text.includes("\n");
  if (!styled && Object.keys(rest).length === 0) return text;
  return { text, ...(styled ? { looks: true, ...looks } : {}), ...rest };
}

function refOf({ number, tone }: ReportClaim): PdfRef {
  return { number: String(number), tone };
}

function noteOf(claim: ReportClaim, page: PageDirection): PdfNote {
  return {
    ...refOf(claim),
    name: page.isolated(verdictName(claim)),
    summary: page.isolated(cutText(claim.ruling?.summary ?? claim.statement, SUMMARY_MAX)),
  };
}
