"use client";

import { useLayoutEffect, useRef, type KeyboardEvent } from "react";
import { growByHand } from "@/components/ui/text-area";
import type { EditedBlock } from "./edited-block";
import type { Caret, EditorAction } from "./editor-state";
import { fieldKey } from "./field-keys";

interface BlockFieldProps {
  block: EditedBlock;
  name: string;
  caret: Caret;
  act: (action: EditorAction) => void;
  /** Leaves the field towards the block before or after. */
  onLeave: (id: string, step: 1 | -1) => void;
}

/** The text of a block as a field that looks like it. */
export function BlockField({ block, name, caret, act, onLeave }: BlockFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null);

  useLayoutEffect(() => {
    if (!area.current || caret.field) return;
    area.current.focus({ preventScroll: true });
    area.current.setSelectionRange(caret.at, caret.at);
    area.current.scrollIntoView({ block: "nearest" });
  }, [caret]);
  useLayoutEffect(() => {
    if (area.current) growByHand(area.current);
  }, [block.text]);

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    const { currentTarget: field } = event;
    if (event.nativeEvent.isComposing) return;
    const meant = fieldKey(event, block, { start: field.selectionStart, end: field.selectionEnd });
    if (meant === "leave") return leaveAtEdge(field, event.key === "ArrowDown" ? 1 : -1);
    if (!meant) return;
    event.preventDefault();
    act(meant);
  }

  /** The browser knows where lines break: when an arrow key did not move the caret, it stands at the edge. */
  function leaveAtEdge(field: HTMLTextAreaElement, step: 1 | -1): void {
    const { selectionStart } = field;
    requestAnimationFrame(() => {
      if (document.activeElement === field && field.selectionStart === selectionStart && field.selectionStart === field.selectionEnd) onLeave(block.id, step);
    });
  }

  return (
    <textarea
      ref={area}
      data-block=""
      rows={1}
      aria-label={name}
      dir="auto"
      value={block.text}
      onChange={(event) => act({ type: "write", id: block.id, text: event.target.value, at: event.target.selectionStart, now: Date.now() })}
      onKeyDown={onKeyDown}
    />
  );
}
