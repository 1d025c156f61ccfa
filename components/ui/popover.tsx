"use client";

import { Popover as Radix } from "radix-ui";
import { useRef, type ReactNode, type RefObject } from "react";
import { cx } from "./cx";

/** The looks of whatever floats above the page: popovers, menus, lists. */
export const FLOAT = "z-50 animate-rise rounded-lg border border-line-2 bg-surface text-ink shadow-float";

interface PopoverProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger: ReactNode;
  /** Names it for assistive technology. */
  label: string;
  align?: "start" | "center" | "end";
  side?: "top" | "right" | "bottom" | "left";
  className?: string;
  children: ReactNode;
}

/** A small non-modal panel at its trigger. */
export function Popover({ open, onOpenChange, trigger, label, align = "start", side = "bottom", className, children }: PopoverProps) {
  return (
    <Radix.Root {...(open !== undefined ? { open } : {})} {...(onOpenChange ? { onOpenChange } : {})}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={12}
          className={cx(
            FLOAT,
            "max-h-(--radix-popover-content-available-height) w-72 max-w-[calc(100vw-1.5rem)] overflow-y-auto p-3 focus:outline-none",
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface PopoverBelowProps {
  button: RefObject<HTMLButtonElement | null>;
  label: string;
  align?: "start" | "center" | "end";
  open: boolean;
  onOpenChange: (open: boolean) => void;
  className?: string;
  children: ReactNode;
}

/** The same below a button that is there before this panel has been fetched, and opens and closes it by itself. */
export function PopoverBelow({ button, label, align = "start", open, onOpenChange, className, children }: PopoverBelowProps) {
  /** Whoever pressed somewhere else wants the focus there. */
  const left = useRef(false);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Anchor asChild>
        <span aria-hidden className="pointer-events-none absolute inset-0" />
      </Radix.Anchor>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={12}
          className={cx(FLOAT, "max-h-(--radix-popover-content-available-height) max-w-[calc(100vw-1.5rem)] focus:outline-none", className)}
          onInteractOutside={(event) => {
            if (event.target instanceof Node && button.current?.contains(event.target)) event.preventDefault();
            else left.current = true;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (!left.current) button.current?.focus();
            left.current = false;
          }}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
