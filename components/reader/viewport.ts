import type { TextMap } from "@/lib/anchoring/dom";
import type { Span } from "@/lib/domain/text";

/** What of the text is in view. Listeners run once a frame while the text scrolls or changes its size. */
export interface Viewport {
  readonly scroller: HTMLElement;
  /** The text of the sections that are in view, with `margin` viewport heights more above and below. */
  visible: (margin: number) => Span;
  /** The offset of the first block in view. */
  top: () => number;
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

  function visible(margin: number): Span {
    const box = scroller.getBoundingClientRect();
    const all = sections();
    const first = all[firstWhere(all, (section) => section.bottom > box.top - margin * box.height)];
    const last = all[firstWhere(all, (section) => section.top >= box.bottom + margin * box.height) - 1];
    const start = map.blocks[first?.from ?? 0]?.start ?? 0;
    return { start, end: map.blocks[(last?.to ?? 0) - 1]?.end ?? start };
  }

  function top(): number {
    const edge = scroller.getBoundingClientRect().top;
    const all = sections();
    const section = all[firstWhere(all, (box) => box.bottom > edge)];
    for (let index = section?.from ?? 0; index < (section?.to ?? 0); index += 1) {
      const box = map.elementOf(index)?.getBoundingClientRect();
      if (box && box.bottom > edge) return map.blocks[index]?.start ?? 0;
    }
    return map.blocks[section?.from ?? 0]?.start ?? 0;
  }

  function notify(): void {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      for (const listener of listeners) listener();
    });
  }

  function start(): () => void {
    const sizes = new ResizeObserver(notify);
    sizes.observe(scroller);
    sizes.observe(map.root);
    scroller.addEventListener("scroll", notify, { passive: true });
    return () => {
      sizes.disconnect();
      scroller.removeEventListener("scroll", notify);
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

  return { scroller, visible, top, subscribe };
}

/** The index of the first section whose box passes a test that holds for all later ones too; the number of sections when none does. */
function firstWhere(sections: readonly Section[], passes: (box: DOMRect) => boolean): number {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const section = sections[middle];
    if (!section || passes(section.element.getBoundingClientRect())) high = middle;
    else low = middle + 1;
  }
  return low;
}
