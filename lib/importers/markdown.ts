import { lexer, type MarkedToken, type Token, type Tokens } from "marked";
import { safeHref } from "@/lib/domain/url";
import { assemble } from "@/lib/importers/canonical";
import { cleanText } from "@/lib/importers/clean-text";
import { DraftWriter } from "@/lib/importers/draft";
import { decodeEntities } from "@/lib/importers/entities";
import { takeFrontMatter } from "@/lib/importers/front-matter";
import type { Importer } from "@/lib/importers/importer";
import { textMeta } from "@/lib/importers/text-meta";

/** Between the cells of a table row, which becomes one paragraph. */
const BETWEEN_CELLS = " | ";

/** GitHub-flavoured Markdown with optional front matter. Pictures and raw HTML tags are left out; the text in the tags stays. */
export const readMarkdown: Importer = (source, options) => {
  const { meta, body } = takeFrontMatter(cleanText(source).text);
  const writer = new DraftWriter();
  new MarkdownWalk(writer, options.speakers).walk(lexer(body));
  const { warnings, ...read } = assemble(writer.drafts);
  const heading = read.blocks.find((block) => block.type === "heading" && block.level === 1);
  const title = heading ? textMeta({ title: read.text.slice(heading.start, heading.end) }) : {};
  return { ...read, meta: { ...title, ...meta }, warnings, leftOutWords: 0 };
};

class MarkdownWalk {
  constructor(
    private readonly writer: DraftWriter,
    /** In a transcript each line may be another speaker's, so that line ends are kept. */
    private readonly keepLines: boolean,
  ) {}

  walk(tokens: readonly Token[]): void {
    // No extension is registered, so that there are no tokens but marked's own.
    for (const token of tokens) this.token(token as MarkedToken);
  }

  private token(token: MarkedToken): void {
    const { writer } = this;
    const inside = (tokens: readonly Token[]) => () => this.walk(tokens);
    switch (token.type) {
      case "heading":
        return writer.block({ type: "heading", level: token.depth }, inside(token.tokens));
      case "paragraph":
        return writer.block({ type: "paragraph" }, inside(token.tokens));
      case "blockquote":
        return writer.block({ type: "quote" }, inside(token.tokens));
      case "list":
        for (const item of token.items) writer.block({ type: "list_item" }, inside(item.tokens));
        return;
      case "code":
        return writer.block({ type: "preformatted" }, () => writer.verbatim(token.text));
      case "table":
        for (const row of [token.header, ...token.rows]) this.row(row);
        return;
      case "html":
        return this.html(token);
      case "strong":
        return writer.mark("strong", inside(token.tokens));
      case "em":
        return writer.mark("emphasis", inside(token.tokens));
      case "codespan":
        return writer.mark("code", () => writer.text(token.text));
      case "link":
        return this.link(token);
      case "del":
        return this.walk(token.tokens);
      case "text":
        return token.tokens ? this.walk(token.tokens) : this.words(decodeEntities(token.text));
      case "escape":
        return writer.text(token.text);
      case "br":
        return writer.lineBreak();
      default:
        return;
    }
  }

  private words(text: string): void {
    if (!this.keepLines) return this.writer.text(text);
    text.split("\n").forEach((line, at) => {
      if (at > 0) this.writer.lineBreak();
      this.writer.text(line);
    });
  }

  private row(cells: readonly Tokens.TableCell[]): void {
    this.writer.block({ type: "paragraph" }, () => {
      cells.forEach((cell, at) => {
        if (at > 0) this.writer.text(BETWEEN_CELLS);
        this.walk(cell.tokens);
      });
    });
  }

  private link(token: Tokens.Link): void {
    const href = safeHref(decodeEntities(token.href));
    if (href === null) this.walk(token.tokens);
    else this.writer.mark("link", () => this.walk(token.tokens), href);
  }

  private html(token: Tokens.HTML | Tokens.Tag): void {
    if (/^<br\b/i.test(token.raw)) return this.writer.lineBreak();
    if (!("block" in token) || !token.block || /^<(!--|script|style)/i.test(token.raw.trimStart())) return;
    this.writer.block({ type: "paragraph" }, () => this.writer.text(decodeEntities(token.raw.replace(/<[^<>]*>/g, " "))));
  }
}
