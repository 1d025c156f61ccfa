import { Marked } from "marked";
import sanitizeHtml from "sanitize-html";
import { safeHref } from "@/lib/domain/url";
import { escapeHtml } from "./html-escape";

const markdown = new Marked({
  gfm: true,
  renderer: {
    // What looks like HTML is shown as it was typed.
    html: ({ text }) => escapeHtml(text),
    // The page has its own headings; an outline inside a note would break theirs.
    heading({ tokens }) {
      return `<p><strong>${this.parser.parseInline(tokens)}</strong></p>\n`;
    },
    link({ href, tokens }) {
      const safe = safeHref(href);
      const words = this.parser.parseInline(tokens);
      return safe === null ? words : `<a href="${escapeHtml(safe)}">${words}</a>`;
    },
    image: ({ text }) => escapeHtml(text),
    checkbox: ({ checked }) => (checked ? "☑ " : "☐ "),
    tablecell({ header, tokens }) {
      const words = this.parser.parseInline(tokens);
      return header ? `<th scope="col">${words}</th>` : `<td>${words}</td>`;
    },
  },
});

const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: ["p", "br", "strong", "em", "del", "code", "pre", "blockquote", "ul", "ol", "li", "hr", "a", "table", "thead", "tbody", "tr", "th", "td"],
  allowedAttributes: { a: ["href"], th: ["scope"], ol: ["start"] },
  allowedSchemes: ["http", "https", "mailto"],
  allowProtocolRelative: false,
};

/** Markdown from people as safe HTML blocks: no raw HTML, no images, no headings, links to http(s) and mailto only. */
export function richText(source: string): string {
  try {
    return sanitizeHtml(markdown.parse(source, { async: false }), ALLOWED);
  } catch {
    // Nested deeper than the parser can follow: nobody wrote that for its looks.
    return `<p>${escapeHtml(source.trim())}</p>`;
  }
}
