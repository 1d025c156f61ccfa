import { plainParagraphs, type Marked } from "./surface";

/* CSS highlights without anything around them: the floor. `?shared` for one a colour, else one a mark. */

const SHARED = new URLSearchParams(location.search).has("shared");
const { blocks } = window.shown;
const paragraphs = plainParagraphs(window.shown).children;
let count = 0;

function rangesOf(mark: Marked): StaticRange[] {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.end ?? Infinity) <= mark.start) low = middle + 1;
    else high = middle;
  }
  const ranges: StaticRange[] = [];
  for (let at = low; at < blocks.length; at += 1) {
    const [block, node] = [blocks[at], paragraphs[at]?.firstChild];
    if (!block || !node || block.start >= mark.end) break;
    const [startOffset, endOffset] = [Math.max(0, mark.start - block.start), Math.min(mark.end, block.end) - block.start];
    ranges.push(new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset }));
  }
  return ranges;
}

function add(mark: Marked): void {
  const name = SHARED ? `tone-${String(mark.tone)}` : `mark-${String(count)}`;
  count += 1;
  const known = CSS.highlights.get(name);
  const highlight = known ?? new Highlight();
  for (const range of rangesOf(mark)) highlight.add(range);
  if (!known) CSS.highlights.set(name, highlight);
}

if (!SHARED) {
  // Each needs a rule of its own; they are written before the time is taken.
  const style = document.createElement("style");
  style.textContent = Array.from({ length: 10_001 }, (_, index) => `::highlight(mark-${String(index)}){background:#fd8}`).join("\n");
  document.head.append(style);
}

window.surface = { show: (marks) => marks.forEach(add), add, drawn: () => true };
