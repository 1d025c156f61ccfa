"use client";

import { Button } from "@/components/ui/button";
import type { ClaimView, ScaleView } from "@/lib/domain/views";
import { ExternalLink, PenLine } from "lucide-react";
import { useState } from "react";
import { CorrectionForm } from "./correction-form";

interface PublishedClaimProps {
  claim: ClaimView;
  scale: ScaleView;
  personId: string;
  apply: (claim: ClaimView) => void;
}

/** What can be done with a claim that is published: look at its page, and correct it. */
export function PublishedClaim({ claim, scale, personId, apply }: PublishedClaimProps) {
  const [correcting, setCorrecting] = useState(false);
  if (claim.publicUrl === null) return null;
  return (
    <section aria-label="Publication" className="grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Button asChild>
          <a href={claim.publicUrl} target="_blank" rel="noopener">
            <ExternalLink aria-hidden size={14} /> Public page
          </a>
        </Button>
        {claim.can.correct && !correcting && (
          <Button icon={<PenLine aria-hidden size={14} />} onClick={() => setCorrecting(true)}>
            Correct…
          </Button>
        )}
      </div>
      {!correcting && claim.state !== "voided" && (
        <p className="text-xs text-ink-2">What is published changes by corrections only, and readers see each of them.</p>
      )}
      {correcting && <CorrectionForm claim={claim} scale={scale} personId={personId} apply={apply} onClose={() => setCorrecting(false)} />}
    </section>
  );
}
