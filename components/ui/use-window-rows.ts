"use client";

import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefCallback } from "react";
import { rowOffsets, rowsBetween, shiftOf, type RowWindow } from "./window-rows";

interface WindowedRows extends RowWindow {
  /** Put it on the list's element. */
  listRef: RefCallback<HTMLElement>;
  /** Put it on each row, with the row's key as `data-row`. */
  rowRef: RefCallback<HTMLElement>;
  /** Scrolls until the row is in view. */
  reveal: (index: number) => void;
}

/** What is rendered above and below the view, in pixels; also by the server, which does not know the view. */
const AHEAD = 400;
const FIRST_VIEW = 800;

/** Frames in which a revealed row is corrected, because rows that come into view take their real height. */
const CORRECTIONS = 3;

/**
 * Renders only the rows of a list that are near the view of the element that scrolls it, which must be there. Rows may differ in
 * height; `estimate` (pixels) stands for those not seen yet.
 */
export function useWindowRows(listed: readonly string[], estimate: number): WindowedRows {
  const keys = useKept(listed);
  const [list, listRef] = useState<HTMLElement | null>(null);
  const scroller = useMemo(() => (list ? scrollerOf(list) : null), [list]);
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(() => new Map());
  const offsets = useMemo(() => rowOffsets(keys.map((key) => heights.get(key) ?? estimate)), [keys, heights, estimate]);
  const [view, setView] = useState({ top: 0, bottom: FIRST_VIEW });
  const rows = rowsBetween(offsets, view.top - AHEAD, view.bottom + AHEAD);

  const measured = keys.slice(rows.from, rows.to).every((key) => heights.has(key));
  const current = useRef({ offsets, measured });
  useLayoutEffect(() => {
    current.current = { offsets, measured };
  }, [offsets, measured]);

  useLayoutEffect(() => {
    if (!list || !scroller) return undefined;
    const look = () => {
      const top = scroller.getBoundingClientRect().top - list.getBoundingClientRect().top;
      const now = { top, bottom: top + scroller.clientHeight };
      setView((before) => (sameRows(current.current.offsets, before, now) ? before : now));
    };
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(scroller);
    scroller.addEventListener("scroll", look, { passive: true });
    return () => {
      sizes.disconnect();
      scroller.removeEventListener("scroll", look);
    };
  }, [list, scroller]);

  useStillRows(list, scroller, keys, offsets);

  const observer = useRef<ResizeObserver | null>(null);
  const rowRef = useCallback((row: HTMLElement | null) => {
    if (!row) return undefined;
    observer.current ??= new ResizeObserver((entries) => setHeights((known) => withMeasured(known, entries)));
    const sizes = observer.current;
    sizes.observe(row);
    return () => sizes.unobserve(row);
  }, []);
  useEffect(() => () => observer.current?.disconnect(), []);

  const reveal = useCallback(
    (index: number) => {
      if (!list || !scroller) return;
      let corrections = CORRECTIONS;
      const correct = () => {
        const { offsets, measured } = current.current;
        const origin = list.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
        const height = scroller.clientHeight;
        const above = origin + (offsets[index] ?? 0);
        const below = origin + (offsets[index + 1] ?? 0) - height;
        const inView = above >= 0 && below <= 0;
        if (!inView) scroller.scrollTop += distance(above, below, height, scroller.matches(":hover"));
        // A row that stands in view among rows of known heights stays there.
        if ((!inView || !measured) && (corrections -= 1) > 0) requestAnimationFrame(correct);
      };
      correct();
    },
    [list, scroller],
  );
  return { ...rows, listRef, rowRef, reveal };
}

/** The list that was there before, while the new one holds the same: what is computed from thousands of keys need not be computed again. */
function useKept(list: readonly string[]): readonly string[] {
  const [kept, keep] = useState(list);
  if (kept === list || (kept.length === list.length && kept.every((key, index) => key === list[index]))) return kept;
  keep(list);
  return list;
}

/** Keeps the row at the top of the view where it is when rows come or go above it. At the beginning of the list, and in one that shows others, nothing is kept. */
function useStillRows(list: HTMLElement | null, scroller: HTMLElement | null, keys: readonly string[], offsets: readonly number[]): void {
  const before = useRef({ keys, offsets });
  useLayoutEffect(() => {
    const { keys: known, offsets: old } = before.current;
    before.current = { keys, offsets };
    if (!list || !scroller || known === keys) return;
    const top = scroller.getBoundingClientRect().top - list.getBoundingClientRect().top;
    const by = shiftOf(top, { keys: known, offsets: old }, { keys, offsets });
    if (by !== 0) scroller.scrollBy(0, by);
  }, [list, scroller, keys, offsets]);
}

/** How far to scroll: the least under the pointer; else the row comes to stand a third of the view inside, so that those who go on row by row see what comes. */
function distance(above: number, below: number, height: number, pointed: boolean): number {
  const row = below - above + height;
  const rest = pointed ? 0 : Math.min(height / 3, Math.max(0, (height - row) / 2));
  return above < 0 ? above - rest : below + rest;
}

function sameRows(offsets: readonly number[], before: { top: number; bottom: number }, now: { top: number; bottom: number }): boolean {
  const [one, other] = [before, now].map(({ top, bottom }) => rowsBetween(offsets, top - AHEAD, bottom + AHEAD));
  return one?.from === other?.from && one?.to === other?.to;
}

/** The same map when no height changed, so that nothing renders. A row that is being taken away has no height any more. */
function withMeasured(known: ReadonlyMap<string, number>, entries: readonly ResizeObserverEntry[]): ReadonlyMap<string, number> {
  const changed = entries.flatMap(({ target, borderBoxSize: [box] }): [string, number][] => {
    const key = target instanceof HTMLElement && target.isConnected ? target.dataset["row"] : undefined;
    return key === undefined || !box || box.blockSize === 0 || known.get(key) === box.blockSize ? [] : [[key, box.blockSize]];
  });
  return changed.length === 0 ? known : new Map([...known, ...changed]);
}

function scrollerOf(list: HTMLElement): HTMLElement | null {
  for (let element = list.parentElement; element; element = element.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(element).overflowY)) return element;
  }
  return null;
}
