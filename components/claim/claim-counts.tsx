"use client";

import { cx } from "@/components/ui/cx";
import { SegmentedBar } from "@/components/ui/segmented-bar";
import { StateDot } from "@/components/ui/state-dot";
import { STATE_NAMES, type ClaimState } from "@/lib/domain/claim";
import type { ClaimSummaryView, ScaleView } from "@/lib/domain/views";
import { useMemo } from "react";
import type { ClaimFilter, FilterReader } from "./claim-filter";
import { filterCounts, progressText, verdictSegments } from "./claim-tallies";
import { ClaimStateDot } from "./claim-state-dot";

interface ClaimCountsProps {
  claims: readonly ClaimSummaryView[];
  scale: ScaleView;
  filter: ClaimFilter;
  onFilter: (filter: ClaimFilter) => void;
  reader: FilterReader;
}

/** How far the claims are, as a bar, in words, and as filters with their counts. */
export function ClaimCounts({ claims, scale, filter, onFilter, reader }: ClaimCountsProps) {
  const counts = useMemo(() => filterCounts(claims, reader), [claims, reader]);
  const segments = useMemo(() => verdictSegments(claims, scale), [claims, scale]);
  const progress = useMemo(() => progressText(claims), [claims]);
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

/** Those that cross the states. */
const CROSSING: Partial<Record<ClaimFilter, string>> = {
  all: "All claims",
  attention: "Needs a look",
  mine: "Assigned to you",
  unassigned: "Unassigned",
  overdue: "Overdue",
};

function FilterDot({ filter }: { filter: ClaimFilter }) {
  if (filter === "all") return <StateDot tone="tone-skipped" />;
  if (isState(filter)) return <ClaimStateDot state={filter} />;
  if (filter === "mine") return <StateDot tone="tone-open" />;
  return <StateDot shape="ring" tone={filter === "unassigned" ? "tone-skipped" : "tone-mostly-false"} />;
}

function isState(filter: ClaimFilter): filter is ClaimState {
  return filter in STATE_NAMES;
}

function filterName(filter: ClaimFilter): string {
  return CROSSING[filter] ?? (isState(filter) ? STATE_NAMES[filter] : filter);
}
