import { layersOn } from "@/components/reader/inline-runs";
import { claimLayers, type Layer } from "@/components/reader/layers";
import type { ReaderClaim } from "@/components/reader/types";
import type { Block } from "@/lib/domain/text";

/** The claims on each block, counted from the block's own start. */
export function blockLayers(blocks: readonly Block[], claims: readonly ReaderClaim[]): Layer[][] {
  const layers = claimLayers(claims);
  return blocks.map((block) =>
    layersOn(block, layers).map(({ name, spans }) => ({
      name,
      spans: spans.map(({ start, end }) => ({ start: Math.max(start, block.start) - block.start, end: Math.min(end, block.end) - block.start })),
    })),
  );
}
