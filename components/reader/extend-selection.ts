import { blockIndexAt, type TextMap } from "@/lib/anchoring/dom";
import { placeCaret } from "./caret-keys";
import { caretOffsetAt } from "./hit-test";

/** Blocks that one frame may have to lay out: the browser skips those out of view until a selection runs through them. */
const BLOCKS_A_FRAME = 12;

/**
 * A press with Shift far from the selection's moving end takes it there over several frames, so that no frame has to lay out hundreds of
 * paragraphs. Nearer presses are the browser's.
 */
export function extendByFarPresses(map: TextMap, signal: AbortSignal): void {
  let frame = 0;

  const onMouseDown = (event: MouseEvent) => {
    cancelAnimationFrame(frame);
    if (!event.shiftKey || event.button !== 0) return;
    const from = movingEnd(map);
    const to = caretOffsetAt(map, event.clientX, event.clientY);
    if (from === null || to === null) return;
    const first = blockIndexAt(map.blocks, from);
    const last = blockIndexAt(map.blocks, to);
    if (Math.abs(last - first) <= BLOCKS_A_FRAME) return;
    event.preventDefault();
    map.root.focus({ preventScroll: true });
    extend(first, last, to);
  };

  const extend = (block: number, last: number, to: number) => {
    const next = block < last ? Math.min(block + BLOCKS_A_FRAME, last) : Math.max(block - BLOCKS_A_FRAME, last);
    const offset = next === last ? to : (map.blocks[next]?.start ?? to);
    placeCaret(map, offset, true);
    if (next === last) return;
    const reached = movingEnd(map);
    // Whoever moves the selection meanwhile has it.
    frame = requestAnimationFrame(() => movingEnd(map) === reached && extend(next, last, to));
  };

  // Nothing is added once the signal has come.
  map.root.addEventListener("mousedown", onMouseDown, { signal });
  signal.addEventListener("abort", () => cancelAnimationFrame(frame));
}

function movingEnd(map: TextMap): number | null {
  const selection = document.getSelection();
  return selection?.focusNode && map.root.contains(selection.focusNode) ? map.offsetOf(selection.focusNode, selection.focusOffset) : null;
}
