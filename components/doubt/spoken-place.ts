"use client";

import type { Span } from "@/lib/domain/text";
import { useEffect, useLayoutEffect, useMemo, useRef } from "react";
import type { Tray } from "./use-tray";

/** What of the text the tray speaks of: whoever shows the text shows it there. */
export interface SpokenPlace {
  claimId: string;
  place: Span;
  /** Given while the words are chosen in the text. */
  onPlace: ((place: Span) => void) | null;
}

/** Tells what the tray speaks of, whenever that changes, and null at the end. */
export function useSpokenPlace({ current, pointed, choosing, accept }: Tray, onSpeak: (spoken: SpokenPlace | null) => void): void {
  const latest = useRef(accept);
  useEffect(() => {
    latest.current = accept;
  });
  const place = pointed ?? current?.place;
  const [claimId, start, end] = [current?.claimId, place?.start, place?.end];
  const spoken = useMemo(
    () =>
      claimId === undefined || start === undefined || end === undefined
        ? null
        : { claimId, place: { start, end }, onPlace: choosing ? (chosen: Span) => latest.current(chosen) : null },
    [claimId, start, end, choosing],
  );
  // In one go with the tray: whoever reads there that words may be chosen can choose them.
  useLayoutEffect(() => onSpeak(spoken), [spoken, onSpeak]);
  useEffect(() => () => onSpeak(null), [onSpeak]);
}
