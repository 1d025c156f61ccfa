import { useEffect, useState } from "react";
import { trimSpan } from "@/lib/anchoring/snap";
import type { TextMap } from "@/lib/anchoring/dom";
import type { Span } from "@/lib/domain/text";

export interface TextSelection {
  /** What is selected, without white space at its ends. */
  span: Span | null;
  /** Where the moving end of the selection stands. */
  caret: number | null;
  /** False while the mouse is still dragging. */
  settled: boolean;
}

const NOTHING: TextSelection = { span: null, caret: null, settled: true };

/** The part of the browser's selection that lies on the text. The browser's selection is the only one there is; nothing is kept beside it. */
export function readSelection(map: TextMap, text: string): { span: Span | null; caret: number | null } {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || !selection.focusNode) return NOTHING;
  if (!map.root.contains(selection.anchorNode) && !map.root.contains(selection.focusNode)) return NOTHING;
  const caret = map.root.contains(selection.focusNode) ? map.offsetOf(selection.focusNode, selection.focusOffset) : null;
  const span = selection.isCollapsed ? null : map.spanOf(selection.getRangeAt(0));
  const trimmed = span && trimSpan(text, span);
  return { span: trimmed && trimmed.start < trimmed.end ? trimmed : null, caret };
}

/** Follows the browser's selection over the text, at most once a frame. */
export function useTextSelection(map: TextMap | null, text: string): TextSelection {
  const [state, setState] = useState(NOTHING);

  useEffect(() => {
    if (!map) return undefined;
    let frame = 0;
    let dragging = false;
    const update = () => {
      frame = 0;
      setState((before) => changed(before, { ...readSelection(map, text), settled: !dragging }));
    };
    const schedule = () => {
      frame ||= requestAnimationFrame(update);
    };
    const press = (event: PointerEvent) => {
      dragging = event.pointerType === "mouse" && event.button === 0 && event.target instanceof Node && map.root.contains(event.target);
    };
    const release = () => {
      if (!dragging) return;
      dragging = false;
      schedule();
    };
    // What was selected before the page came to life counts too.
    schedule();
    document.addEventListener("selectionchange", schedule);
    document.addEventListener("pointerdown", press);
    document.addEventListener("pointerup", release);
    document.addEventListener("pointercancel", release);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener("selectionchange", schedule);
      document.removeEventListener("pointerdown", press);
      document.removeEventListener("pointerup", release);
      document.removeEventListener("pointercancel", release);
    };
  }, [map, text]);

  return state;
}

/** The same object when nothing changed, so that nothing renders. */
function changed(before: TextSelection, now: TextSelection): TextSelection {
  const same = before.caret === now.caret && before.settled === now.settled && before.span?.start === now.span?.start && before.span?.end === now.span?.end;
  return same ? before : now;
}
