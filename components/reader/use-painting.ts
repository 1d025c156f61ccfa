import { useEffect, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from "react";
import type { TextMap } from "@/lib/anchoring/dom";
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

  useLayoutEffect(() => {
    current.current = layers;
    if (painter && viewport) painter.paint(layers, viewport.visible(AHEAD));
  }, [painter, viewport, layers]);

  useEffect(() => {
    if (!painter || !viewport) return undefined;
    const follow = () => painter.paint(current.current, viewport.visible(AHEAD));
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
