"use client";

import { startTransition, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

/** Milliseconds without another step, after which the panel follows somebody who steps through many claims. */
const REST = 120;

/** Keys that do something to a claim or press a button; those that step, move and mark in the text do nothing in the panel. */
const DOES = /^(?![jk]$)[\p{L}\p{N} ]$|^Enter$/iu;

/**
 * The claim that the panel shows: the open one, a moment after the text and the list show it, and not one by one while somebody steps through many. A key
 * that does something finds the open one there `atOnce`, so that nothing is ever done to the claim before.
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
    const catchUp = ({ key }: KeyboardEvent) => {
      if (!DOES.test(key)) return;
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
