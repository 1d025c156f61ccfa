import { Paragraph, Table, TableCell, TableRow, WidthType, type FileChild, type HeadingLevel, type IParagraphOptions } from "docx";
import { runsRightToLeft } from "./direction";
import { richRuns, segmentRuns, textRuns } from "./docx-runs";
import { headingLevels, partTitle } from "./headings";
import { layOut, type LaidBlock } from "./layout";
import type { Report } from "./report";
import type { RichBlock } from "./rich-nodes";

const HEADINGS: (typeof HeadingLevel)[keyof typeof HeadingLevel][] = ["Heading1", "Heading2", "Heading3", "Heading4", "Heading5", "Heading6"];

/** The text with its claims, in two parts: the title, and the blocks after it. */
export function docxText(report: Report, rtl: boolean): { title: Paragraph; blocks: Paragraph[] } {
  const { text } = report.revision;
  const { title, rest } = partTitle(layOut(report), report);
  const levels = headingLevels(rest.map(({ block }) => block));
  return {
    title: new Paragraph({
      style: "Title",
      bidirectional: rtl,
      children: title ? childrenOf(title, text) : textRuns(report.document.title.replace(/\s+/g, " ").trim() || "Fact check"),
    }),
    blocks: rest.flatMap((laid, index) => blockParagraphs(laid, text, (levels[index] ?? 2) - 2, rtl)),
  };
}

function childrenOf({ segments }: LaidBlock, text: string): NonNullable<IParagraphOptions["children"]> {
  return segments.flatMap((segment) => segmentRuns(segment, text.slice(segment.start, segment.end)));
}

function blockParagraphs(laid: LaidBlock, text: string, level: number, bidirectional: boolean): Paragraph[] {
  const { type, speaker = "", time = "" } = laid.block;
  const children = childrenOf(laid, text);
  switch (type) {
    case "heading":
      return [new Paragraph({ heading: HEADINGS[level] ?? "Heading1", bidirectional, children })];
    case "quote":
      return [new Paragraph({ style: "Quote", bidirectional, children })];
    case "list_item":
      return [new Paragraph({ bullet: { level: 0 }, bidirectional, children })];
    case "preformatted":
      return [new Paragraph({ style: "Preformatted", bidirectional, children })];
    case "turn":
      return [
        ...(speaker === "" && time === ""
          ? []
          : [new Paragraph({ style: "Speaker", bidirectional, children: textRuns([speaker, time].filter(Boolean).join("  ")) })]),
        new Paragraph({ bidirectional, children }),
      ];
    case "paragraph":
      return [new Paragraph({ bidirectional, children })];
  }
}

/** Someone's words as a paragraph in their own direction. */
export function wordsParagraph(words: string, options: Omit<IParagraphOptions, "text" | "children" | "bidirectional"> = {}): Paragraph {
  return new Paragraph({ ...options, bidirectional: runsRightToLeft(words), children: textRuns(words) });
}

/** Rich text as paragraphs and tables. */
export function richParagraphs(blocks: readonly RichBlock[], options: Pick<IParagraphOptions, "indent" | "style"> = {}): FileChild[] {
  return blocks.flatMap((block): FileChild[] => {
    switch (block.type) {
      case "paragraph":
      case "preformatted":
        return [
          new Paragraph({
            ...options,
            ...(block.type === "preformatted" ? { style: "Preformatted" } : {}),
            bidirectional: runsRightToLeft(block.runs.map(({ text }) => text).join("")),
            children: richRuns(block.runs),
          }),
        ];
      case "quote":
        return richParagraphs(block.blocks, { style: "Quote" });
      case "list":
        return block.items.flatMap((item, index) => listItem(item, block.ordered ? `${String(block.start + index)}.` : "•"));
      case "table":
        return [tableOf(block.rows)];
      case "rule":
        return [new Paragraph({ thematicBreak: true })];
    }
  });
}

/** The mark stands in the first paragraph: numbers that a reader changes in Word are not worth a numbering of their own for each list. */
function listItem(item: readonly RichBlock[], mark: string): FileChild[] {
  const [first, ...rest] = item;
  const indent = { start: 400, hanging: 280 };
  if (first?.type !== "paragraph") return [new Paragraph({ indent, children: textRuns(mark) }), ...richParagraphs(item, { indent: { start: 400 } })];
  return [
    ...richParagraphs([{ type: "paragraph", runs: [{ text: `${mark}  ` }, ...first.runs] }], { indent }),
    ...richParagraphs(rest, { indent: { start: 400 } }),
  ];
}

function tableOf(rows: Extract<RichBlock, { type: "table" }>["rows"]): Table {
  const width = Math.max(1, ...rows.map((row) => row.length));
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (row, index) =>
        new TableRow({
          tableHeader: index === 0,
          children: Array.from({ length: width }, (_, column) => new TableCell({ children: [new Paragraph({ children: richRuns(row[column] ?? []) })] })),
        }),
    ),
  });
}
