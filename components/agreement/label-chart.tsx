import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import { labelOf, toneClass } from "@/components/verdict/tone";
import { VerdictBadge } from "@/components/verdict/verdict-badge";
import type { LabelAgreement } from "@/lib/domain/agreement-report";
import type { ScaleView } from "@/lib/domain/views";
import { formatPercent } from "@/lib/ui/format";

interface LabelsProps {
  labels: readonly LabelAgreement[];
  scale: ScaleView;
}

/** A bar for each label that was chosen. */
export function LabelChart({ labels, scale }: LabelsProps) {
  return (
    <ul className="grid gap-2">
      {labels
        .filter(({ chosen }) => chosen > 0)
        .map(({ labelId, chosen, agreement }) => {
          const label = labelOf(scale, labelId);
          return (
            <li key={labelId} className="grid items-center gap-x-4 gap-y-1 sm:grid-cols-[14rem_minmax(0,1fr)_8.5rem]">
              <VerdictBadge label={label} />
              <svg aria-hidden width="100%" height="14" className={toneClass(label?.tone ?? "off")}>
                <rect width="100%" height="14" rx="3" fill="var(--sunk)" />
                <rect width={`${(agreement ?? 0) * 100}%`} height="14" rx="3" fill="var(--c)" />
              </svg>
              <span className="text-xs text-ink-2 tabular-nums sm:text-end">
                {agreement === null ? "–" : formatPercent(agreement)} of {chosen} times
              </span>
            </li>
          );
        })}
    </ul>
  );
}

/** The same as numbers, with the labels that nobody chose. */
export function LabelTable({ labels, scale }: LabelsProps) {
  return (
    <Table caption="Agreement label by label">
      <thead>
        <tr>
          <HeadCell>Label</HeadCell>
          <HeadCell numeric>Chosen</HeadCell>
          <HeadCell numeric>By another too</HeadCell>
        </tr>
      </thead>
      <tbody>
        {labels.map(({ labelId, chosen, agreement }) => (
          <Row key={labelId}>
            <Cell>{labelOf(scale, labelId)?.name}</Cell>
            <Cell numeric>{chosen}</Cell>
            <Cell numeric>{agreement === null ? "–" : formatPercent(agreement)}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
