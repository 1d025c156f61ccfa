"use client";

import { AlertDialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "./button";
import { SCRIM } from "./dialog";
import { useFocusReturn } from "./use-focus-return";

interface AlertDialogProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactNode;
  /** A question: "Delete this document?" */
  title: string;
  /** What follows from it, and whether it can be undone. */
  description: ReactNode;
  /** The act in its own word: "Delete", not "OK". */
  confirmLabel: string;
  cancelLabel?: string;
  danger?: boolean;
  /** For a question to which cancelling is an answer of its own. */
  onCancel?: () => void;
  onConfirm: () => void;
  /** Further fields, such as a reason. */
  children?: ReactNode;
}

/** Asks before an act that is hard to take back. Escape cancels; the focus begins at Cancel. */
export function AlertDialog({
  open,
  onOpenChange,
  trigger,
  title,
  description,
  confirmLabel,
  cancelLabel = "Cancel",
  danger = false,
  onCancel,
  onConfirm,
  children,
}: AlertDialogProps) {
  const focusReturn = useFocusReturn();
  return (
    <Radix.Root {...(open !== undefined ? { open } : {})} {...(onOpenChange ? { onOpenChange } : {})}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className={SCRIM} />
        <Radix.Content
          data-modal=""
          {...(trigger ? {} : focusReturn)}
          className="fixed inset-x-4 bottom-4 z-50 mx-auto max-w-md animate-rise rounded-[10px] border border-line bg-surface p-5 shadow-float focus:outline-none sm:top-[22vh] sm:bottom-auto"
        >
          <Radix.Title className="font-text text-lg/6 font-semibold">{title}</Radix.Title>
          <Radix.Description asChild>
            <div className="mt-1.5 text-sm text-ink-2">{description}</div>
          </Radix.Description>
          {children && <div className="mt-4">{children}</div>}
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <Radix.Cancel asChild>
              <Button {...(onCancel ? { onClick: onCancel } : {})}>{cancelLabel}</Button>
            </Radix.Cancel>
            <Radix.Action asChild>
              <Button variant={danger ? "danger" : "primary"} onClick={onConfirm}>
                {confirmLabel}
              </Button>
            </Radix.Action>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
