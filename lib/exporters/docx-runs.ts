import type { HighlightTone } from "@/lib/domain/scale";
import { hasRightToLeft, isolating, runsRightToLeft } from "./direction";
import { bookmark, commentEnd, commentStart, linkTo, linkWithin, nextLine, run, type RunLook, type WordXml } from "./docx-xml";
import type { Segment } from "./layout";
import type { ReportClaim } from "./report-claim";
import type { RichRun } from "./rich-nodes";

/** Each tone's ink, its wash and its line, so that a verdict is told apart without its colour. */
export const DOCX_TONES: Record<HighlightTone, { ink: string; wash: string; line: string }> = {
  true: { ink: "145C6B", wash: "D9E8EB", line: "thick" },
  "mostly-true": { ink: "276A5D", wash: "DDECE8", line: "single" },
  half: { ink: "7A5900", wash: "F5ECD2", line: "dash" },
  "mostly-false": { ink: "9C480D", wash: "F8E4D5", line: "double" },
  false: { ink: "A33320", wash: "F5DCD7", line: "wave" },
  off: { ink: "5D5189", wash: "E6E2F0", line: "dotted" },
  open: { ink: "565C66", wash: "E6E8EB", line: "dotDash" },
  skipped: { ink: "675F56", wash: "EBE9E6", line: "dotDotDash" },
};

/** The id of a claim's comment; Word counts them from 0. */
export function commentId({ number }: ReportClaim): number {
  return number - 1;
}

/** Words as runs, with the line breaks inside them. */
export function textRuns(words: string, options: RunLook = {}): WordXml[] {
  const look = runsRightToLeft(words) ? { rightToLeft: true, ...options } : options;
  return words.split("\n").map((line, index) => (index > 0 ? nextLine : run)(line, look));
}

/** The parts of one line, which runs from right to left or not, each in its own order: Word tells it by the runs, other programs by isolates. */
export function partRuns(parts: readonly string[], between: string, rightToLeft: boolean): WordXml[] {
  if (!rightToLeft && !parts.some(hasRightToLeft)) return textRuns(parts.join(between));
  const isolated = isolating(rightToLeft);
  return parts.flatMap((part, index) => [...(index > 0 ? [run(between)] : []), ...textRuns(isolated(part))]);
}

/** Runs inside a link, or as they are. */
export function linked(href: string | null | undefined, runs: WordXml[]): WordXml[] {
  return href === null || href === undefined ? runs : [linkTo(href, runs)];
}

/** What a piece of rich text looks like. */
export function richRuns(runs: readonly RichRun[]): WordXml[] {
  return runs.flatMap(({ text, strong, emphasis, struck, code, href }) =>
    linked(
      href,
      textRuns(text, {
        ...(strong ? { bold: true } : {}),
        ...(emphasis ? { italics: true } : {}),
        ...(struck ? { strike: true } : {}),
        ...(code ? { style: "Code" } : {}),
        ...(href === undefined ? {} : { style: "Hyperlink" }),
      }),
    ),
  );
}

/** A stretch of the text: its comment opens with the claim's first fragment and closes with it; each fragment ends in the claim's number. */
export function segmentRuns({ claims, marks, begins, ends, pauses }: Segment, words: string): WordXml[] {
  const has = (type: string) => marks.some((mark) => mark.type === type);
  const tone = claims.at(-1)?.tone;
  const look = tone && DOCX_TONES[tone];
  const href = marks.find((mark) => mark.type === "link")?.href;
  const closed = [...pauses.filter(({ fragment }) => fragment === 0).map(({ claim }) => claim), ...ends.filter((claim) => claim.fragments.length === 1)];
  return [
    ...begins.filter(({ fragment }) => fragment === 0).map(({ claim }) => commentStart(commentId(claim))),
    ...begins.filter(({ fragment }) => fragment === 0).map(({ claim }) => bookmark("claim", claim.number)),
    ...linked(
      href,
      textRuns(words, {
        ...(has("strong") ? { bold: true } : {}),
        ...(has("emphasis") ? { italics: true } : {}),
        ...(has("code") ? { style: "Code" } : href === undefined ? {} : { style: "Hyperlink" }),
        ...(look ? { wash: look.wash, underline: { type: look.line, color: look.ink } } : {}),
      }),
    ),
    ...closed.map((claim) => commentEnd(commentId(claim))),
    ...[...pauses.map(({ claim }) => claim), ...ends].map(numberLink),
  ];
}

function numberLink({ number, tone }: ReportClaim): WordXml {
  return linkWithin("check", number, [run(`[${number}]`, { superscript: true, bold: true, color: DOCX_TONES[tone].ink })]);
}
