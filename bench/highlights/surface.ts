import type { Block, Span } from "../../lib/domain/text";

/** What is marked: a span, and which of the five colours it has. */
export interface Marked extends Span {
  id: string;
  tone: number;
}

/** The text that all systems show. */
export interface ShownText {
  text: string;
  blocks: Block[];
}

/** One way of drawing marks, as the page of the benchmark offers it. */
export interface Surface {
  /** Shows these marks instead of any before. */
  show: (marks: readonly Marked[]) => void;
  add: (mark: Marked) => void;
  /** True when as many marks are drawn: some systems draw a while after they were asked. */
  drawn: (count: number) => boolean;
}

declare global {
  interface Window {
    shown: ShownText;
    surface: Surface;
  }
}

/** The text as plain paragraphs, for the systems that bring no surface of their own. The page's text is the same, unit by unit. */
export function plainParagraphs({ text, blocks }: ShownText): HTMLElement {
  const root = document.createElement("main");
  let end = 0;
  for (const block of blocks) {
    const paragraph = document.createElement("p");
    paragraph.textContent = text.slice(block.start, block.end);
    root.append(text.slice(end, block.start), paragraph);
    end = block.end;
  }
  document.body.append(root);
  return root;
}
