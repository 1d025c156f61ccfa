import type { Span } from "@/lib/domain/text";
import { blockPieces, type TextMap } from "@/lib/anchoring/dom";
import { spansWithin, type Layer, type LayerName } from "./layers";

/** True where the browser paints ranges without elements. */
export function canPaintRanges(): boolean {
  return typeof Highlight === "function" && typeof CSS === "object" && "highlights" in CSS && CSS.highlights !== undefined;
}

export interface Painter {
  /** Makes the highlights show these layers inside the window, touching only the ranges that differ from what is painted. */
  paint: (layers: readonly Layer[], window: Span) => void;
  clear: () => void;
}

/**
 * Paints layers with shared CSS highlights: one a layer, whatever the number of claims. A browser checks every registered
 * range again after each change of the page, so only the ranges near the view are registered. Ranges are cut at the blocks,
 * because a static range across a border of containment is not painted.
 */
export function createPainter(map: TextMap): Painter {
  const painted = new Map<LayerName, Map<string, StaticRange[]>>();

  function paintLayer(name: LayerName, priority: number, spans: readonly Span[]): void {
    const before = painted.get(name) ?? new Map<string, StaticRange[]>();
    if (spans.length === 0 && before.size === 0) return;
    const highlight = sharedHighlight(name);
    highlight.priority = priority;
    const after = new Map<string, StaticRange[]>();
    for (const span of spans) {
      const key = `${span.start} ${span.end}`;
      const ranges = before.get(key) ?? rangesOf(map, span);
      if (!before.delete(key)) for (const range of ranges) highlight.add(range);
      // A place that has not come yet is looked for again.
      if (ranges.length > 0) after.set(key, ranges);
    }
    for (const ranges of before.values()) for (const range of ranges) highlight.delete(range);
    painted.set(name, after);
  }

  function paint(layers: readonly Layer[], window: Span): void {
    const shown = new Set(layers.map((layer) => layer.name));
    for (const name of painted.keys()) if (!shown.has(name)) paintLayer(name, 0, []);
    layers.forEach((layer, priority) => paintLayer(layer.name, priority, clip(spansWithin(layer.spans, window), window)));
  }

  return { paint, clear: () => paint([], { start: 0, end: 0 }) };
}

/** The registry belongs to the whole page: two texts side by side share the highlights, each adding and removing its own ranges. */
function sharedHighlight(name: LayerName): Highlight {
  const key = `reader-${name}`;
  const known = CSS.highlights.get(key);
  if (known) return known;
  const highlight = new Highlight();
  CSS.highlights.set(key, highlight);
  return highlight;
}

/** A claim over the whole text costs no more ranges than the window has blocks. */
function clip(spans: readonly Span[], window: Span): Span[] {
  return spans.map((span) => ({ start: Math.max(span.start, window.start), end: Math.min(span.end, window.end) }));
}

function rangesOf(map: TextMap, span: Span): StaticRange[] {
  return blockPieces(map.blocks, span).flatMap((piece) => {
    const start = map.pointAt(piece.start, "start");
    const end = map.pointAt(piece.end, "end");
    return start && end ? [new StaticRange({ startContainer: start.node, startOffset: start.offset, endContainer: end.node, endOffset: end.offset })] : [];
  });
}
