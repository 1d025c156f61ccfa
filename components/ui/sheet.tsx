"use client";

import { ChevronDown, ChevronUp, X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { useRef, useState, type PointerEvent, type ReactNode } from "react";
import { IconButton } from "./button";
import { cx } from "./cx";
import { useFocusReturn } from "./use-focus-return";

interface SheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** A modal sheet dims the page and holds the focus; one that is not leaves the text above it usable. */
  modal?: boolean;
  children: ReactNode;
}

/** How far the handle must be pulled before it counts. */
const PULL_PX = 40;

/** A panel from the bottom edge, for phones: half the height, or nearly all of it. */
export function Sheet({ open, onOpenChange, title, modal = false, children }: SheetProps) {
  const focusReturn = useFocusReturn();
  const [tall, setTall] = useState(false);
  const pulledFrom = useRef<number | null>(null);

  function release(event: PointerEvent) {
    const pulled = pulledFrom.current === null ? 0 : event.clientY - pulledFrom.current;
    pulledFrom.current = null;
    if (pulled < -PULL_PX) setTall(true);
    else if (pulled > PULL_PX && tall) setTall(false);
    else if (pulled > PULL_PX) onOpenChange(false);
  }

  return (
    <Radix.Root open={open} onOpenChange={onOpenChange} modal={modal}>
      <Radix.Portal>
        {modal && <Radix.Overlay className="fixed inset-0 z-30 animate-fade bg-scrim" />}
        <Radix.Content
          {...(modal ? { "data-modal": "" } : { "data-shortcuts": "page" })}
          aria-describedby={undefined}
          // Whoever reads on above the sheet keeps the focus there.
          onOpenAutoFocus={(event) => {
            focusReturn.onOpenAutoFocus();
            if (!modal) event.preventDefault();
          }}
          onCloseAutoFocus={focusReturn.onCloseAutoFocus}
          onInteractOutside={(event) => {
            if (!modal) event.preventDefault();
          }}
          className={cx(
            "fixed inset-x-0 bottom-0 z-30 flex animate-sheet flex-col rounded-t-2xl border border-b-0 border-line bg-surface shadow-float transition-[height] duration-150 focus:outline-none",
            tall ? "h-[92dvh]" : "h-[52dvh]",
          )}
        >
          <div
            className="flex touch-none items-center gap-2 px-4 pt-1"
            onPointerDown={(event) => {
              pulledFrom.current = event.clientY;
              event.currentTarget.setPointerCapture(event.pointerId);
            }}
            onPointerUp={release}
            onPointerCancel={() => (pulledFrom.current = null)}
          >
            <Radix.Title className="sr-only">{title}</Radix.Title>
            <span className="w-8" />
            <span aria-hidden className="mx-auto h-1 w-9 rounded-full bg-line-2" />
            <span className="flex" onPointerDown={(event) => event.stopPropagation()}>
              <IconButton
                label={tall ? "Make lower" : "Make taller"}
                aria-expanded={tall}
                icon={tall ? <ChevronDown size={16} /> : <ChevronUp size={16} />}
                onClick={() => setTall(!tall)}
              />
              <Radix.Close asChild>
                <IconButton label="Close" icon={<X size={16} />} />
              </Radix.Close>
            </span>
          </div>
          <div className="flex min-h-0 flex-1 flex-col overflow-y-auto overscroll-contain">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
