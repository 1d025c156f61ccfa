import type { HighlightTone } from "@/lib/domain/scale";
import type { Report } from "./report";
import type { ReportClaim } from "./report-claim";
import { runsRightToLeft } from "./direction";
import { summary } from "./public-article";
import { closedDirections } from "./clean";
import { cutText } from "./cut-text";
import { verdictName } from "./words";

/** What the picture shows that other sites put beside a link. */
export interface ShareCard {
  kicker: string;
  /** What was found: a verdict, or how many of each. */
  badge: string;
  tone: HighlightTone;
  title: string;
  foot: string;
}

/** The card of a claim, or of the whole text. */
export function shareCard(report: Report, claim: ReportClaim | null): ShareCard {
  const { workspace, document } = report;
  const kicker = `${workspace} · Fact check`;
  if (claim) return { kicker, badge: verdictName(claim), tone: claim.tone, title: claim.statement, foot: document.title };
  return { kicker, badge: summary(report), tone: "open", title: document.title, foot: [document.author, document.publication].filter(Boolean).join(" · ") };
}

/** The card as SVG, 1200 by 630 pixels as link previews have them; text is set in the fonts that the renderer is given. */
export function shareSvg({ kicker, badge, tone, title, foot }: ShareCard): string {
  const rtl = runsRightToLeft(title);
  const colour = COLOURS[tone];
  const { size, lines } = fitted(title);
  const x = rtl ? WIDTH - MARGIN : MARGIN;
  const write = (words: string, y: number, font: string, fill: string) => {
    const own = runsRightToLeft(words);
    // Marks of direction at both ends keep the punctuation where the line ends.
    const marked = own ? `\u200f${words}\u200f` : words;
    const anchor = rtl === own ? "start" : "end";
    // SVG anchors by the direction of the first letter.
    return `<text x="${x}" y="${y}" ${font} fill="${fill}" text-anchor="${own ? (anchor === "start" ? "end" : "start") : anchor}">${xml(marked)}</text>`;
  };
  const sans = (pixels: number, weight: number) => `font-family="Inter" font-size="${pixels}" font-weight="${weight}"`;
  const serif = `font-family="Source Serif 4" font-size="${size}" font-weight="600"`;
  const top = 250 + size * 0.35;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fbfaf7"/>`,
    `<rect x="${rtl ? WIDTH - 16 : 0}" width="16" height="${HEIGHT}" fill="${colour}"/>`,
    write(cutText(kicker, 60), 92, sans(28, 400), "#57524a"),
    `<circle cx="${rtl ? x - 14 : x + 14}" cy="156" r="14" fill="${colour}"/>`,
    write(cutText(badge, 58), 168, sans(36, 600), "#1d1b18").replace(`x="${x}"`, `x="${rtl ? x - 44 : x + 44}"`),
    ...lines.map((line, index) => write(line, Math.round(top + index * size * 1.2), serif, "#1d1b18")),
    write(cutText(foot, 70), HEIGHT - 56, sans(26, 400), "#57524a"),
    "</svg>",
  ].join("");
}

const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 80;

const COLOURS: Record<HighlightTone, string> = {
  true: "#17697a",
  "mostly-true": "#3f8f80",
  half: "#b7860b",
  "mostly-false": "#c9641f",
  false: "#b83a24",
  off: "#6c5f99",
  open: "#2b4c7e",
  skipped: "#938c81",
};

/** The largest size at which the title fits, and its lines. */
function fitted(title: string): { size: number; lines: string[] } {
  const words = title.replace(/\s+/g, " ").trim();
  for (const [size, most] of [
    [68, 3],
    [54, 4],
    [44, 5],
  ] as const) {
    const lines = wrap(words, (WIDTH - 2 * MARGIN) / size);
    if (lines.length <= most) return { size, lines };
  }
  const lines = wrap(words, (WIDTH - 2 * MARGIN) / 44);
  return { size: 44, lines: [...lines.slice(0, 4), cutText(lines.slice(4).join(" "), lines[4]?.length ?? 0)] };
}

/** Lines of at most `ems` wide, by estimated widths; a word that is longer is broken between its graphemes. */
function wrap(words: string, ems: number): string[] {
  const lines: string[] = [];
  let line = "";
  let width = 0;
  const end = () => {
    if (line.trim() !== "") lines.push(closedDirections(line.trim()));
    [line, width] = ["", 0];
  };
  for (const { segment } of WORDS.segment(words)) {
    const wide = widthOf(segment);
    if (width + wide > ems) end();
    if (wide <= ems) {
      line += segment;
      width += wide;
      continue;
    }
    for (const { segment: letter } of LETTERS.segment(segment)) {
      if (width + widthOf(letter) > ems) end();
      line += letter;
      width += widthOf(letter);
    }
  }
  end();
  return lines;
}

const WORDS = new Intl.Segmenter("en", { granularity: "word" });
const LETTERS = new Intl.Segmenter("en", { granularity: "grapheme" });
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;

/** In ems, on the safe side of what the fonts have. */
function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) {
    if (/\p{M}/u.test(letter)) continue;
    width += WIDE.test(letter) ? 1.05 : /\p{Lu}/u.test(letter) ? 0.7 : /[mwMW%]/.test(letter) ? 0.85 : /[iljtfr.,:;'’ |]/.test(letter) ? 0.34 : 0.56;
  }
  return width;
}

function xml(text: string): string {
  return text
    .replace(/\p{Cs}/gu, "\uFFFD")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
