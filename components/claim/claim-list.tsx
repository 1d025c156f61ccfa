"use client";

import { Avatar } from "@/components/ui/avatar";
import { cx } from "@/components/ui/cx";
import { EmptyState } from "@/components/ui/empty-state";
import { useWindowRows } from "@/components/ui/use-window-rows";
import { Dial } from "@/components/verdict/verdict-badge";
import { labelOf, toneClass } from "@/components/verdict/tone";
import { isOverdue } from "@/lib/domain/assignment";
import { isDecided, STATE_NAMES } from "@/lib/domain/claim";
import type { ClaimSummaryView, PersonView, ScaleView } from "@/lib/domain/views";
import { Clock } from "lucide-react";
import { memo, useEffect, useMemo, type CSSProperties, type RefCallback } from "react";
import { ClaimStateDot } from "./claim-state-dot";

interface ClaimListProps {
  /** Those that the filter lets through, in the order of the text. */
  claims: readonly ClaimSummaryView[];
  scale: ScaleView;
  /** The text of the revision, out of which the quotes are cut. */
  text: string;
  /** For what is late: the day, "yyyy-mm-dd"; null while it is not known. */
  today?: string | null;
  selectedId: string | null;
  /** Keep the identity of both stable: the rows are memoised. */
  onOpen: (claimId: string) => void;
  onHover?: (claimId: string | null) => void;
  /** Who else has which claim open. */
  othersAt?: ReadonlyMap<string, readonly PersonView[]>;
}

/** The height of a row with two lines of statement, in pixels. */
const ROW_ESTIMATE = 85;

/**
 * The claims as a list: what the highlights in the text say, for those who do not see them, and for a look over all. Only the rows
 * in view are in the page; the open claim's row is brought into view.
 */
export const ClaimList = memo(function ClaimList({ claims, scale, text, today = null, selectedId, onOpen, onHover, othersAt }: ClaimListProps) {
  const ids = useMemo(() => claims.map((claim) => claim.id), [claims]);
  const { from, to, before, after, listRef, rowRef, reveal } = useWindowRows(ids, ROW_ESTIMATE);
  const selected = selectedId === null ? -1 : ids.indexOf(selectedId);
  const digits = useMemo(() => String(claims.reduce((most, { number }) => Math.max(most, number), 10)).length, [claims]);
  useEffect(() => {
    if (selected >= 0) reveal(selected);
  }, [selected, reveal]);
  if (claims.length === 0) return <EmptyState title="No claims here">Select a passage in the text to mark a claim.</EmptyState>;

  const style: CSSProperties & Record<"--digits", number> = { paddingBlock: `${String(before)}px ${String(after)}px`, "--digits": digits };
  return (
    <ol ref={listRef} aria-label="Claims" style={style} className="[overflow-anchor:none]">
      {claims.slice(from, to).map((claim, index) => (
        <ClaimRow
          key={claim.id}
          claim={claim}
          scale={scale}
          text={text}
          place={from + index + 1}
          of={claims.length}
          overdue={today !== null && isOverdue(claim, today)}
          selected={claim.id === selectedId}
          measure={rowRef}
          onOpen={onOpen}
          onHover={onHover}
          others={othersAt?.get(claim.id)}
        />
      ))}
    </ol>
  );
});

interface ClaimRowProps {
  claim: ClaimSummaryView;
  scale: ScaleView;
  text: string;
  /** Counted from one. */
  place: number;
  of: number;
  overdue: boolean;
  selected: boolean;
  measure: RefCallback<HTMLElement>;
  onOpen: (claimId: string) => void;
  onHover: ((claimId: string | null) => void) | undefined;
  others: readonly PersonView[] | undefined;
}

const ClaimRow = memo(function ClaimRow({ claim, scale, text, place, of, overdue, selected, measure, onOpen, onHover, others }: ClaimRowProps) {
  const label = isDecided(claim.state) ? labelOf(scale, claim.labelId) : null;
  const quote = quoteOf(claim, text);
  return (
    <li ref={measure} data-row={claim.id} aria-posinset={place} aria-setsize={of} className="pb-px">
      <button
        type="button"
        aria-current={selected ? "true" : undefined}
        onClick={() => onOpen(claim.id)}
        onPointerEnter={onHover && (() => onHover(claim.id))}
        onPointerLeave={onHover && (() => onHover(null))}
        onFocus={onHover && (() => onHover(claim.id))}
        onBlur={onHover && (() => onHover(null))}
        className={cx(
          "grid w-full grid-cols-[calc(0.25rem+var(--digits)*1ch)_minmax(0,1fr)] gap-x-1.5 rounded px-2 py-1.5 text-start focus-visible:-outline-offset-2",
          selected ? "bg-accent-wash" : "hover:bg-ink/4 hover:transition-colors hover:duration-100",
        )}
      >
        <span aria-hidden className="pt-px text-xs text-ink-3 tabular-nums">
          {claim.number}
        </span>
        <span className="grid gap-0.5">
          <span className="sr-only">Claim {claim.number}:</span>
          <span dir="auto" className="line-clamp-2 text-[0.8125rem]/4.5 wrap-anywhere">
            {claim.statement}
          </span>
          {quote && (
            <span dir="auto" className="truncate font-text text-xs text-ink-3">
              “{quote}”
            </span>
          )}
          <span className={cx("flex items-center gap-1.5 text-2xs text-ink-3", label && toneClass(label.tone))}>
            {label ? (
              <>
                <span className="text-tone">
                  <Dial tone={label.tone} size={11} />
                </span>
                {label.name}
              </>
            ) : (
              <>
                <ClaimStateDot state={claim.state} />
                {STATE_NAMES[claim.state]}
              </>
            )}
            {overdue && (
              <span className="flex items-center gap-1 font-medium text-danger">
                <Clock aria-hidden size={11} /> Overdue
              </span>
            )}
            {others && (
              <span className="ms-auto flex -space-x-1 rtl:space-x-reverse">
                {others.slice(0, 3).map((person) => (
                  <Avatar key={person.id} id={person.id} name={person.name} size="sm" decorative className="ring-2 ring-surface" />
                ))}
                {others.length > 3 && (
                  <span aria-hidden className="ps-2">
                    +{others.length - 3}
                  </span>
                )}
                <span className="sr-only">Open at {others.map(({ name }) => name).join(", ")}</span>
              </span>
            )}
          </span>
        </span>
      </button>
    </li>
  );
});

function quoteOf(claim: ClaimSummaryView, text: string): string {
  return claim.anchors
    .filter((anchor) => anchor.status !== "orphaned")
    .map((anchor) => text.slice(anchor.start, anchor.end))
    .join(" … ");
}
