import type { TextMap } from "@/lib/anchoring/dom";
import type { Span } from "@/lib/domain/text";

/** What of the text is in view. Listeners run once a frame while the text scrolls or changes its size. */
export interface Viewport {
  readonly scroller: HTMLElement;
  /** The text of the blocks that are in view, with `margin` viewport heights more above and below. */
  visible: (margin: number) => Span;
  /** The offset of the first block in view. */
  top: () => number;
  /** Runs the listeners in the coming frame. */
  look: () => void;
  subscribe: (listener: () => void) => () => void;
}

/** A stretch of blocks that the browser lays out together; measuring its box does not make it do so. */
export interface Section {
  element: HTMLElement;
  /** The indexes of its blocks: [from, to). */
  from: number;
  to: number;
}

/** The sections of a text, in its order. */
export function sectionsOf(root: HTMLElement): Section[] {
  return [...root.querySelectorAll<HTMLElement>(".reader-section")].map((element) => ({
    element,
    from: Number(element.dataset["from"]),
    to: Number(element.dataset["to"]),
  }));
}

/** Watches a scrolling element. Sections stand one below the other, so that the visible ones are found by binary search. */
export function createViewport(scroller: HTMLElement, map: TextMap): Viewport {
  const listeners = new Set<() => void>();
  let frame = 0;
  let stop: (() => void) | undefined;
  let known: Section[] = [];
  /** Looked up until the whole text has come. */
  const sections = () => (known.at(-1)?.to === map.blocks.length ? known : (known = sectionsOf(map.root)));

  /** The first block that ends below this height of the window, or the last of all. */
  function blockAt(y: number): number {
    const below = (element: HTMLElement | null | undefined) => !element || element.getBoundingClientRect().bottom > y;
    const all = sections();
    const section = all[firstWhere(0, all.length, (index) => below(all[index]?.element))];
    const block = section ? firstWhere(section.from, section.to, (index) => below(map.elementOf(index))) : map.blocks.length;
    return Math.min(block, map.blocks.length - 1);
  }

  function visible(margin: number): Span {
    const { top, bottom, height } = scroller.getBoundingClientRect();
    const start = map.blocks[blockAt(top - margin * height)]?.start ?? 0;
    return { start, end: map.blocks[blockAt(bottom + margin * height)]?.end ?? start };
  }

  const top = () => map.blocks[blockAt(scroller.getBoundingClientRect().top)]?.start ?? 0;

  function look(): void {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      for (const listener of listeners) listener();
    });
  }

  function start(): () => void {
    const sizes = new ResizeObserver(look);
    sizes.observe(scroller);
    sizes.observe(map.root);
    scroller.addEventListener("scroll", look, { passive: true });
    return () => {
      sizes.disconnect();
      scroller.removeEventListener("scroll", look);
      cancelAnimationFrame(frame);
      frame = 0;
    };
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    stop ??= start();
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      stop?.();
      stop = undefined;
    };
  }

  return { scroller, visible, top, look, subscribe };
}

/** The first index in [low, high) that passes a test that all after it pass too; `high` when none does. */
function firstWhere(low: number, high: number, passes: (index: number) => boolean): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (passes(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
