"use client";

import type { ClaimView } from "@/lib/domain/views";
import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from "react";
import { heldBack } from "./held-back";

interface HeldClaim {
  claim: ClaimView;
  /** What waits to be shown. */
  updates: number;
  show: () => void;
  /** A state of the claim that came from an own action, and is shown whatever it moves. */
  own: (claim: ClaimView) => void;
}

/** Shows what others did at once, unless somebody writes in the panel or reads further down in it: then it waits for a word. */
export function useHeldClaim(claim: ClaimView, panel: RefObject<HTMLElement | null>): HeldClaim {
  const [shown, setShown] = useState(claim);
  const ownSeq = useRef(0);
  useLayoutEffect(() => {
    if (claim.id !== shown.id || claim.seq <= ownSeq.current || !isBusy(panel.current)) setShown(claim);
  }, [claim, shown.id, panel]);
  const own = useCallback((done: ClaimView) => {
    ownSeq.current = done.seq;
  }, []);
  const show = useCallback(() => setShown(claim), [claim]);
  const { view, updates } = heldBack(claim.id === shown.id ? shown : claim, claim);
  return { claim: view, updates, show, own };
}

/** True while something in the panel must not move. */
function isBusy(panel: HTMLElement | null): boolean {
  if (!panel) return false;
  const active = document.activeElement;
  const writing = active instanceof HTMLElement && panel.contains(active) && active.matches("input, textarea, select, [contenteditable]");
  return writing || [...panel.children].some((part) => part.scrollTop > 0);
}
