import { Markdown } from "@/components/ui/markdown";
import { TimeAgo } from "@/components/ui/time-ago";
import { labelOf } from "@/components/verdict/tone";
import { VerdictBadge } from "@/components/verdict/verdict-badge";
import type { AdjudicationView, ScaleView } from "@/lib/domain/views";
import { decisionSentence } from "./decision-words";

/** What an editor decided on a contested claim, and why. */
export function DecisionCard({ decision, scale }: { decision: AdjudicationView; scale: Pick<ScaleView, "labels"> }) {
  return (
    <div className="grid gap-1.5">
      <p className="text-sm text-ink-2">
        <span className="font-medium text-ink">{decision.editor.name}</span> {decisionSentence(decision)}
        <TimeAgo at={decision.at} className="ms-2 text-xs text-ink-3" />
      </p>
      {decision.labelId && <VerdictBadge label={labelOf(scale, decision.labelId)} />}
      <Markdown text={decision.reason} className="rounded-lg bg-sunk px-2.5 py-2 text-sm" />
    </div>
  );
}
