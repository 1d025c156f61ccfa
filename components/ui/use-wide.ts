"use client";

import { useSyncExternalStore } from "react";

/** The width from which panes stand side by side; Tailwind's `lg`. */
const QUERY = "(min-width: 64rem)";

/** Whether there is room for panes side by side in this window now. Browsers only. */
export const isWide = (): boolean => window.matchMedia(QUERY).matches;

function subscribe(onChange: () => void): () => void {
  const media = window.matchMedia(QUERY);
  media.addEventListener("change", onChange);
  return () => media.removeEventListener("change", onChange);
}

/** True where there is room for panes side by side; the server supposes that there is. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, isWide, () => true);
}
