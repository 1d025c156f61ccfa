"use client";

import { useWide } from "@/components/ui/use-wide";
import type { DoubtView } from "@/lib/domain/revision";
import { firstWords, lastWords } from "@/lib/domain/around";

/** Units around the words; less than the server sends, so that what is left out can be told. */
const AROUND = { wide: 110, narrow: 40 };

/** The quote where it last had a sure place, with what stood around it. */
export function OldPlace({ old }: { old: DoubtView["old"] }) {
  const around = useWide() ? AROUND.wide : AROUND.narrow;
  const title = old.revision === null ? "Brought in with the quote" : `In revision ${String(old.revision)} it was`;
  return (
    <section aria-label={title} className="grid gap-1.5">
      <h3 className="eyebrow">{title}</h3>
      <blockquote dir="auto" className="border-s-3 border-line-2 ps-3 font-text text-[0.9375rem]/6 text-ink-3 wrap-anywhere whitespace-pre-line">
        {lastWords(old.prefix, around)}
        <mark className="tone-mostly-false rounded-[3px] bg-tone-wash text-ink">{old.exact}</mark>
        {firstWords(old.suffix, around)}
      </blockquote>
    </section>
  );
}
