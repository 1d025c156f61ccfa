"use client";

import { Suspense, useSyncExternalStore } from "react";
import type { toast as Sonner } from "sonner";
import { part } from "./part";
import { whenIdle } from "./when-idle";

type Message = (show: typeof Sonner) => void;

/** What was said before messages could be shown, and how to show one since. */
let waiting: Message[] = [];
let show: typeof Sonner | null = null;
let wanted = false;
const listeners = new Set<() => void>();

const ToasterView = part(
  () => import("./toaster"),
  (each) => each.ToasterView,
);

function want(): void {
  wanted = true;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // Before the first message: a region that is there already is read out, and what says "You are offline" must not need the network.
  const cancel = whenIdle(want);
  return () => {
    listeners.delete(listener);
    cancel();
  };
}

function start(ready: typeof Sonner): void {
  show = ready;
  for (const message of waiting.splice(0)) message(ready);
}

/** Where toasts appear; once per page, in the providers. */
export function Toaster() {
  const shown = useSyncExternalStore(
    subscribe,
    () => wanted,
    () => false,
  );
  if (!shown) return null;
  return (
    <Suspense>
      <ToasterView onReady={start} />
    </Suspense>
  );
}

function say(message: Message): void {
  if (show) message(show);
  else waiting = [...waiting, message];
  want();
}

/** Long enough to be read and reached by keyboard. */
const UNDO_MS = 10_000;

/** Short messages about what has just been done. */
export const toast = {
  success: (message: string, description?: string) => say((sonner) => sonner.success(message, { ...(description ? { description } : {}) })),
  /** Stays a little longer; what must be acted on belongs in the page, not here. */
  error: (message: string, description?: string) => say((sonner) => sonner.error(message, { duration: 8_000, ...(description ? { description } : {}) })),
  /** With something to do next. */
  offer: (message: string, label: string, onTake: () => void) => say((sonner) => sonner(message, { duration: UNDO_MS, action: { label, onClick: onTake } })),
  undo: (message: string, onUndo: () => void) => toast.offer(message, "Undo", onUndo),
};
