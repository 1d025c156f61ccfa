import type { KeyboardEvent } from "react";
import type { TextMap } from "@/lib/anchoring/dom";
import { caretMove, moveOffset, type CaretMove } from "./caret";
import { caretBox, caretOffsetAt } from "./hit-test";
import { reveal } from "./reveal";
import { readSelection } from "./use-text-selection";
import type { Viewport } from "./viewport";

/** What moving the caret needs to know of the text. */
export interface CaretGround {
  map: TextMap;
  viewport: Viewport;
  text: string;
  language: string;
  rtl: boolean;
}

/** Moves the caret, or with Shift the end of the selection, when the key asks for it. True when the key was used. */
export function handleCaretKey(event: KeyboardEvent, ground: CaretGround): boolean {
  const apple = /Mac|iPhone|iPad/.test(navigator.userAgent);
  if ((event.key === "a" || event.key === "A") && (apple ? event.metaKey : event.ctrlKey) && !event.altKey && !event.shiftKey) {
    selectAll(ground);
    return true;
  }
  const move = caretMove(event, { rtl: ground.rtl, apple });
  if (!move) return false;
  moveCaret(ground, move, event.shiftKey);
  return true;
}

/** Puts the caret at the offset, or with `extend` the moving end of the selection. */
export function placeCaret(map: TextMap, offset: number, extend = false): void {
  const selection = document.getSelection();
  const point = map.pointAt(offset, "start");
  if (!selection || !point) return;
  if (extend && selection.rangeCount > 0) selection.extend(point.node, point.offset);
  else selection.collapse(point.node, point.offset);
}

function moveCaret(ground: CaretGround, move: CaretMove, extend: boolean): void {
  const { map, viewport, text, language } = ground;
  const { caret, span } = readSelection(map, text);
  const from = caret ?? viewport.top();
  if (caret === null) placeCaret(map, from);
  switch (move.unit) {
    case "line":
    case "line_edge":
      modify(ground, move, extend);
      break;
    case "page":
      turnPage(ground, from, move.forward, extend);
      break;
    case "character":
      if (span && !extend) placeCaret(map, move.forward ? span.end : span.start);
      else placeCaret(map, moveOffset(text, map.blocks, from, "character", move.forward, language), extend);
      break;
    default:
      placeCaret(map, moveOffset(text, map.blocks, from, move.unit, move.forward, language), extend);
  }
  reveal(viewport.scroller, () => caretBox(map, readSelection(map, text).caret ?? from), "nearest");
}

/** Lines are the browser's: it knows where they break, and remembers the column while one goes up and down. */
function modify({ map, text }: CaretGround, move: CaretMove, extend: boolean): void {
  const selection = document.getSelection();
  const granularity = move.unit === "line" ? "line" : "lineboundary";
  selection?.modify(extend ? "extend" : "move", move.forward ? "forward" : "backward", granularity);
  if (!map.root.contains(selection?.focusNode ?? null)) placeCaret(map, move.forward ? text.length : 0, extend);
}

function turnPage({ map, viewport: { scroller }, text }: CaretGround, from: number, forward: boolean, extend: boolean): void {
  const before = caretBox(map, from);
  const { scrollTop } = scroller;
  scroller.scrollTop += (forward ? 0.9 : -0.9) * scroller.clientHeight;
  const atEdge = scroller.scrollTop === scrollTop;
  const view = scroller.getBoundingClientRect();
  const y = Math.min(Math.max(before?.top ?? 0, view.top), view.bottom - 1) + (before?.height ?? 0) / 2;
  const target = atEdge ? null : caretOffsetAt(map, before?.left ?? view.left, y);
  placeCaret(map, target ?? (forward ? text.length : 0), extend);
}

function selectAll({ map, text }: CaretGround): void {
  placeCaret(map, 0);
  placeCaret(map, text.length, true);
}
