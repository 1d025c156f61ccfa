"use client";

import { useSyncExternalStore } from "react";
import { formatDateShort, formatMoment, relativeTime } from "@/lib/ui/format";

const TICK_MS = 30_000;

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, TICK_MS);
  return () => clearInterval(timer);
}

/** Whole half-minutes, so that the snapshot is stable between ticks. */
const currentTick = () => Math.floor(Date.now() / TICK_MS);

/** When something happened, relative to now; the server writes the date, the page then says how long ago. */
export function TimeAgo({ at, className }: { at: string; className?: string }) {
  const tick = useSyncExternalStore(subscribe, currentTick, () => null);
  return (
    <time dir="auto" dateTime={at} title={formatMoment(at)} className={className}>
      {tick === null ? formatDateShort(at) : relativeTime(at, tick * TICK_MS)}
    </time>
  );
}
