import { cx } from "@/components/ui/cx";
import type { Heading } from "@/components/reader/outline";
import { useEffect, useRef } from "react";

export interface OutlineProps {
  headings: readonly Heading[];
  current: Heading | null;
  onGoTo: (heading: Heading) => void;
}

/** The headings of the text, with the one that is being read; that one is kept in sight. */
export function Outline({ headings, current, onGoTo }: OutlineProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const here = list.current?.querySelector("[aria-current]");
    if (list.current && here instanceof HTMLElement) keepInSight(list.current, here);
  }, [current]);
  if (headings.length === 0) return null;
  return (
    <nav aria-label="Text" className="flex max-h-1/3 min-h-0 shrink-0 flex-col border-t border-line px-3 pt-3">
      <h2 className="eyebrow px-2 pb-1.5">Text</h2>
      <ul ref={list} className="relative min-h-0 overflow-y-auto pb-3">
        {headings.map((heading) => {
          const here = heading.start === current?.start;
          return (
            <li key={heading.start}>
              <button
                type="button"
                dir="auto"
                onClick={() => onGoTo(heading)}
                {...(here ? { "aria-current": "location" as const } : {})}
                className={cx(
                  "block w-full border-s-2 py-1 pe-2 text-start hover:text-ink",
                  heading.level > 2 ? "ps-5" : "ps-2",
                  here ? "border-accent text-ink" : "border-line text-ink-2",
                )}
              >
                {heading.title}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Scrolls the list itself and nothing around it. */
function keepInSight(list: HTMLElement, item: HTMLElement): void {
  const above = item.offsetTop - list.scrollTop;
  const below = above + item.offsetHeight - list.clientHeight;
  if (above < 0 || below > 0) list.scrollTop += above < 0 ? above : below;
}
