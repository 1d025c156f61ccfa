import { useEffect, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from "react";
import type { TextMap } from "@/lib/anchoring/dom";
import type { Span } from "@/lib/domain/text";
import type { Layer } from "./layers";
import { canPaintRanges, createPainter } from "./painter";
import type { Viewport } from "./viewport";

/** Viewport heights above and below the view that are painted ahead of scrolling. */
const AHEAD = 0.5;

const never = () => () => undefined;

/** Whether highlights are painted as ranges. The server supposes so; a browser without them draws elements after hydration. */
export function useRangePainting(painting: "auto" | "marks"): boolean {
  const able = useSyncExternalStore(never, canPaintRanges, () => true);
  return able && painting === "auto";
}

/** Keeps the painted ranges equal to the layers near the view; scrolling repaints without rendering. */
export function usePainting(map: TextMap | null, viewport: Viewport | null, layers: readonly Layer[], enabled: boolean): void {
  const painter = useMemo(() => (map && enabled ? createPainter(map) : null), [map, enabled]);
  const current = useRef(layers);
  const seen = useRef<{ viewport: Viewport; text: Span } | null>(null);

  useLayoutEffect(() => {
    current.current = layers;
    if (!painter || !viewport) return;
    // To look again here would have the browser lay out the page once more; where it was scrolled or laid out anew, the coming frame looks.
    if (seen.current?.viewport !== viewport) seen.current = { viewport, text: viewport.visible(AHEAD) };
    painter.paint(layers, seen.current.text);
  }, [painter, viewport, layers]);

  useEffect(() => {
    if (!painter || !viewport) return undefined;
    const follow = () => {
      seen.current = { viewport, text: viewport.visible(AHEAD) };
      painter.paint(current.current, seen.current.text);
    };
    const paintAll = () => painter.paint(current.current, { start: 0, end: Infinity });
    const unsubscribe = viewport.subscribe(follow);
    window.addEventListener("beforeprint", paintAll);
    window.addEventListener("afterprint", follow);
    return () => {
      unsubscribe();
      window.removeEventListener("beforeprint", paintAll);
      window.removeEventListener("afterprint", follow);
      painter.clear();
    };
  }, [painter, viewport]);
}
