"use client";

import { useMemo, useState } from "react";
import { diffParts } from "@/components/draft/diff-parts";
import { Button } from "@/components/ui/button";
import { WordDiff } from "@/components/ui/word-diff";
import { countOf, formatNumber } from "@/lib/ui/format";
import { shortened, type Passage } from "./changed-passages";

/** Passages that are shown at once. */
const SHOWN = 60;

interface PassageListProps {
  passages: readonly Passage[];
  /** Unchanged blocks behind the last of them. */
  skippedAtEnd: number;
}

/** What changed in a text, word by word, with what stays the same folded away. */
export function PassageList({ passages, skippedAtEnd }: PassageListProps) {
  const [whole, setWhole] = useState(false);
  const shown = whole ? passages : passages.slice(0, SHOWN);
  const rest = passages.length - shown.length;
  return (
    <>
      <ol className="overflow-hidden rounded-[10px] border border-line bg-surface">
        {shown.map((passage, index) => (
          <li key={index}>
            <Fold blocks={passage.skipped} />
            <PassageWords passage={passage} />
          </li>
        ))}
        {rest === 0 && skippedAtEnd > 0 && (
          <li>
            <Fold blocks={skippedAtEnd} />
          </li>
        )}
      </ol>
      {rest > 0 && (
        <Button size="sm" className="mt-3" onClick={() => setWhole(true)}>
          Show the other {formatNumber(rest)}
        </Button>
      )}
    </>
  );
}

function Fold({ blocks }: { blocks: number }) {
  if (blocks === 0) return null;
  return <p className="bg-sunk px-4 py-1 text-xs text-ink-3 tabular-nums">{countOf(blocks, "paragraph")} unchanged</p>;
}

function PassageWords({ passage: { before, after, notes } }: { passage: Passage }) {
  const parts = useMemo(() => shortened(diffParts(before, after)), [before, after]);
  return (
    <div className="border-b border-line px-4 py-3 [contain-intrinsic-size:auto_5rem] [content-visibility:auto]">
      {notes.map((note) => (
        <p key={note} dir="auto" className="text-xs text-ink-2">
          {note}
        </p>
      ))}
      <div className="font-text text-base/7 wrap-anywhere">
        <WordDiff parts={parts} />
      </div>
    </div>
  );
}
