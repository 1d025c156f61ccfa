"use client";

import type { WaitingMessage } from "@/lib/domain/live";
import { useSyncExternalStore } from "react";

interface Waiting extends Omit<WaitingMessage, "kind"> {
  /** False as long as nothing is known. */
  known: boolean;
}

const UNKNOWN: Waiting = { known: false, unread: 0, newest: null, work: 0, queue: null };
let current = UNKNOWN;
const listeners = new Set<() => void>();

/** Takes up what waits for oneself, as the stream says it. True when that is news. */
export function takeWaiting({ unread, newest, work, queue }: WaitingMessage): boolean {
  if (current.known && unread === current.unread && newest === current.newest && work === current.work && queue === current.queue) return false;
  current = { known: true, unread, newest, work, queue };
  for (const listener of listeners) listener();
  return true;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What waits for oneself; nothing as long as it is not known. */
export function useWaiting(): Waiting {
  return useSyncExternalStore(
    subscribe,
    () => current,
    () => UNKNOWN,
  );
}
