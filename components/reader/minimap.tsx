import { useEffect, useLayoutEffect, useMemo, useRef, useState, type PointerEvent } from "react";
import type { TextMap } from "@/lib/anchoring/dom";
import { createMinimapDrawing } from "./minimap-drawing";
import type { ReaderClaim } from "./types";
import type { Viewport } from "./viewport";

interface MinimapProps {
  map: TextMap;
  viewport: Viewport;
  claims: readonly ReaderClaim[];
  selected: ReaderClaim | undefined;
}

/** Milliseconds between two measurements while the text changes its size. */
const CALM = 150;

/** Every claim as a tick in its colour, and the part in view as a box: one canvas, however many claims. The claim list is its accessible twin. */
export function Minimap({ map, viewport, claims, selected }: MinimapProps) {
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null);
  const view = useRef<HTMLDivElement>(null);
  const drawing = useMemo(() => (canvas ? createMinimapDrawing(canvas, map, viewport.scroller) : null), [canvas, map, viewport]);

  useEffect(() => drawing?.showClaims(claims), [drawing, claims]);
  useEffect(() => drawing?.showSelected(selected), [drawing, selected]);
  useEffect(() => {
    if (!drawing) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const sizes = new ResizeObserver(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        drawing.measure();
      }, CALM);
    });
    sizes.observe(viewport.scroller);
    sizes.observe(map.root);
    const theme = new MutationObserver(drawing.recolour);
    theme.observe(document.documentElement, { attributeFilter: ["data-theme", "class"] });
    return () => {
      clearTimeout(timer);
      sizes.disconnect();
      theme.disconnect();
      drawing.stop();
    };
  }, [drawing, map, viewport]);

  useLayoutEffect(() => {
    const place = () => {
      const { scrollTop, scrollHeight, clientHeight } = viewport.scroller;
      const box = view.current;
      if (!box) return;
      box.style.top = `${(100 * scrollTop) / scrollHeight}%`;
      box.style.height = `${(100 * clientHeight) / scrollHeight}%`;
    };
    place();
    return viewport.subscribe(place);
  }, [viewport]);

  const jump = (event: PointerEvent<HTMLElement>) => {
    const area = event.currentTarget.getBoundingClientRect();
    const { scroller } = viewport;
    scroller.scrollTo({ top: ((event.clientY - area.top) / area.height) * scroller.scrollHeight - scroller.clientHeight / 2 });
  };
  return (
    <div
      className="reader-minimap"
      aria-hidden="true"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        jump(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) jump(event);
      }}
    >
      <div ref={view} className="reader-minimap-view" />
      <canvas ref={setCanvas} />
    </div>
  );
}
