import { Marked } from "marked";
import { safeHref } from "@/lib/domain/url";
import { codeSpan, escapeInline, escapeLineStarts, escapeMarkdown, escapeMarks, fenced, indented, markdownLink, quoted } from "./markdown-escape";

/** Writes Markdown instead of HTML: what people wrote, read once and written again without what could do harm. */
const rewriter = new Marked({
  gfm: true,
  renderer: {
    space: () => "",
    html: ({ text, block }) => (block ? `${escapeMarkdown(text)}\n\n` : escapeInline(text)),
    def: () => "",
    code: ({ text, lang }) => `${fenced(text, /^[\w-]*/.exec(lang ?? "")?.[0])}\n\n`,
    hr: () => "---\n\n",
    blockquote({ tokens }) {
      return `${quoted(this.parser.parse(tokens).trimEnd())}\n\n`;
    },
    heading({ tokens }) {
      return `**${this.parser.parseInline(tokens)}**\n\n`;
    },
    paragraph({ tokens }) {
      return `${escapeLineStarts(this.parser.parseInline(tokens))}\n\n`;
    },
    list({ items, ordered, start }) {
      const first = start === "" ? 1 : start;
      return `${items.map((item, index) => listItem(ordered ? `${first + index}. ` : "- ", this.listitem(item))).join("\n")}\n\n`;
    },
    listitem({ tokens }) {
      return this.parser.parse(tokens).trimEnd();
    },
    checkbox: ({ checked }) => (checked ? "☑ " : "☐ "),
    table({ header, rows }) {
      const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
      const lines = [header, ...rows].map((cells) => line(cells.map((each) => this.tablecell(each))));
      return `${[lines[0], line(header.map(() => "---")), ...lines.slice(1)].join("\n")}\n\n`;
    },
    tablecell({ tokens }) {
      return this.parser.parseInline(tokens).replace(/(?<!\\)\|/g, "\\|");
    },
    strong({ tokens }) {
      return `**${this.parser.parseInline(tokens)}**`;
    },
    em({ tokens }) {
      return `*${this.parser.parseInline(tokens)}*`;
    },
    del({ tokens }) {
      return `~~${this.parser.parseInline(tokens)}~~`;
    },
    codespan: ({ text }) => codeSpan(text),
    br: () => "\\\n",
    link({ href, tokens }) {
      const safe = safeHref(href);
      const words = this.parser.parseInline(tokens);
      return safe === null ? words : markdownLink(words, safe);
    },
    image: ({ text }) => escapeInline(text),
    text(token) {
      if ("tokens" in token && token.tokens) return `${escapeLineStarts(this.parser.parseInline(token.tokens))}\n`;
      return escapeMarks(token.text);
    },
  },
});

function listItem(marker: string, content: string): string {
  return marker + indented(content, marker.length);
}

/** Markdown from people as Markdown that any reader can be given: no raw HTML, no images, no footnotes of its own, links to http(s) and mailto only. */
export function safeMarkdown(source: string): string {
  try {
    return rewriter.parse(source, { async: false }).trim();
  } catch {
    // Nested deeper than the parser can follow: nobody wrote that for its looks.
    return escapeMarkdown(source);
  }
}
