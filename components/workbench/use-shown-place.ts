"use client";

import type { Span } from "@/lib/domain/text";
import { useEffect } from "react";

/** Shows the place whenever another one is spoken of. Keep the identity of `show`. */
export function useShownPlace(place: Span | null, show: (place: Span) => void): void {
  const [start, end] = [place?.start, place?.end];
  useEffect(() => {
    if (start !== undefined && end !== undefined) show({ start, end });
  }, [start, end, show]);
}
