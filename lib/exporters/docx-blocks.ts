import { runsRightToLeft } from "./direction";
import { partRuns, richRuns, segmentRuns, textRuns } from "./docx-runs";
import { paragraph, table, type ParagraphLook, type WordXml } from "./docx-xml";
import { headingLevels, partTitle } from "./headings";
import { layOut, type LaidBlock } from "./layout";
import type { Report } from "./report";
import type { RichBlock } from "./rich-nodes";

/** The text with its claims, in two parts: the title, and the blocks after it. */
export function docxText(report: Report, rtl: boolean): { title: WordXml; blocks: WordXml[] } {
  const { text } = report.revision;
  const { title, rest } = partTitle(layOut(report), report);
  const levels = headingLevels(rest.map(({ block }) => block));
  return {
    title: paragraph(title ? childrenOf(title, text) : textRuns(report.document.title.replace(/\s+/g, " ").trim() || "Fact check"), {
      style: "Title",
      rightToLeft: rtl,
    }),
    blocks: rest.flatMap((laid, index) => blockParagraphs(laid, text, (levels[index] ?? 2) - 2, rtl)),
  };
}

function childrenOf({ segments }: LaidBlock, text: string): WordXml[] {
  return segments.flatMap((segment) => segmentRuns(segment, text.slice(segment.start, segment.end)));
}

function blockParagraphs(laid: LaidBlock, text: string, level: number, rightToLeft: boolean): WordXml[] {
  const { type, speaker = "", time = "" } = laid.block;
  const children = childrenOf(laid, text);
  switch (type) {
    case "heading":
      return [paragraph(children, { style: `Heading${Math.min(Math.max(level, 0), 5) + 1}`, rightToLeft })];
    case "quote":
      return [paragraph(children, { style: "Quote", rightToLeft })];
    case "list_item":
      return [paragraph(children, { bullet: true, rightToLeft })];
    case "preformatted":
      return [paragraph(children, { style: "Preformatted", rightToLeft })];
    case "turn":
      return [
        ...(speaker === "" && time === "" ? [] : [paragraph(textRuns([speaker, time].filter(Boolean).join("  ")), { style: "Speaker", rightToLeft })]),
        paragraph(children, { rightToLeft }),
      ];
    case "paragraph":
      return [paragraph(children, { rightToLeft })];
  }
}

/** Someone's words as a paragraph in their own direction. */
export function wordsParagraph(words: string, look: Omit<ParagraphLook, "rightToLeft"> = {}): WordXml {
  return paragraph(textRuns(words), { ...look, rightToLeft: runsRightToLeft(words) });
}

/** The parts of one line as a paragraph, in the direction of its first letter where none is given. */
export function lineParagraph(parts: readonly string[], between: string, look: ParagraphLook = {}): WordXml {
  const shown = parts.filter(Boolean);
  const rightToLeft = look.rightToLeft ?? runsRightToLeft(shown.join(between));
  return paragraph(partRuns(shown, between, rightToLeft), { ...look, rightToLeft });
}

/** What rich text lies in; the indent in twentieths of a point. */
interface Within {
  indent: number;
  quoted: boolean;
}

/** How far each list, and each quotation, stands further in than what it lies in; the mark of an item hangs out by less. */
const STEP = { list: 400, quote: 360, mark: 280 };

/** Rich text as paragraphs and tables; what lies in lists and quotations stands further in. */
export function richParagraphs(blocks: readonly RichBlock[], within: Within = { indent: 0, quoted: false }): WordXml[] {
  return blocks.flatMap((block): WordXml[] => {
    switch (block.type) {
      case "paragraph":
      case "preformatted":
        return [richParagraph(block, within)];
      case "quote":
        return richParagraphs(block.blocks, { indent: within.indent + STEP.quote, quoted: true });
      case "list":
        return block.items.flatMap((item, index) => listItem(item, block.ordered ? `${String(block.start + index)}.` : "•", within));
      case "table":
        return [table(block.rows.map((row) => row.map((cell) => paragraph(richRuns(cell)))))];
      case "rule":
        return [paragraph([], { rule: true })];
    }
  });
}

type RichLine = Extract<RichBlock, { type: "paragraph" | "preformatted" }>;

function richParagraph({ type, runs }: RichLine, { indent, quoted }: Within, hanging?: number): WordXml {
  return paragraph(richRuns(runs), {
    ...(type === "preformatted" ? { style: "Preformatted" } : quoted ? { style: "Quote" } : {}),
    ...(indent === 0 ? {} : { indent: { start: indent, ...(hanging === undefined ? {} : { hanging }) } }),
    rightToLeft: runsRightToLeft(runs.map(({ text }) => text).join("")),
  });
}

/** The mark stands in the first paragraph: numbers that a reader changes in Word are not worth a numbering of their own for each list. */
function listItem(item: readonly RichBlock[], mark: string, within: Within): WordXml[] {
  const inside = { ...within, indent: within.indent + STEP.list };
  const [first, ...rest] = item;
  const begins = first?.type === "paragraph";
  const line: RichLine = { type: "paragraph", runs: begins ? [{ text: `${mark}  ` }, ...first.runs] : [{ text: mark }] };
  return [richParagraph(line, inside, STEP.mark), ...richParagraphs(begins ? rest : item, inside)];
}
