"use client";

import { useEffect, useState } from "react";

/** Milliseconds that people wait without asking what is going on. */
const PATIENCE_MS = 1_000;

/** True once something has been busy for a second: from then on the page shows that it goes on. */
export function useSlow(busy: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!busy) return;
    const timer = setTimeout(() => setSlow(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [busy]);
  return busy && slow;
}
