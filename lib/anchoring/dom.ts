import type { Block, Span } from "@/lib/domain/text";

/**
 * Where the canonical text stands in the page. The element of block `i` carries `data-block="i"` and holds the block's text
 * and nothing else, in whatever inline elements; numbers, speakers and other furniture stand outside of it.
 */
export interface TextMap {
  readonly root: HTMLElement;
  readonly blocks: readonly Block[];
  elementOf: (index: number) => HTMLElement | null;
  /** The text node and position of an offset. At a seam between nodes, `start` takes the node that begins there, `end` the one that ends there. */
  pointAt: (offset: number, edge: "start" | "end") => TextPoint | null;
  /** The offset of a DOM position. A position outside of the blocks counts as the beginning of the next block, or the end of the text. */
  offsetOf: (node: Node, nodeOffset: number) => number;
  /** One live range from end to end: for measuring and selecting. Null when the text is empty. */
  rangeOf: (span: Span) => Range | null;
  /** The part of the text that a selection or range covers, or null when it covers none. */
  spanOf: (range: AbstractRange) => Span | null;
}

interface TextPoint {
  node: Text;
  offset: number;
}

/** The index of the last block (or whatever is sorted by its start) that begins at or before the offset; 0 when the offset lies before all of them, -1 without blocks. */
export function blockIndexAt(blocks: readonly Pick<Block, "start">[], offset: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((blocks[middle]?.start ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  return high < 0 ? -1 : low;
}

/** Cuts a span at the block borders: the parts that are really text, each with the index of its block. */
export function blockPieces(blocks: readonly Block[], span: Span): (Span & { block: number })[] {
  const pieces: (Span & { block: number })[] = [];
  for (let index = Math.max(0, blockIndexAt(blocks, span.start)); index < blocks.length; index += 1) {
    const block = blocks[index];
    if (!block || block.start >= span.end) break;
    const start = Math.max(span.start, block.start);
    const end = Math.min(span.end, block.end);
    if (start < end) pieces.push({ start, end, block: index });
  }
  return pieces;
}

/** Reads positions from the rendered blocks under `root`. Elements are looked up until all are there, so it may be made before a long text has come. */
export function createTextMap(root: HTMLElement, blocks: readonly Block[]): TextMap {
  let found: HTMLElement[] = [];
  const elements = () => (found.length === blocks.length ? found : (found = [...root.querySelectorAll<HTMLElement>("[data-block]")]));

  function pointAt(offset: number, edge: "start" | "end"): TextPoint | null {
    const index = nearestBlock(blocks, offset, edge);
    const block = blocks[index];
    const element = elements()[index];
    if (!block || !element) return null;
    const wanted = Math.min(Math.max(offset, block.start), block.end) - block.start;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let point: TextPoint | null = null;
    let begins = 0;
    while (walker.nextNode()) {
      const node = walker.currentNode as Text; // the walker shows text nodes only
      if (point && (edge === "end" ? begins >= wanted : begins > wanted)) break;
      point = { node, offset: Math.min(wanted - begins, node.length) };
      begins += node.length;
    }
    return point;
  }

  function offsetOf(node: Node, nodeOffset: number): number {
    const element = blockElement(node);
    const block = element && root.contains(element) ? blocks[Number(element.dataset["block"])] : undefined;
    if (element && block) {
      const before = document.createRange();
      before.setStart(element, 0);
      before.setEnd(node, nodeOffset);
      return block.start + before.toString().length;
    }
    return blocks[firstAfter(elements(), node, nodeOffset)]?.start ?? blocks.at(-1)?.end ?? 0;
  }

  function rangeOf(span: Span): Range | null {
    const start = pointAt(span.start, "start");
    const end = span.end > span.start ? pointAt(span.end, "end") : start;
    if (!start || !end) return null;
    const range = document.createRange();
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset);
    return range;
  }

  function spanOf(range: AbstractRange): Span | null {
    const start = offsetOf(range.startContainer, range.startOffset);
    const end = offsetOf(range.endContainer, range.endOffset);
    return start < end ? { start, end } : null;
  }

  return { root, blocks, elementOf: (index) => elements()[index] ?? null, pointAt, offsetOf, rangeOf, spanOf };
}

/** Between two blocks, a start belongs to the following one and an end to the one before. */
function nearestBlock(blocks: readonly Block[], offset: number, edge: "start" | "end"): number {
  const index = blockIndexAt(blocks, offset);
  const block = blocks[index];
  const between = block !== undefined && edge === "start" && offset > block.end && index < blocks.length - 1;
  return between ? index + 1 : index;
}

function blockElement(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>("[data-block]") ?? null;
}

/** The index of the first element that begins after the position. */
function firstAfter(elements: readonly HTMLElement[], node: Node, nodeOffset: number): number {
  if (!node.isConnected) return elements.length;
  const point = document.createRange();
  point.setStart(node, nodeOffset);
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const element = elements[middle];
    if (element && point.comparePoint(element, 0) >= 0) high = middle;
    else low = middle + 1;
  }
  return low;
}
