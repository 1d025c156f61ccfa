import type { AssessmentView, ScaleView } from "@/lib/domain/views";
import { CircleSlash } from "lucide-react";
import { labelOf } from "./tone";
import { VerdictBadge } from "./verdict-badge";

/** The label that somebody chose, or that they chose none; nothing where the conclusion stands in words. */
export function JudgedAs({ assessment, scale }: { assessment: Pick<AssessmentView, "labelId" | "unjudgeable">; scale: Pick<ScaleView, "labels"> }) {
  if (assessment.unjudgeable) {
    return (
      <span className="inline-flex items-center gap-1.5 text-[0.8125rem]/5 font-semibold text-ink-2">
        <CircleSlash aria-hidden size={16} className="shrink-0" />
        Cannot be judged
      </span>
    );
  }
  return assessment.labelId && <VerdictBadge label={labelOf(scale, assessment.labelId)} />;
}
