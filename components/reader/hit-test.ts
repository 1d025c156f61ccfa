import type { TextMap } from "@/lib/anchoring/dom";

/** The offset at which a caret would stand for this point of the window, or null when the point is not over the text surface. */
export function caretOffsetAt(map: TextMap, x: number, y: number): number | null {
  const point = caretPoint(x, y);
  return point && map.root.contains(point.node) ? map.offsetOf(point.node, point.offset) : null;
}

/** The offset of the character under the point, or null when there is none: margins and the space after a line hold no character. */
export function characterAt(map: TextMap, x: number, y: number): number | null {
  const caret = caretOffsetAt(map, x, y);
  if (caret === null) return null;
  return [caret, caret - 1].find((offset) => offset >= 0 && boxesOf(map, offset).some((box) => contains(box, x, y))) ?? null;
}

/** Where a caret at the offset is drawn, in window coordinates. */
export function caretBox(map: TextMap, offset: number): DOMRect | null {
  const [own] = map.rangeOf({ start: offset, end: offset })?.getClientRects() ?? [];
  if (own) return own;
  const [next] = boxesOf(map, offset);
  if (next) return new DOMRect(isRtl(map) ? next.right : next.left, next.top, 0, next.height);
  const previous = boxesOf(map, offset - 1).at(-1);
  return previous ? new DOMRect(isRtl(map) ? previous.left : previous.right, previous.top, 0, previous.height) : null;
}

function boxesOf(map: TextMap, offset: number): DOMRect[] {
  return [...(map.rangeOf({ start: offset, end: offset + 1 })?.getClientRects() ?? [])];
}

function isRtl(map: TextMap): boolean {
  return getComputedStyle(map.root).direction === "rtl";
}

/** Boxes are as high as the letters; a pointer between two lines still means the nearer one. */
const LEADING = 4;

function contains(box: DOMRect, x: number, y: number): boolean {
  return x >= box.left && x <= box.right && y >= box.top - LEADING && y <= box.bottom + LEADING;
}

/** The text node and position under a point of the window. Safari before 26.2 knows only the older of the two calls. */
export function caretPoint(x: number, y: number): { node: Node; offset: number } | null {
  if ("caretPositionFromPoint" in document) {
    const position = document.caretPositionFromPoint(x, y);
    return position ? { node: position.offsetNode, offset: position.offset } : null;
  }
  const range = (document as Document).caretRangeFromPoint(x, y); // the check above narrows document to never
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}
