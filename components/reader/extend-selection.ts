import type { MouseEvent } from "react";
import { blockIndexAt, type TextMap } from "@/lib/anchoring/dom";
import { placeCaret } from "./caret-keys";
import { caretOffsetAt } from "./hit-test";

/** Blocks that are taken into the selection in one frame: as many as a slow machine lays out in the time of one. */
const A_FRAME = 40;

/**
 * Extends the selection to the pressed place, where that is far away, frame by frame: the browser would lay out everything in between before
 * it shows anything. True when it was done, and the browser should not do it too.
 */
export function extendFar(event: MouseEvent, map: TextMap): boolean {
  const selection = document.getSelection();
  if (!event.shiftKey || event.button !== 0 || !selection?.focusNode || !map.root.contains(selection.focusNode)) return false;
  const to = caretOffsetAt(map, event.clientX, event.clientY);
  if (to === null) return false;
  const last = blockIndexAt(map.blocks, to);
  let at = blockIndexAt(map.blocks, map.offsetOf(selection.focusNode, selection.focusOffset));
  if (Math.abs(last - at) <= A_FRAME) return false;
  const forward = last > at;
  map.root.focus({ preventScroll: true });
  const step = () => {
    at += forward ? A_FRAME : -A_FRAME;
    const block = map.blocks[at];
    if (!block || (forward ? at >= last : at <= last)) return placeCaret(map, to, true);
    placeCaret(map, forward ? block.end : block.start, true);
    requestAnimationFrame(step);
  };
  step();
  return true;
}
