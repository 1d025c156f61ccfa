import { mergeSpans } from "@/lib/domain/anchor";
import type { Block, Mark, Span } from "@/lib/domain/text";
import { flatten, spansWithin, type Layer, type LayerName } from "./layers";

const STYLES = ["strong", "emphasis", "code"] as const satisfies readonly Mark["type"][];
type Style = (typeof STYLES)[number];

/** A stretch of one look. */
export interface Run extends Span {
  styles: readonly Style[];
  layers: readonly LayerName[];
}

/** Consecutive runs inside of one link, or outside of any. */
export interface RunGroup {
  href: string | null;
  runs: Run[];
}

/** Cuts a block's text into runs by its marks and, where highlights are elements, by the layers over it. A link stays one element. */
export function inlineRuns(block: Block, layers: readonly Layer[]): RunGroup[] {
  const looks: Layer<Style | LayerName>[] = [
    ...STYLES.flatMap((name) => {
      const spans = mergeSpans(block.marks.filter((mark) => mark.type === name));
      return spans.length > 0 ? [{ name, spans }] : [];
    }),
    ...layers,
  ];
  return linkParts(block).map(({ href, ...part }) => ({
    href,
    runs: flatten(looks, part).map((segment) => ({
      start: segment.start,
      end: segment.end,
      styles: segment.layers.filter(isStyle),
      layers: segment.layers.filter((name) => !isStyle(name)),
    })),
  }));
}

/** The part of each layer that lies on the block; layers that do not touch it are left out. */
export function layersOn(block: Block, layers: readonly Layer[]): Layer[] {
  return layers.flatMap((layer) => {
    const spans = spansWithin(layer.spans, block);
    return spans.length > 0 ? [{ name: layer.name, spans }] : [];
  });
}

/** True when both lists would draw the same. */
export function sameLayers(one: readonly Layer[], other: readonly Layer[]): boolean {
  return one === other || (one.length === other.length && one.every((layer, index) => sameLayer(layer, other[index])));
}

function sameLayer(one: Layer, other: Layer | undefined): boolean {
  if (one.name !== other?.name || one.spans.length !== other.spans.length) return false;
  return one.spans.every((span, index) => span.start === other.spans[index]?.start && span.end === other.spans[index]?.end);
}

function isStyle(name: Style | LayerName): name is Style {
  return name === "strong" || name === "emphasis" || name === "code";
}

/** The block cut at its links; a link that begins inside of another one loses what they share. */
function linkParts(block: Block): (Span & { href: string | null })[] {
  const parts: (Span & { href: string | null })[] = [];
  let at = block.start;
  const links = block.marks.filter((mark) => mark.type === "link" && mark.href).sort((a, b) => a.start - b.start);
  for (const link of links) {
    const start = Math.max(at, link.start);
    const end = Math.min(link.end, block.end);
    if (end <= start) continue;
    if (start > at) parts.push({ start: at, end: start, href: null });
    parts.push({ start, end, href: link.href ?? null });
    at = end;
  }
  if (at < block.end) parts.push({ start: at, end: block.end, href: null });
  return parts;
}
