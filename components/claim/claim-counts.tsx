"use client";

import { cx } from "@/components/ui/cx";
import { SegmentedBar } from "@/components/ui/segmented-bar";
import { StateDot } from "@/components/ui/state-dot";
import { STATE_NAMES } from "@/lib/domain/claim";
import type { ClaimSummaryView, ScaleView } from "@/lib/domain/views";
import { useMemo } from "react";
import { filterCounts, progressText, verdictSegments, type ClaimFilter } from "./claim-filter";
import { ClaimStateDot } from "./claim-state-dot";

interface ClaimCountsProps {
  claims: readonly ClaimSummaryView[];
  scale: ScaleView;
  filter: ClaimFilter;
  onFilter: (filter: ClaimFilter) => void;
}

/** How far the claims are, as a bar, in words, and as filters with their counts. */
export function ClaimCounts({ claims, scale, filter, onFilter }: ClaimCountsProps) {
  const counts = useMemo(() => filterCounts(claims), [claims]);
  const segments = useMemo(() => verdictSegments(claims, scale), [claims, scale]);
  const progress = progressText(claims);
  return (
    <section aria-label="Claims by state" className="grid gap-4">
      <div>
        <h2 className="eyebrow">Claims</h2>
        <SegmentedBar label={progress} segments={segments} className="my-2" />
        <p className="text-xs text-ink-3 tabular-nums">{progress}</p>
      </div>
      <ul className="grid gap-px">
        {counts.map(({ filter: each, count }) => (
          <li key={each}>
            <button
              type="button"
              aria-pressed={filter === each}
              onClick={() => onFilter(each)}
              className={cx(
                "flex h-7 w-full items-center gap-2 rounded px-2 text-start transition-colors duration-100",
                filter === each ? "bg-accent-wash text-ink" : "text-ink-2 hover:bg-ink/4 hover:text-ink",
              )}
            >
              <FilterDot filter={each} />
              <span className="min-w-0 flex-1 truncate">{filterName(each)}</span>
              <span className="text-ink-3 tabular-nums">{count}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function FilterDot({ filter }: { filter: ClaimFilter }) {
  if (filter === "all") return <StateDot tone="tone-skipped" />;
  if (filter === "attention") return <StateDot shape="ring" tone="tone-mostly-false" />;
  return <ClaimStateDot state={filter} />;
}

function filterName(filter: ClaimFilter): string {
  if (filter === "all") return "All claims";
  return filter === "attention" ? "Needs a look" : STATE_NAMES[filter];
}
