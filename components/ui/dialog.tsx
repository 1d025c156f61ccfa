"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { IconButton } from "./button";
import { cx } from "./cx";
import { useFocusReturn } from "./use-focus-return";

export const SCRIM = "fixed inset-0 z-40 animate-fade bg-scrim";

interface DialogProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** The element that opens it; leave it out when `open` is held elsewhere. */
  trigger?: ReactNode;
  title: string;
  description?: ReactNode;
  size?: "sm" | "md" | "lg";
  /** Buttons, at the bottom, always in view. */
  footer?: ReactNode;
  children?: ReactNode;
}

const WIDTHS = { sm: "max-w-md", md: "max-w-xl", lg: "max-w-4xl" };

/** A modal window; on a phone it fills the width and sits at the bottom. Escape, the cross and the scrim close it. */
export function Dialog({ open, onOpenChange, trigger, title, description, size = "md", footer, children }: DialogProps) {
  const focusReturn = useFocusReturn();
  return (
    <Radix.Root {...(open !== undefined ? { open } : {})} {...(onOpenChange ? { onOpenChange } : {})}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className={SCRIM} />
        <Radix.Content
          data-modal=""
          {...(trigger ? {} : focusReturn)}
          {...(description ? {} : { "aria-describedby": undefined })}
          className={cx(
            "fixed inset-x-0 bottom-0 z-50 mx-auto flex max-h-[92dvh] w-full animate-rise flex-col rounded-t-[14px] border border-line bg-surface shadow-float focus:outline-none sm:top-[12vh] sm:bottom-auto sm:max-h-[76vh] sm:rounded-[10px]",
            WIDTHS[size],
          )}
        >
          <header className="flex items-start gap-3 px-5 pt-4 pb-3">
            <div className="min-w-0 flex-1">
              <Radix.Title className="font-text text-lg/6 font-semibold">{title}</Radix.Title>
              {description && <Radix.Description className="mt-1 text-sm text-ink-2">{description}</Radix.Description>}
            </div>
            <Radix.Close asChild>
              <IconButton label="Close" icon={<X size={16} />} className="-me-2 -mt-1" />
            </Radix.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5">{children}</div>
          {footer && <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-5 py-3">{footer}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Closes the dialog around it when its only child is pressed. */
export const DialogClose = ({ children }: { children: ReactNode }) => <Radix.Close asChild>{children}</Radix.Close>;
