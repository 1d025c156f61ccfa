import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Markdown } from "@/components/ui/markdown";
import { TimeAgo } from "@/components/ui/time-ago";
import { SnapshotList } from "@/components/snapshot/snapshot-list";
import { EvidenceCard } from "@/components/evidence/evidence-card";
import { EarlierVersions } from "@/components/verdict/earlier-versions";
import { JudgedAs } from "@/components/verdict/judged-as";
import type { AssessmentView, EvidenceView, ScaleView } from "@/lib/domain/views";

interface AssessmentColumnProps {
  assessment: AssessmentView;
  /** What this reviewer brought. */
  evidence: readonly EvidenceView[];
  scale: ScaleView;
  /** The key that takes it. */
  digit: number;
  /** Absent for those who do not decide. */
  onTake: (() => void) | undefined;
}

/** One assessment with the evidence of its author, to be compared with the one beside it. */
export function AssessmentColumn({ assessment, evidence, scale, digit, onTake }: AssessmentColumnProps) {
  const { reviewer } = assessment;
  return (
    <li aria-label={`Assessment of ${reviewer.name}`} className="grid content-start gap-3 rounded-[10px] border border-line bg-surface px-4 py-3.5">
      <header className="flex items-center gap-2.5">
        <Avatar id={reviewer.id} name={reviewer.name} decorative />
        <div className="min-w-0 flex-1">
          <p className="truncate text-sm font-medium">{reviewer.name}</p>
          <p className="text-xs text-ink-3">
            <TimeAgo at={assessment.updatedAt} />
            {assessment.confidence && ` · ${assessment.confidence} confidence`}
          </p>
        </div>
      </header>
      <JudgedAs assessment={assessment} scale={scale} />
      <Markdown text={assessment.rationale} className="text-sm" />
      {assessment.version > 1 && <EarlierVersions assessment={assessment} scale={scale} />}
      {evidence.length > 0 && <EvidenceList title={`Evidence of ${reviewer.name}`} evidence={evidence} />}
      {onTake && !assessment.unjudgeable && (
        <Button size="sm" className="justify-self-start" onClick={onTake}>
          Take this one <Kbd keys={String(digit)} />
        </Button>
      )}
    </li>
  );
}

/** Evidence to be read, not changed. */
export function EvidenceList({ title, evidence }: { title: string; evidence: readonly EvidenceView[] }) {
  return (
    <section aria-label={title} className="grid gap-1.5">
      <h3 className="eyebrow">{title}</h3>
      <ul className="grid gap-2">
        {evidence.map((each) => (
          <EvidenceCard
            key={each.id}
            // The question that it answers is not here.
            evidence={{ ...each, questionId: null, can: { edit: false } }}
            questions={[]}
            onEdit={nothing}
            onDelete={nothing}
            onVerify={nothing}
            onAnswer={nothing}
            onKeep={nothing}
          >
            {each.snapshots.length > 0 && <SnapshotList snapshots={each.snapshots} found={new Map()} onDelete={undefined} />}
          </EvidenceCard>
        ))}
      </ul>
    </section>
  );
}

const nothing = () => undefined;
