"use client";

import { EllipsisVertical } from "lucide-react";
import { memo, type FocusEvent, type KeyboardEvent, type MouseEvent } from "react";
import { caretPoint } from "@/components/reader/hit-test";
import type { Layer } from "@/components/reader/layers";
import { BlockField } from "./block-field";
import { kindOf } from "./block-kinds";
import { BlockWords } from "./block-words";
import type { EditedBlock } from "./edited-block";
import type { Caret, EditorAction } from "./editor-state";
import { TurnLine } from "./turn-line";

export interface BlockRowProps {
  block: EditedBlock;
  /** In the margin; null for headings. */
  number: number | null;
  changed: boolean;
  /** True for the one block that Tab reaches. */
  active: boolean;
  /** Set while the block is open. */
  caret: Caret | null;
  layers: readonly Layer[];
  act: (action: EditorAction) => void;
  /** Goes to the block that many places further, or as far as there are blocks. */
  onGo: (id: string, step: number) => void;
  onLeave: (id: string, step: 1 | -1) => void;
  onMenu: (id: string, button: HTMLElement) => void;
}

/** Far enough for any text. */
const TO_THE_EDGE = 1_000_000;
const STEPS: Record<string, number> = { ArrowUp: -1, ArrowDown: 1, PageUp: -10, PageDown: 10, Home: -TO_THE_EDGE, End: TO_THE_EDGE };

/** One block of the text: words that can be reached, and opened as a field. Rendered again only when something about it changed. */
export const BlockRow = memo(function BlockRow(props: BlockRowProps) {
  const { block, number, changed, active, caret, layers, act, onGo, onLeave, onMenu } = props;
  const { id, text, type } = block;
  const name = `${kindOf(block)?.name ?? "Block"}${number === null ? "" : ` ${String(number)}`}${changed ? ", changed" : ""}`;

  function openHere(event: MouseEvent<HTMLElement>): void {
    // Selecting words is not asking for a field.
    if (document.getSelection()?.isCollapsed === false && event.detail < 2) return;
    act({ type: "open", id, at: offsetIn(event.currentTarget, event.clientX, event.clientY) ?? text.length });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const step = STEPS[event.key];
    if (event.key === "Enter" || event.key === "F2" || event.key === " ") act({ type: "open", id, at: text.length });
    else if (event.key === "Delete") act({ type: "remove", id });
    else if (step !== undefined) onGo(id, step);
    else return;
    event.preventDefault();
  }

  function onBlur({ currentTarget, relatedTarget }: FocusEvent): void {
    const goesOn = relatedTarget instanceof Element && (currentTarget.contains(relatedTarget) || relatedTarget.closest('[role="menu"]'));
    // Another window has the focus when the document has not: one will come back to the field.
    if (caret && !goesOn && document.hasFocus()) act({ type: "close", id });
  }

  return (
    <li
      className="reader-frame"
      data-row={id}
      data-type={type}
      data-level={type === "heading" ? (block.level ?? 1) : undefined}
      data-number={number}
      data-length={text.length}
      data-changed={changed || undefined}
      data-open={caret !== null || undefined}
      onBlur={onBlur}
    >
      <span id={`${id}-name`} hidden>
        {name}
      </span>
      {type === "turn" && <TurnLine block={block} caret={caret} act={act} />}
      {caret ? (
        <BlockField block={block} name={name} caret={caret} act={act} onLeave={onLeave} />
      ) : (
        <div
          data-block=""
          role="button"
          tabIndex={active ? 0 : -1}
          dir="auto"
          aria-describedby={`${id}-name`}
          onClick={openHere}
          onKeyDown={onKeyDown}
          onFocus={() => active || act({ type: "go", id })}
        >
          {text === "" ? <span className="text-ink-3 italic">Empty</span> : <BlockWords block={block} layers={layers} />}
        </div>
      )}
      <button
        type="button"
        className="revision-menu"
        aria-label={`${name}: more`}
        aria-haspopup="menu"
        tabIndex={active ? 0 : -1}
        onClick={(event) => onMenu(id, event.currentTarget)}
      >
        <EllipsisVertical aria-hidden size={16} />
      </button>
    </li>
  );
});

/** The offset in the element's text under a point of the window. */
function offsetIn(element: HTMLElement, x: number, y: number): number | null {
  const point = caretPoint(x, y);
  if (!point || !element.contains(point.node)) return null;
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(point.node, point.offset);
  return before.toString().length;
}
