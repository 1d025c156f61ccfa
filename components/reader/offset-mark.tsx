import { useLayoutEffect, useRef, type ReactNode } from "react";
import type { TextMap } from "@/lib/anchoring/dom";
import { caretBox } from "./hit-test";
import type { Viewport } from "./viewport";

interface OffsetMarkProps {
  map: TextMap;
  viewport: Viewport;
  offset: number;
  className: string;
  children?: ReactNode;
}

/** An upright line where a caret at the offset would stand; hidden where that has no box. */
export function OffsetMark({ map, viewport, offset, className, children }: OffsetMarkProps) {
  const mark = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const place = () => {
      if (mark.current) placeOver(mark.current, map, offset);
    };
    place();
    return viewport.subscribe(place);
  }, [map, viewport, offset]);

  return (
    <div ref={mark} className={className} aria-hidden="true">
      {children}
    </div>
  );
}

function placeOver(element: HTMLElement, map: TextMap, offset: number): void {
  const box = caretBox(map, offset);
  element.hidden = box === null;
  if (!box) return;
  const origin = map.root.getBoundingClientRect();
  element.style.left = `${box.left - origin.left}px`;
  element.style.top = `${box.top - origin.top}px`;
  element.style.height = `${box.height}px`;
}
