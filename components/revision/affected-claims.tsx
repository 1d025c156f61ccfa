"use client";

import { useState } from "react";
import { ClaimStateDot } from "@/components/claim/claim-state-dot";
import { diffParts } from "@/components/draft/diff-parts";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import { WordDiff } from "@/components/ui/word-diff";
import { STATE_NAMES } from "@/lib/domain/claim";
import type { AffectedClaimView } from "@/lib/domain/revision";
import { formatNumber } from "@/lib/ui/format";
import { STATUS_WORDS } from "./outcome-words";

/** Claims that are shown at once. */
const SHOWN = 40;

/** The claims that a correction touches: what was quoted, and what would be. */
export function AffectedClaims({ claims }: { claims: readonly AffectedClaimView[] }) {
  const [whole, setWhole] = useState(false);
  const shown = whole ? claims : claims.slice(0, SHOWN);
  const rest = claims.length - shown.length;
  return (
    <>
      <ol className="divide-y divide-line rounded-[10px] border border-line bg-surface">
        {shown.map((claim) => (
          <AffectedClaim key={claim.claimId} claim={claim} />
        ))}
      </ol>
      {rest > 0 && (
        <Button size="sm" className="mt-3" onClick={() => setWhole(true)}>
          Show the other {formatNumber(rest)}
        </Button>
      )}
    </>
  );
}

function AffectedClaim({ claim }: { claim: AffectedClaimView }) {
  const { number, statement, state, status, before, after, returnsToReview } = claim;
  const words = STATUS_WORDS[status];
  return (
    <li className="grid gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="text-xs text-ink-3 tabular-nums">
          <span className="sr-only">Claim </span>
          {number}
        </span>
        <Tag toned className={words.tone}>
          {words.name}
        </Tag>
        <span className="inline-flex items-center gap-1.5 text-xs text-ink-2">
          <ClaimStateDot state={state} />
          {STATE_NAMES[state]}
          {returnsToReview && <span className="font-medium text-warn">→ goes back to review</span>}
        </span>
      </div>
      <p dir="auto" className="font-medium wrap-anywhere">
        {statement}
      </p>
      <blockquote className="border-s-3 border-line-2 ps-3 font-text text-[0.9375rem]/6 text-ink-2">
        {after === null ? (
          <>
            <del dir="auto" className="wrap-anywhere">
              {before}
            </del>
            <p className="font-ui text-xs text-ink-3">These words are not in the new text.</p>
          </>
        ) : (
          <WordDiff parts={diffParts(before, after)} className="wrap-anywhere" />
        )}
      </blockquote>
    </li>
  );
}
