import type { Block } from "@/lib/domain/text";
import { headingLevels, partTitle } from "./headings";
import { layOut, type LaidBlock, type Segment } from "./layout";
import { codeSpan, escapeInline, escapeLineStarts, escapeMarkdownLine, fenced, indented, markdownLink, quoted } from "./markdown-escape";
import type { Report } from "./report";
import type { ReportClaim } from "./report-claim";
import { shortQuote } from "./words";

/** The text as Markdown: claims in `<mark>`, which no neighbouring character can undo, and a footnote where each claim ends. */
export function markdownText(report: Report): { headline: string; body: string } {
  const { text } = report.revision;
  const { title, rest } = partTitle(layOut(report), report);
  const levels = headingLevels(rest.map(({ block }) => block));
  const blocks = rest.map((laid, index) => {
    const apart = laid.block.type === "list_item" && rest[index + 1]?.block.type === "list_item" ? "\n" : "\n\n";
    return blockMarkdown(laid, text, levels[index] ?? 2) + apart;
  });
  return { headline: title ? oneLine(inline(title, text)) : escapeMarkdownLine(report.document.title), body: blocks.join("").trimEnd() };
}

/** The reference to a claim's footnote. */
export function footnote({ number }: ReportClaim): string {
  return `[^${number}]`;
}

function blockMarkdown(laid: LaidBlock, text: string, level: number): string {
  const { block } = laid;
  if (block.type === "preformatted") return preformatted(laid, text);
  const content = escapeLineStarts(inline(laid, text));
  switch (block.type) {
    case "heading":
      return `${"#".repeat(level)} ${oneLine(content)}`;
    case "quote":
      return quoted(content);
    case "list_item":
      return `- ${indented(content, 2)}`;
    case "turn":
      return speakerWords(block) + content;
    case "paragraph":
      return content;
  }
}

function oneLine(content: string): string {
  return content.replace(/\\?\n/g, " ");
}

function speakerWords({ speaker = "", time = "" }: Block): string {
  const name = speaker === "" ? "" : `**${escapeMarkdownLine(speaker)}**`;
  const at = time === "" ? "" : `(${escapeMarkdownLine(time)})`;
  return name === "" && at === "" ? "" : `${[name, at].filter(Boolean).join(" ")}: `;
}

/** Nothing can be marked inside a code block, so its claims follow it. */
function preformatted({ block, ends }: LaidBlock, text: string): string {
  const claims = ends.map((claim) => `<mark>${escapeMarkdownLine(shortQuote(claim.fragments))}</mark>${footnote(claim)}`);
  return [fenced(text.slice(block.start, block.end)), ...claims].join("\n\n");
}

function inline({ block, segments }: LaidBlock, text: string): string {
  let result = "";
  let linked = "";
  let link: string | null = null;
  const close = () => {
    const words = link === null ? linked : markdownLink(linked, link);
    // A parenthesis right after a reference would make a link of the two.
    result += result.endsWith("]") && words.startsWith("(") ? `\\${words}` : words;
    linked = "";
  };
  for (const segment of segments) {
    const href = segment.marks.find((mark) => mark.type === "link")?.href ?? null;
    if (href !== link) close();
    link = href;
    linked += segmentMarkdown(segment, block, text);
    if (segment.ends.length === 0) continue;
    close();
    link = null;
    result += segment.ends.map(footnote).join("");
  }
  close();
  return result;
}

/** White space at the ends stays outside of every construct. */
function segmentMarkdown(segment: Segment, block: Block, text: string): string {
  const [, before = "", words = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(text.slice(segment.start, segment.end)) ?? [];
  if (words === "") return breaks(before + after);
  const start = segment.start + before.length;
  const around: [string, string] = [
    text.slice(Math.max(block.start, start - 1), start),
    text.slice(start + words.length, Math.min(block.end, start + words.length + 1)),
  ];
  const content = styled(segment, words, around);
  return breaks(before) + (segment.claims.length > 0 ? `<mark>${content}</mark>` : content) + breaks(after);
}

/** Delimiters where they surely work, between white space and punctuation; tags inside words. */
function styled(segment: Segment, words: string, [before, after]: [string, string]): string {
  const has = (type: string) => segment.marks.some((mark) => mark.type === type);
  const apart = /^[\s(“]?$/.test(before) && /^[\s.,;:!?)”]?$/.test(after);
  const isCode = has("code");
  let result = isCode && apart && !words.includes("\n") ? codeSpan(words) : breaks(escapeInline(words));
  if (isCode && !result.startsWith("`")) result = `<code>${result}</code>`;
  if (has("emphasis")) result = apart ? `*${result}*` : `<em>${result}</em>`;
  if (has("strong")) result = apart ? `**${result}**` : `<strong>${result}</strong>`;
  return result;
}

function breaks(text: string): string {
  return text.replaceAll("\n", "\\\n");
}
