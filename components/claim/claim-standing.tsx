import { Button } from "@/components/ui/button";
import { MediaNote } from "@/components/verdict/media-note";
import { labelOf } from "@/components/verdict/tone";
import { VerdictCard } from "@/components/verdict/verdict-card";
import { isDecided } from "@/lib/domain/claim";
import type { ClaimView, ScaleView } from "@/lib/domain/views";
import { formatDateShort } from "@/lib/ui/format";
import { SKIP_REASON_NAMES } from "./names";

interface ClaimStandingProps {
  claim: ClaimView;
  scale: ScaleView;
  onTakeUp: () => void;
}

/** What is settled about the claim: the verdict that stands, or why it is not checked. */
export function ClaimStanding({ claim, scale, onTakeUp }: ClaimStandingProps) {
  if (claim.state === "skipped") {
    return (
      <section aria-label="Skipped" className="grid gap-1.5 rounded-[10px] bg-sunk px-3.5 py-3">
        <p className="font-medium">Not checked{claim.skipReason && `: ${SKIP_REASON_NAMES[claim.skipReason].toLowerCase()}`}</p>
        {claim.skipNote && (
          <p dir="auto" className="text-sm whitespace-pre-line text-ink-2">
            {claim.skipNote}
          </p>
        )}
        {claim.can.moveTo.includes("spotted") && (
          <Button size="sm" className="mt-1 justify-self-start" onClick={onTakeUp}>
            Take up again
          </Button>
        )}
      </section>
    );
  }
  const { ruling } = claim;
  if (!isDecided(claim.state) || !ruling) return null;
  const by = ruling.approvedBy?.name ?? ruling.editor.name;
  return (
    <section aria-label="Verdict" className="grid gap-2">
      <VerdictCard
        label={labelOf(scale, ruling.labelId)}
        summary={ruling.summary}
        justification={ruling.justification}
        footnote={`Approved by ${by}${ruling.approvedAt ? `, ${formatDateShort(ruling.approvedAt)}` : ""}`}
      />
      <MediaNote claim={claim} />
    </section>
  );
}
