"use client";

import { X } from "lucide-react";
import Link from "next/link";
import { ClaimStateDot } from "@/components/claim/claim-state-dot";
import { Button, IconButton } from "@/components/ui/button";
import { useShortcuts } from "@/components/ui/keyboard";
import { labelOf } from "@/components/verdict/tone";
import { isDecided, STATE_NAMES } from "@/lib/domain/claim";
import type { ClaimSummaryView, ScaleView } from "@/lib/domain/views";

interface ClaimPeekProps {
  claim: ClaimSummaryView;
  scale: ScaleView;
  /** Where the claim is worked on. */
  href: string;
  onClose: () => void;
}

/** What a claim says, below a text in which it cannot be worked on. */
export function ClaimPeek({ claim, scale, href, onClose }: ClaimPeekProps) {
  useShortcuts({ escape: onClose });
  const label = isDecided(claim.state) ? labelOf(scale, claim.labelId) : null;
  return (
    <section
      aria-label={`Claim ${String(claim.number)}`}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-surface px-4 py-3 sm:px-6"
    >
      <div className="min-w-0 flex-1 basis-64" role="status">
        <p className="flex items-center gap-1.5 text-xs text-ink-2">
          <span className="tabular-nums">Claim {claim.number}</span> <ClaimStateDot state={claim.state} /> {label?.name ?? STATE_NAMES[claim.state]}
        </p>
        <p dir="auto" className="line-clamp-3 font-medium wrap-anywhere">
          {claim.statement}
        </p>
      </div>
      <Button asChild size="sm">
        <Link href={href}>Open it in the current text</Link>
      </Button>
      <IconButton label="Close" icon={<X aria-hidden size={16} />} onClick={onClose} />
    </section>
  );
}
