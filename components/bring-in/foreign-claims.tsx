"use client";

import { useMemo, type CSSProperties } from "react";
import { useWindowRows } from "@/components/ui/use-window-rows";
import type { ForeignClaimView } from "@/lib/domain/foreign";
import { ForeignClaimRow } from "./foreign-claim-row";
import { isWished, type Wishes } from "./wishes";

interface ForeignClaimsProps {
  claims: readonly ForeignClaimView[];
  wishes: Wishes;
  onToggle: (index: number) => void;
}

/** The height of a row with a line each of statement, quote and facts, in pixels. */
const ROW_ESTIMATE = 96;

/** The claims of a file. Only the rows in view are in the page: there may be thousands. */
export function ForeignClaims({ claims, wishes, onToggle }: ForeignClaimsProps) {
  return (
    <div
      className="max-h-[max(20rem,calc(100dvh-22rem))] overflow-y-auto rounded-[10px] border border-line bg-surface"
      tabIndex={0}
      role="region"
      aria-label="Claims in the file"
    >
      <Rows claims={claims} wishes={wishes} onToggle={onToggle} />
    </div>
  );
}

function Rows({ claims, wishes, onToggle }: ForeignClaimsProps) {
  const keys = useMemo(() => claims.map(({ index }) => String(index)), [claims]);
  const except = useMemo(() => new Set(wishes.except), [wishes.except]);
  const { from, to, before, after, listRef, rowRef } = useWindowRows(keys, ROW_ESTIMATE);
  const style: CSSProperties = { paddingBlock: `${String(before)}px ${String(after)}px` };
  return (
    <ol ref={listRef} aria-label="Claims" style={style} className="[overflow-anchor:none]">
      {claims.slice(from, to).map((claim, offset) => (
        <li
          key={claim.index}
          ref={rowRef}
          data-row={String(claim.index)}
          aria-posinset={from + offset + 1}
          aria-setsize={claims.length}
          className="border-b border-line"
        >
          <ForeignClaimRow claim={claim} wished={isWished(claim, wishes)} left={except.has(claim.index)} onToggle={() => onToggle(claim.index)} />
        </li>
      ))}
    </ol>
  );
}
