"use client";

import { diffParts } from "@/components/draft/diff-parts";
import { Kbd } from "@/components/ui/kbd";
import { WordDiff } from "@/components/ui/word-diff";
import type { PlaceView } from "@/lib/domain/revision";
import { formatPercent } from "@/lib/ui/format";
import { useMemo } from "react";
import { firstWords, lastWords } from "@/lib/domain/around";

interface SuggestionProps {
  /** 1 to 3: the key that accepts it. */
  number: number;
  quote: string;
  place: PlaceView;
  /** Where the words are thought to be at present. */
  present: boolean;
  disabled: boolean;
  onAccept: () => void;
  onPoint: (pointed: boolean) => void;
}

/** A place where the quote may be now, with what is different there. */
export function Suggestion({ number, quote, place, present, disabled, onAccept, onPoint }: SuggestionProps) {
  const parts = useMemo(() => diffParts(quote, place.exact), [quote, place.exact]);
  return (
    <li>
      <button
        type="button"
        disabled={disabled}
        aria-keyshortcuts={String(number)}
        onClick={onAccept}
        onFocus={() => onPoint(true)}
        onBlur={() => onPoint(false)}
        onPointerEnter={() => onPoint(true)}
        onPointerLeave={() => onPoint(false)}
        className="grid w-full gap-1.5 rounded-[10px] border border-line-2 bg-surface px-3 py-2.5 text-start transition-colors duration-100 not-disabled:hover:border-line-3 not-disabled:hover:bg-accent-wash disabled:cursor-default"
      >
        <span className="flex items-center gap-2 text-xs text-ink-2">
          <Kbd keys={String(number)} />
          <span className="font-medium text-ink">{present ? "Where it is marked now" : "Put it here"}</span>
          <span className="ms-auto tabular-nums">{quote === place.exact ? "the same words" : `${formatPercent(place.similarity)} alike`}</span>
        </span>
        <span dir="auto" className="font-text text-[0.9375rem]/6 text-ink-3 wrap-anywhere">
          {lastWords(place.prefix, CONTEXT)}
          <WordDiff parts={parts} className="text-ink" />
          {firstWords(place.suffix, CONTEXT)}
        </span>
      </button>
    </li>
  );
}

/** Units around the words that are shown. */
const CONTEXT = 48;
