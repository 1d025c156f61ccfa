import type { BlockType, Mark } from "@/lib/domain/text";
import { DraftWriter, type Draft } from "@/lib/importers/draft";

const BLOCKS: Readonly<Record<string, BlockType>> = { blockquote: "quote", pre: "preformatted", li: "list_item", dd: "list_item" };
const MARKS: Readonly<Record<string, Mark["type"]>> = { strong: "strong", b: "strong", em: "emphasis", i: "emphasis", code: "code" };
const INLINE = new Set(["a", "time", ...Object.keys(MARKS)]);

/** Between the cells of a table row, which becomes one paragraph. */
const BETWEEN_CELLS = " | ";

/** The drafts of what can be seen in a tree, in reading order. The tree must come from `sanitize`, which bounds its depth. */
export function htmlDrafts(root: Node): Draft[] {
  const writer = new DraftWriter();
  new HtmlWalk(writer).children(root);
  writer.block({ type: "paragraph" }, () => undefined);
  return writer.drafts;
}

class HtmlWalk {
  private verbatim = false;

  constructor(private readonly writer: DraftWriter) {}

  children(node: Node): void {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) this.words(child.nodeValue ?? "");
      // nodeType 1 is an element by definition.
      else if (child.nodeType === 1) this.element(child as Element);
    }
  }

  private words(text: string): void {
    if (this.verbatim) this.writer.verbatim(text);
    else this.writer.text(text);
  }

  private element(element: Element): void {
    const { writer } = this;
    const name = element.localName;
    const inside = () => this.children(element);
    if (element.hasAttribute("hidden") || name === "title") return;
    if (name === "br") return writer.lineBreak();
    if (name === "tr") return this.row(element);
    const href = name === "a" ? element.getAttribute("href") : null;
    if (href) return writer.mark("link", inside, href);
    const mark = MARKS[name];
    if (mark && !(this.verbatim && mark === "code")) return writer.mark(mark, inside);
    if (INLINE.has(name)) return inside();
    const level = /^h([1-6])$/.exec(name)?.[1];
    if (level) return writer.block({ type: "heading", level: Number(level) }, inside);
    if (name === "pre") return this.preformatted(inside);
    writer.block({ type: BLOCKS[name] ?? "paragraph" }, inside);
  }

  private preformatted(inside: () => void): void {
    this.writer.block({ type: "preformatted" }, () => {
      this.verbatim = true;
      inside();
      this.verbatim = false;
    });
  }

  private row(row: Element): void {
    this.writer.block({ type: "paragraph" }, () => {
      let first = true;
      for (let cell = row.firstElementChild; cell; cell = cell.nextElementSibling) {
        if (!first) this.writer.text(BETWEEN_CELLS);
        first = false;
        this.children(cell);
      }
    });
  }
}
