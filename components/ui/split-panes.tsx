"use client";

import { useRef, type PointerEvent, type ReactNode } from "react";
import { cx } from "./cx";
import { clampSize, sizeAfterKey, storedSize } from "./pane-size";
import { useStored, writeStored } from "./stored";

interface Pane {
  /** Names the pane and its separator: "Outline". */
  label: string;
  /** Sizes in pixels. */
  initial: number;
  min: number;
  max: number;
  content: ReactNode;
}

interface SplitPanesProps {
  /** Under this name the sizes are remembered in the browser. */
  storageKey: string;
  start?: Pane;
  end?: Pane;
  className?: string;
  children: ReactNode;
}

/**
 * A main pane between two adjustable ones. Below 1024 px only the main pane shows; the owner brings the others in sheets.
 * Each separator is dragged, or moved with the arrow keys, Home and End; a double click restores its first size.
 */
export function SplitPanes({ storageKey, start, end, className, children }: SplitPanesProps) {
  return (
    <div className={cx("flex min-h-0", className)}>
      {start && <SidePane side="start" storageKey={`${storageKey}.start`} pane={start} />}
      <div className="relative flex min-w-0 flex-1 flex-col">{children}</div>
      {end && <SidePane side="end" storageKey={`${storageKey}.end`} pane={end} />}
    </div>
  );
}

function SidePane({ side, storageKey, pane }: { side: "start" | "end"; storageKey: string; pane: Pane }) {
  const size = storedSize(useStored(storageKey), pane);
  const content = (
    <div className="flex min-h-0 shrink-0 flex-col" style={{ width: size }}>
      {pane.content}
    </div>
  );
  const separator = <Separator side={side} pane={pane} size={size} onSize={(next) => writeStored(storageKey, next === null ? null : String(next))} />;
  return (
    <aside aria-label={pane.label} className="flex min-h-0 shrink-0 max-lg:hidden">
      {side === "start" ? content : separator}
      {side === "start" ? separator : content}
    </aside>
  );
}

interface SeparatorProps {
  side: "start" | "end";
  pane: Pane;
  size: number;
  onSize: (size: number | null) => void;
}

function Separator({ side, pane, size, onSize }: SeparatorProps) {
  const drag = useRef<{ from: number; size: number } | null>(null);

  // A pane grows towards the middle: to the right when it stands on the left of it, whatever the writing direction.
  const growsRight = (element: Element) => (side === "start") === (getComputedStyle(element).direction === "ltr");

  function onPointerMove(event: PointerEvent) {
    if (!drag.current) return;
    const moved = event.clientX - drag.current.from;
    onSize(clampSize(drag.current.size + (growsRight(event.currentTarget) ? moved : -moved), pane.min, pane.max));
  }

  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={`${pane.label}: width`}
      aria-valuenow={size}
      aria-valuemin={pane.min}
      aria-valuemax={pane.max}
      tabIndex={0}
      onPointerDown={(event) => {
        drag.current = { from: event.clientX, size };
        event.currentTarget.setPointerCapture(event.pointerId);
        event.preventDefault();
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => (drag.current = null)}
      onPointerCancel={() => (drag.current = null)}
      onDoubleClick={() => onSize(null)}
      onKeyDown={(event) => {
        const next = sizeAfterKey(event.key, size, { ...pane, growKey: growsRight(event.currentTarget) ? "ArrowRight" : "ArrowLeft" });
        if (next === null) return;
        event.preventDefault();
        onSize(next);
      }}
      className="group relative z-10 w-px shrink-0 cursor-col-resize touch-none bg-line print:hidden forced-colors:bg-[CanvasText]"
    >
      <span aria-hidden className="absolute inset-y-0 -start-1 w-2.25 transition-colors duration-100 group-hover:bg-accent/15 group-active:bg-accent/25" />
    </div>
  );
}
