"use client";

import { useLayoutEffect, useRef, type KeyboardEvent } from "react";
import type { EditedBlock } from "./edited-block";
import type { Caret, EditorAction } from "./editor-state";

interface TurnLineProps {
  block: EditedBlock;
  /** Set while the block is open. */
  caret: Caret | null;
  act: (action: EditorAction) => void;
}

/** Who speaks and when, above a turn: words that become fields with the block. */
export function TurnLine({ block, caret, act }: TurnLineProps) {
  const { id, speaker = "", time = "" } = block;
  if (!caret) {
    if (speaker === "" && time === "") return null;
    return (
      <p className="reader-turn" onClick={() => act({ type: "open", id, at: 0, field: "speaker" })}>
        {speaker && <b>{speaker}</b>} {time && <span>{time}</span>}
      </p>
    );
  }
  return (
    <p className="reader-turn flex gap-2">
      <TurnField label="Speaker" field="speaker" value={speaker} caret={caret} act={act} />
      <TurnField label="Time" field="time" value={time} caret={caret} act={act} />
    </p>
  );
}

interface TurnFieldProps {
  label: string;
  field: "speaker" | "time";
  value: string;
  caret: Caret;
  act: (action: EditorAction) => void;
}

function TurnField({ label, field, value, caret, act }: TurnFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (caret.field !== field) return;
    input.current?.focus();
    input.current?.select();
  }, [caret, field]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter") act({ type: "open", id: caret.id, at: 0 });
    else if (event.key === "Escape") act({ type: "close", id: caret.id });
    else return;
    event.preventDefault();
  }

  return (
    <input
      ref={input}
      aria-label={label}
      placeholder={label}
      value={value}
      size={field === "time" ? 9 : 18}
      onChange={(event) => act({ type: "write_turn", id: caret.id, field, value: event.target.value, now: Date.now() })}
      onKeyDown={onKeyDown}
      className="h-5 min-w-0 rounded-[3px] border-b border-line-3 bg-transparent text-ink-2 focus-visible:outline-offset-0"
    />
  );
}
