import { Avatar } from "@/components/ui/avatar";
import { Markdown } from "@/components/ui/markdown";
import { TimeAgo } from "@/components/ui/time-ago";
import type { AssessmentView, ScaleView } from "@/lib/domain/views";
import { EarlierVersions } from "./earlier-versions";
import { JudgedAs } from "./judged-as";

interface AssessmentListProps {
  title: string;
  assessments: readonly AssessmentView[];
  scale: ScaleView;
}

/** What others found, each with their reasons. */
export function AssessmentList({ title, assessments, scale }: AssessmentListProps) {
  return (
    <section aria-label={title} className="grid gap-2">
      <h3 className="eyebrow">{title}</h3>
      <ul className="grid gap-3">
        {assessments.map((assessment) => (
          <li key={assessment.id} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5">
            <Avatar id={assessment.reviewer.id} name={assessment.reviewer.name} decorative />
            <div className="grid gap-1.5">
              <p className="flex flex-wrap items-baseline gap-x-2 text-xs text-ink-3">
                <span className="text-sm font-medium text-ink">{assessment.reviewer.name}</span>
                <TimeAgo at={assessment.updatedAt} />
                {assessment.confidence && <span>{assessment.confidence} confidence</span>}
              </p>
              <JudgedAs assessment={assessment} scale={scale} />
              <Markdown text={assessment.rationale} className="rounded-lg bg-sunk px-2.5 py-2 text-sm" />
              {assessment.version > 1 && <EarlierVersions assessment={assessment} scale={scale} />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
