"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import { claimLayers, type Layer } from "@/components/reader/layers";
import { reveal } from "@/components/reader/reveal";
import { paragraphNumbers } from "@/components/reader/text-blocks";
import "@/components/reader/reader.css";
import { TopBar } from "@/components/desk/top-bar";
import { useCommands } from "@/components/desk/use-commands";
import { Button, IconButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useShortcuts } from "@/components/ui/keyboard";
import { Segmented } from "@/components/ui/segmented";
import { readerClaims } from "@/components/workbench/reader-claims";
import type { ComparedText, RevisionComparisonView } from "@/lib/domain/revision";
import type { DocumentFactsView, ScaleView } from "@/lib/domain/views";
import Link from "next/link";
import { alignedRows } from "./aligned-rows";
import { ComparedRow } from "./compared-row";
import { ComparedHead } from "./compared-head";
import "./comparison.css";
import { WordCounts } from "./word-counts";

interface ComparisonProps {
  document: Pick<DocumentFactsView, "id" | "title" | "language">;
  scale: ScaleView;
  comparison: RevisionComparisonView;
}

type Side = "before" | "after";

/** Two states of a text side by side, block by block, with the words that one of them has alone. */
export function Comparison({ document, scale, comparison }: ComparisonProps) {
  const { before, after, changes, wordsAdded, wordsRemoved } = comparison;
  const [side, setSide] = useState<Side>("after");
  const [at, setAt] = useState(-1);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => alignedRows(before.blocks, after.blocks, changes), [before, after, changes]);
  const changed = useMemo(() => rows.flatMap((row, index) => (row.changed ? [index] : [])), [rows]);
  const left = useSide(comparison, scale, "before");
  const right = useSide(comparison, scale, "after");
  const path = `/documents/${document.id}`;

  function go(step: 1 | -1): void {
    const next = Math.min(Math.max(at + step, 0), changed.length - 1);
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${String(changed[next])}"]`);
    if (!row || !scroller.current) return;
    setAt(next);
    reveal(scroller.current, () => row.getBoundingClientRect(), "upper");
    row.focus({ preventScroll: true });
  }
  useShortcuts({ j: () => go(1), k: () => go(-1) });
  useCommands("This comparison", [
    { id: "compare.next", label: "Next change", shortcut: "j", run: () => go(1) },
    { id: "compare.previous", label: "Previous change", shortcut: "k", run: () => go(-1) },
  ]);

  return (
    <div className="flex h-[calc(100dvh-var(--banner))] flex-col">
      <TopBar crumbs={[{ label: document.title, href: path }, { label: "Revisions", href: `${path}/revisions` }, { label: "Compare" }]} />
      <main id="main" className="flex min-h-0 flex-1 flex-col">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-surface px-4 py-2 text-sm sm:px-6">
          <h1 className="font-medium max-sm:sr-only">
            Revision {before.number} and revision {after.number}
          </h1>
          <WordCounts added={wordsAdded} removed={wordsRemoved} />
          <div className="ms-auto flex items-center gap-1">
            <p role="status" className="me-1 text-xs text-ink-2 tabular-nums">
              {changed.length === 0
                ? "No changes"
                : at < 0
                  ? `${String(changed.length)} places changed`
                  : `Change ${String(at + 1)} of ${String(changed.length)}`}
            </p>
            <IconButton label="Previous change" aria-keyshortcuts="k" icon={<ChevronUp aria-hidden size={16} />} disabled={at <= 0} onClick={() => go(-1)} />
            <IconButton
              label="Next change"
              aria-keyshortcuts="j"
              icon={<ChevronDown aria-hidden size={16} />}
              disabled={at >= changed.length - 1}
              onClick={() => go(1)}
            />
          </div>
          <Segmented
            label="Shown revision"
            className="basis-full lg:hidden"
            value={side}
            onChange={setSide}
            options={[
              { value: "before", label: `Revision ${String(before.number)}` },
              { value: "after", label: `Revision ${String(after.number)}` },
            ]}
          />
        </div>
        <div ref={scroller} className="comparison" data-side={side}>
          <div className="comparison-heads">
            <ComparedHead path={path} text={before} />
            <ComparedHead path={path} text={after} />
          </div>
          {changed.length === 0 && (
            <EmptyState
              title="Both revisions say the same"
              action={
                <Button asChild>
                  <Link href={`${path}/revisions`}>Choose others</Link>
                </Button>
              }
            />
          )}
          <ol aria-label="Both texts, block by block">
            {rows.map((row, index) => (
              <ComparedRow key={index} index={index} row={row} current={changed[at] === index} left={left} right={right} language={document.language} />
            ))}
          </ol>
        </div>
      </main>
    </div>
  );
}

/** One of the two texts as its column shows it. */
export interface ComparedSide {
  text: ComparedText;
  numbers: readonly (number | null)[];
  layers: readonly Layer[];
}

function useSide({ before, after, changes, claims }: RevisionComparisonView, scale: ScaleView, side: Side): ComparedSide {
  const text = side === "before" ? before : after;
  return useMemo(() => {
    const kind = side === "before" ? "removed" : "added";
    const spans = changes.filter((change) => change.kind === kind).map((change) => change[side]);
    const painted = claimLayers(
      readerClaims(
        claims.map(({ before: then, after: now, ...claim }) => ({ ...claim, anchors: side === "before" ? then : now })),
        scale,
      ),
    );
    return { text, numbers: paragraphNumbers(text.blocks), layers: [...painted, { name: kind, spans }] };
  }, [text, changes, claims, scale, side]);
}
