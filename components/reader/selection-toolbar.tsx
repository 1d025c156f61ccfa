import { autoUpdate, computePosition, flip, offset, shift } from "@floating-ui/react";
import { Check, Copy, MessageSquarePlus, MoveRight, Plus, SquarePlus } from "lucide-react";
import { useLayoutEffect, useState, type ReactNode } from "react";
import { Kbd } from "@/components/ui/kbd";
import { blockIndexAt, type TextMap } from "@/lib/anchoring/dom";
import type { Span } from "@/lib/domain/text";
import { copyText } from "./copy-text";
import type { SelectionAction } from "./types";

interface SelectionToolbarProps {
  map: TextMap;
  scroller: HTMLElement;
  span: Span;
  /** The open claim's number, when it may be moved to the selection. */
  movable: number | null;
  /** False where a selection can only become something new. */
  addable: boolean;
  onAction: ((action: SelectionAction) => void) | null;
  /** Takes the words for what is being placed; given, there is nothing else to do with them. */
  onPlace: (() => void) | null;
  /** The selected words. */
  quote: () => string;
  onCopied: ((copied: boolean) => void) | undefined;
}

/** What can be done with the selection, just above it; on touch screens at the bottom edge, clear of the selection's own handles. */
export function SelectionToolbar({ map, scroller, span, movable, addable, onAction, onPlace, quote, onCopied }: SelectionToolbarProps) {
  const [bar, setBar] = useState<HTMLElement | null>(null);

  useLayoutEffect(() => {
    if (!bar) return undefined;
    const line = { getBoundingClientRect: () => firstLine(map, span), contextElement: scroller };
    const middleware = [offset(8), flip({ boundary: scroller }), shift({ boundary: scroller, crossAxis: true, padding: 8 })];
    return autoUpdate(line, bar, () => {
      void computePosition(line, bar, { placement: "top", strategy: "fixed", middleware }).then(({ x, y }) => {
        bar.style.left = `${x}px`;
        bar.style.top = `${y}px`;
      });
    });
  }, [bar, map, scroller, span]);

  return (
    <div
      ref={setBar}
      role="toolbar"
      aria-label="Selected text"
      className="reader-toolbar"
      onPointerDown={(event) => event.preventDefault()} // the press must not take the selection away
      onMouseDown={(event) => event.preventDefault()}
    >
      {onPlace && <ToolbarButton icon={<Check />} label="Put it here" keys="enter" onClick={onPlace} />}
      {onAction && <ToolbarButton icon={<Plus />} label="New claim" keys="n" onClick={() => onAction("new")} />}
      {onAction && addable && <ToolbarButton icon={<SquarePlus />} label="Add to claim…" keys="a" onClick={() => onAction("add")} />}
      {onAction && movable !== null && <ToolbarButton icon={<MoveRight />} label={`Move ${movable} here`} onClick={() => onAction("move")} />}
      {onAction && <ToolbarButton icon={<MessageSquarePlus />} label="Discuss" keys="m" onClick={() => onAction("discuss")} />}
      {!onPlace && <ToolbarButton icon={<Copy />} label="Copy quote" onClick={() => void copyText(quote()).then(onCopied)} />}
    </div>
  );
}

interface ToolbarButtonProps {
  icon: ReactNode;
  label: string;
  keys?: string;
  onClick: () => void;
}

function ToolbarButton({ icon, label, keys, onClick }: ToolbarButtonProps) {
  return (
    <button type="button" onClick={onClick} {...(keys ? { "aria-keyshortcuts": keys } : {})}>
      {icon}
      {label}
      {keys && <Kbd keys={keys} plain />}
    </button>
  );
}

/** The first line of the selection; the rest of a long one may be far out of view. */
function firstLine(map: TextMap, span: Span): DOMRect {
  const block = map.blocks[blockIndexAt(map.blocks, span.start)];
  const range = map.rangeOf({ start: span.start, end: Math.min(span.end, block?.end ?? span.end) });
  return range?.getClientRects()[0] ?? map.root.getBoundingClientRect();
}
