"use client";

import { memo, useMemo } from "react";
import { TextBlocks } from "@/components/reader/text-blocks";
import { directionOf } from "@/lib/domain/text";
import type { AlignedRow, Range } from "./aligned-rows";
import { rowNotes } from "./changed-passages";
import type { ComparedSide } from "./comparison";

interface ComparedRowProps {
  index: number;
  row: AlignedRow;
  /** True for the change that one is at. */
  current: boolean;
  left: ComparedSide;
  right: ComparedSide;
  /** BCP 47. */
  language: string;
}

/** Blocks of two texts that belong together, side by side. */
export const ComparedRow = memo(function ComparedRow({ index, row, current, left, right, language }: ComparedRowProps) {
  const notes = row.changed ? rowNotes(left.text, right.text, row) : [];
  return (
    <li
      className="comparison-row"
      data-row={index}
      data-changed={row.changed || undefined}
      {...(row.changed ? { tabIndex: -1 } : {})}
      aria-current={current || undefined}
    >
      {row.changed && <span className="sr-only">Changed{notes.length > 0 ? `. ${notes.join(" ")}` : ""}</span>}
      <ComparedCell side={left} range={row.before} language={language} />
      <ComparedCell side={right} range={row.after} language={language} />
      {notes.length > 0 && (
        <p aria-hidden dir="auto" className="comparison-note">
          {notes.join(" ")}
        </p>
      )}
    </li>
  );
});

function ComparedCell({ side, range: { from, to }, language }: { side: ComparedSide; range: Range; language: string }) {
  const { text, numbers, layers } = side;
  const blocks = useMemo(() => text.blocks.slice(from, to), [text, from, to]);
  const shown = useMemo(() => numbers.slice(from, to), [numbers, from, to]);
  return (
    <div className="reader-surface" lang={language} dir={directionOf(language)}>
      {blocks.length === 0 ? (
        <p className="comparison-gap">Not in revision {text.number}</p>
      ) : (
        <TextBlocks text={text.text} blocks={blocks} layers={layers} numbers={shown} />
      )}
    </div>
  );
}
