/** Plain text within a line, as Markdown that reads back as the same text. */
export function escapeInline(value: string): string {
  return escapeMarks(value).replace(/&(?=#?\w+;)/g, "\\&");
}

/** As `escapeInline`, for words that already are Markdown: their character references stay. */
export function escapeMarks(value: string): string {
  return value
    .replace(/[\\`*[\]<>~|$]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/==/g, "\\=\\=");
}

/** Escapes, line by line, what means something at the beginning of a line only: headings, lists, rules, indented code. */
export function escapeLineStarts(markdown: string): string {
  return markdown
    .split("\n")
    .map((line) =>
      line
        .trimEnd()
        .replace(/^[ \t]/, "&#32;")
        .replace(/^((?:&#32;)?\s*)([#+\-=:])/, "$1\\$2")
        .replace(/^((?:&#32;)?\s*\d+)([.)])/, "$1\\$2"),
    )
    .join("\n");
}

/** Plain text as a paragraph of Markdown; line ends become hard breaks. */
export function escapeMarkdown(value: string): string {
  return escapeLineStarts(
    value
      .trim()
      .split(/\s*\n\s*/)
      .map(escapeInline)
      .join("\\\n"),
  );
}

/** Plain text on one line: for headings, list items and wherever a line end would end the construct. */
export function escapeMarkdownLine(value: string): string {
  return escapeLineStarts(escapeInline(value.replace(/\s+/g, " ").trim()));
}

/** A link, with words that already are Markdown. */
export function markdownLink(words: string, href: string): string {
  const destination = href.replaceAll("<", "%3C").replaceAll(">", "%3E").replaceAll("\\", "%5C").replaceAll("&", "&amp;");
  return `[${words}](<${destination}>)`;
}

/** Text as code, in one more backtick than it holds. */
export function fenced(text: string, language = ""): string {
  const fence = longerThanAny(text, 3);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** Text as code within a line. */
export function codeSpan(text: string): string {
  const fence = longerThanAny(text, 1);
  const pad = fence.length > 1 ? " " : "";
  return `${fence}${pad}${text.replace(/\s+/g, " ")}${pad}${fence}`;
}

function longerThanAny(text: string, least: number): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  return "`".repeat(Math.max(least, longest + 1));
}

/** Every line but the first moved in; empty lines stay empty. */
export function indented(markdown: string, spaces: number): string {
  return markdown.replace(/\n(?=[^\n])/g, `\n${" ".repeat(spaces)}`);
}

/** Every line as part of a quotation. */
export function quoted(markdown: string): string {
  return markdown
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");
}
