import { cx } from "@/components/ui/cx";
import { Table } from "@/components/ui/table";
import { labelOf } from "@/components/verdict/tone";
import type { AgreementReport } from "@/lib/domain/agreement-report";
import type { PersonView, ScaleView } from "@/lib/domain/views";

interface ConfusionMatrixProps {
  report: AgreementReport;
  scale: ScaleView;
  pair: readonly [PersonView, PersonView] | null;
}

/** Labels against labels: the diagonal is agreement, and the darker a cell, the more often it happened. Labels that nobody chose are left out. */
export function ConfusionMatrix({ report: { confusion, labelIds }, scale, pair }: ConfusionMatrixProps) {
  const most = Math.max(1, ...confusion.flat());
  const used = labelIds.flatMap((_, index) => (confusion.some((row, other) => (row[index] ?? 0) > 0 || (other === index && row.some(Boolean))) ? [index] : []));
  const name = (index: number) => labelOf(scale, labelIds[index] ?? null)?.name ?? "";
  return (
    <Table caption={pair ? `Verdicts of ${pair[0].name} in rows, of ${pair[1].name} in columns` : "Verdicts against verdicts"} className="w-fit max-w-full">
      <thead>
        <tr>
          <th scope="col" className="px-3 py-2 text-start text-xs font-medium text-ink-3">
            {pair ? (
              <>
                <bdi>{pair[0].name}</bdi> ↓ <bdi>{pair[1].name}</bdi> →
              </>
            ) : (
              <span className="sr-only">Verdict</span>
            )}
          </th>
          {used.map((column) => (
            <th key={column} scope="col" className="w-20 min-w-18 px-2 py-2 align-bottom text-xs font-medium text-ink-2">
              {name(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {used.map((row) => (
          <tr key={row}>
            <th scope="row" className="px-3 py-1 text-start text-xs font-medium whitespace-nowrap text-ink-2">
              {name(row)}
            </th>
            {used.map((column) => {
              const count = confusion[row]?.[column] ?? 0;
              return (
                <td key={column} className="p-0.5">
                  <span
                    className={cx(
                      "flex h-9 items-center justify-center rounded text-sm tabular-nums",
                      row === column && "outline outline-line-3",
                      count === 0 && "text-ink-3",
                    )}
                    style={{
                      backgroundColor: `color-mix(in oklab, var(--${row === column ? "true" : "mostly-false"}) ${Math.round((count / most) * 45)}%, transparent)`,
                    }}
                  >
                    {count}
                  </span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
