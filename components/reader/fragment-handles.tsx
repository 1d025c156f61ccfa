import { useLayoutEffect, useRef, useState, type PointerEvent } from "react";
import type { TextMap } from "@/lib/anchoring/dom";
import type { SpanEnd } from "@/lib/anchoring/snap";
import type { Span } from "@/lib/domain/text";
import { caretOffsetAt } from "./hit-test";
import { moveEnd } from "./resize";
import { TONE_TOKEN } from "./tone-color";
import type { ReaderClaim } from "./types";
import type { Viewport } from "./viewport";

interface FragmentHandlesProps {
  map: TextMap;
  viewport: Viewport;
  text: string;
  claim: ReaderClaim;
  /** What the fragments would be if the drag ended here; null when it was given up. */
  onPreview: (fragments: Span[] | null) => void;
  onResize: (fragments: Span[]) => void;
}

const ENDS: readonly SpanEnd[] = ["start", "end"];

/** Handles at both ends of each fragment of the open claim. They are for pointers; the keyboard has `[` and `]`. */
export function FragmentHandles({ map, viewport, text, claim, onPreview, onResize }: FragmentHandlesProps) {
  const [layer, setLayer] = useState<HTMLElement | null>(null);
  const [preview, setPreview] = useState<Span[] | null>(null);

  useLayoutEffect(() => {
    if (!layer) return undefined;
    const stop = viewport.subscribe(() => placeHandles(layer, map, claim.fragments));
    // In the coming frame, with what else is measured: to measure here would have the browser lay out the page once more.
    viewport.look();
    return stop;
  }, [layer, map, viewport, claim.fragments]);

  const show = (fragments: Span[] | null) => {
    setPreview(fragments);
    onPreview(fragments);
  };
  return (
    <div ref={setLayer} aria-hidden="true" className="reader-handles" data-dragging={preview !== null} style={{ color: `var(${TONE_TOKEN[claim.tone]})` }}>
      {claim.fragments.flatMap((_, index) =>
        ENDS.map((end) => (
          <Handle
            key={`${index} ${end}`}
            end={end}
            offsetAt={(x, y) => caretOffsetAt(map, x, y)}
            onGrab={() => show([...claim.fragments])}
            onDrag={(offset) => show(moveEnd(text, claim.fragments, index, end, offset))}
            onCancel={() => show(null)}
            onDrop={() => {
              if (preview && !sameSpans(preview, claim.fragments)) onResize(preview);
              show(null);
            }}
          />
        )),
      )}
    </div>
  );
}

interface HandleProps {
  end: SpanEnd;
  offsetAt: (x: number, y: number) => number | null;
  onGrab: () => void;
  onDrag: (offset: number) => void;
  onDrop: () => void;
  onCancel: () => void;
}

function Handle({ end, offsetAt, onGrab, onDrag, onDrop, onCancel }: HandleProps) {
  /** From the pointer to the middle of the handle's line: what is dragged is the end of the words, wherever the handle was taken. */
  const grip = useRef<{ x: number; y: number } | null>(null);

  function press(event: PointerEvent<HTMLElement>): void {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    const box = event.currentTarget.getBoundingClientRect();
    grip.current = { x: box.left + box.width / 2 - event.clientX, y: box.top + box.height / 2 - event.clientY };
    onGrab();
  }
  function drag(event: PointerEvent<HTMLElement>): void {
    if (!grip.current) return;
    const offset = offsetAt(event.clientX + grip.current.x, event.clientY + grip.current.y);
    if (offset !== null) onDrag(offset);
  }
  function finish(done: () => void): void {
    if (!grip.current) return;
    grip.current = null;
    done();
  }
  return (
    <span
      className="reader-handle"
      data-end={end}
      onPointerDown={press}
      onPointerMove={drag}
      onPointerUp={() => finish(onDrop)}
      onPointerCancel={() => finish(onCancel)}
      onLostPointerCapture={() => finish(onCancel)}
    />
  );
}

function sameSpans(one: readonly Span[], other: readonly Span[]): boolean {
  return one.length === other.length && one.every((span, index) => span.start === other[index]?.start && span.end === other[index]?.end);
}

/** All places are measured before the first handle moves: to measure after moving one has the browser lay out the page again. */
function placeHandles(layer: HTMLElement, map: TextMap, fragments: readonly Span[]): void {
  const origin = map.root.getBoundingClientRect();
  const rtl = getComputedStyle(map.root).direction === "rtl";
  const boxes = fragments.flatMap(({ start, end }) =>
    [map.rangeOf({ start, end: start + 1 }), map.rangeOf({ start: end - 1, end })].map((at) => at?.getBoundingClientRect()),
  );
  boxes.forEach((box, index) => {
    const handle = layer.children[index];
    if (!(handle instanceof HTMLElement) || !box) return;
    const atStart = index % ENDS.length === 0;
    handle.style.left = `${(atStart === rtl ? box.right : box.left) - origin.left}px`;
    handle.style.top = `${box.top - origin.top}px`;
    handle.style.height = `${box.height}px`;
  });
}
