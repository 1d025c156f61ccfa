"use client";

import { chordsOf } from "@/components/ui/chord";
import { startTransition, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

/** Milliseconds without another step, after which the panel follows somebody who steps through many claims. */
const REST = 120;

/** Chords of the text and the list, which do nothing in the panel: steps to other claims, and the ends of a quote. */
const OUTSIDE = /^(?:shift\+)?[jk[\]]$/;
const ALONE = /^(?:Shift|Control|Alt|Meta)$/;
const MOVES = /^(?:Arrow|Page|Home|End)/;

/**
 * The claim that the panel shows: the open one, a moment after the text and the list show it, and not one by one while somebody steps through many. A key
 * that may do something in the panel finds the open one there `atOnce`, so that it is never done to the claim before.
 */
export function usePanelClaim(openId: string | null): { panelId: string | null; atOnce: boolean } {
  const [shownId, setShownId] = useState(openId);
  const [urgentId, setUrgentId] = useState<string | null>(null);
  // The first one comes at once, and so does its going.
  if ((openId === null) !== (shownId === null)) setShownId(openId);
  const opened = useRef(-REST);
  useEffect(() => {
    const now = performance.now();
    const stepping = now - opened.current < REST;
    opened.current = now;
    const follow = () => startTransition(() => setShownId(openId));
    const timer = stepping ? setTimeout(follow, REST) : follow();
    const catchUp = (event: KeyboardEvent) => {
      if (!meansPanel(event)) return;
      flushSync(() => {
        setShownId(openId);
        setUrgentId(openId);
      });
    };
    window.addEventListener("keydown", catchUp, true);
    return () => {
      if (timer) clearTimeout(timer);
      window.removeEventListener("keydown", catchUp, true);
    };
  }, [openId]);
  return { panelId: shownId, atOnce: urgentId === shownId };
}

/** Whether the key may do something in the panel. Where keys stand differs: digits are bound by their place, and J may write another letter. */
function meansPanel(event: KeyboardEvent): boolean {
  if (ALONE.test(event.key) || chordsOf(event, false).some((chord) => OUTSIDE.test(chord))) return false;
  // Arrows choose among labels and tabs, and elsewhere move in the text.
  return !MOVES.test(event.key) || (event.target instanceof Element && event.target.closest('[role="radiogroup"], [role="tablist"]') !== null);
}
