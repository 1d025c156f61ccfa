import type { TextMeta } from "@/lib/domain/text";
import { textMeta, type FoundMeta } from "@/lib/importers/text-meta";

const FIELD_OF: Readonly<Record<string, keyof TextMeta>> = {
  title: "title",
  author: "author",
  authors: "author",
  byline: "author",
  publication: "publication",
  publisher: "publication",
  site: "publication",
  source: "publication",
  date: "publishedOn",
  published: "publishedOn",
  lang: "language",
  language: "language",
  url: "url",
  link: "url",
  canonical: "url",
};

/**
 * Parts a Markdown text from the `---` block of simple `key: value` lines at its start. A block with other lines in it is
 * text (a thematic break), and stays.
 */
export function takeFrontMatter(source: string): { meta: TextMeta; body: string } {
  const end = source.startsWith("---\n") ? source.indexOf("\n---", 3) : -1;
  const after = source.slice(end + 4);
  if (end < 0 || !/^ *(\n|$)/.test(after)) return { meta: {}, body: source };
  const lines = source.slice(4, end).split("\n");
  if (!lines.every((line) => /^([\w-]+ *:|[ #-]|$)/.test(line))) return { meta: {}, body: source };
  const found: { -readonly [Field in keyof FoundMeta]: FoundMeta[Field] } = {};
  for (const line of lines) {
    const colon = line.indexOf(":");
    const field = FIELD_OF[line.slice(0, colon).trim().toLowerCase()];
    if (colon > 0 && field) found[field] ??= unquote(line.slice(colon + 1).trim());
  }
  return { meta: textMeta(found), body: after };
}

function unquote(value: string): string {
  const list = /^\[(.*)\]$/.exec(value)?.[1];
  if (list !== undefined)
    return list
      .split(",")
      .map((item) => unquote(item.trim()))
      .join(", ");
  return /^(["'])(.*)\1$/.exec(value)?.[2] ?? value;
}
