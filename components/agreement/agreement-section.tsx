import { Download } from "lucide-react";
import type { ReactNode } from "react";

interface AgreementSectionProps {
  title: string;
  description: string;
  /** Where its table can be downloaded. */
  csv: string;
  chart: ReactNode;
  /** The same as numbers; absent where the chart is a table itself. */
  table?: ReactNode;
}

/** One chart with what it says, its numbers, and the way to take them along. */
export function AgreementSection({ title, description, csv, chart, table }: AgreementSectionProps) {
  return (
    <section aria-label={title} className="grid grid-cols-[minmax(0,1fr)] gap-4 border-t border-line pt-6">
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div>
          <h2 className="font-text text-lg/6 font-semibold">{title}</h2>
          <p className="mt-1 max-w-prose text-sm text-pretty text-ink-2">{description}</p>
        </div>
        <a
          href={csv}
          download
          className="flex min-h-7 items-center gap-1.5 rounded border border-line-2 px-2 text-xs font-medium text-ink-2 hover:border-line-3 hover:text-ink"
        >
          <Download aria-hidden size={12} />
          CSV<span className="sr-only">: {title}</span>
        </a>
      </header>
      {chart}
      {table && (
        <details>
          <summary className="w-fit cursor-pointer rounded text-xs text-ink-3 underline underline-offset-2 hover:text-ink">As a table</summary>
          <div className="pt-3">{table}</div>
        </details>
      )}
    </section>
  );
}
