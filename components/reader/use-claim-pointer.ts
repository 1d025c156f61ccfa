import { useEffect, useRef, type MouseEvent, type PointerEvent } from "react";
import type { TextMap } from "@/lib/anchoring/dom";
import type { IntervalIndex } from "@/lib/anchoring/intervals";
import { characterAt } from "./hit-test";
import type { ReaderClaim } from "./types";

interface ClaimPointer {
  onPointerMove: (event: PointerEvent) => void;
  onPointerLeave: () => void;
  onClick: (event: MouseEvent) => void;
}

interface Answers {
  onHover: (claimId: string | null) => void;
  /** The claims at a clicked place, enclosing ones first; never empty. */
  onClaims: (claims: ReaderClaim[], x: number, y: number) => void;
}

/** Finds the claims under the pointer: point → caret → character → interval index. No element belongs to a claim. */
export function useClaimPointer(map: TextMap | null, index: () => IntervalIndex<ReaderClaim>, { onHover, onClaims }: Answers): ClaimPointer {
  const frame = useRef(0);
  const hovered = useRef<string | null>(null);
  const pointed = useRef<Element | null>(null);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  const claimsAt = (x: number, y: number) => {
    const character = map && characterAt(map, x, y);
    return character === null
      ? []
      : index()
          .at(character)
          .map((interval) => interval.value);
  };
  const hover = (claim: ReaderClaim | undefined, over?: Element | null) => {
    point(over && claim ? over : null);
    const id = claim?.id ?? null;
    if (hovered.current === id) return;
    hovered.current = id;
    onHover(id);
  };

  /** The hand is shown by the one block under the pointer: a cursor set higher up would be inherited by every block of the text. */
  const point = (block: Element | null) => {
    if (pointed.current === block) return;
    pointed.current?.removeAttribute("data-over-claim");
    block?.setAttribute("data-over-claim", "");
    pointed.current = block;
  };

  return {
    onPointerMove: ({ clientX, clientY, buttons, pointerType, target }) => {
      if (buttons !== 0 || pointerType === "touch") return;
      const over = target instanceof Element ? target.closest("[data-block]") : null;
      cancelAnimationFrame(frame.current);
      frame.current = requestAnimationFrame(() => hover(claimsAt(clientX, clientY).at(-1), over));
    },
    onPointerLeave: () => {
      cancelAnimationFrame(frame.current);
      hover(undefined);
    },
    onClick: (event) => {
      const link = event.target instanceof Element && event.target.closest("a");
      const follows = event.ctrlKey || event.metaKey || event.detail === 0;
      if (link && follows) return;
      if (link) event.preventDefault();
      if (event.button !== 0 || document.getSelection()?.isCollapsed === false) return;
      const claims = claimsAt(event.clientX, event.clientY);
      if (claims.length > 0) onClaims(claims, event.clientX, event.clientY);
    },
  };
}
