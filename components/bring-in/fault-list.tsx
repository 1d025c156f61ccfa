import { CircleAlert } from "lucide-react";
import type { ForeignFaultView } from "@/lib/domain/foreign";
import { countOf, formatNumber } from "@/lib/ui/format";

interface FaultListProps {
  /** The first of them. */
  faults: readonly ForeignFaultView[];
  count: number;
  open?: boolean;
}

/** What in the file could not be taken as it is, by row and field. */
export function FaultList({ faults, count, open = false }: FaultListProps) {
  if (count === 0) return null;
  return (
    <details open={open} className="rounded-[10px] border border-line bg-surface">
      <summary className="flex cursor-pointer items-center gap-2 rounded-[10px] px-4 py-3 text-sm font-medium text-warn">
        <CircleAlert aria-hidden size={16} className="shrink-0" />
        {countOf(count, "thing")} in the file could not be taken as it is
      </summary>
      <ul className="max-h-72 divide-y divide-line overflow-y-auto border-t border-line text-sm" tabIndex={0} aria-label="What could not be taken">
        {faults.map(({ row, field, message }, index) => (
          <li key={index} className="grid gap-x-4 px-4 py-2 sm:grid-cols-[12rem_minmax(0,1fr)]">
            <span className="text-ink-3">
              <bdi>{row}</bdi>, <bdi className="font-mono text-xs">{field}</bdi>
            </span>
            <span className="wrap-anywhere">{message}</span>
          </li>
        ))}
        {count > faults.length && <li className="px-4 py-2 text-ink-3">…and {formatNumber(count - faults.length)} more.</li>}
      </ul>
    </details>
  );
}
