import { ChartNoAxesColumn, Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import { countText, LEAST_TOLD, measureName, medianText, type Count, type TransparencyView } from "@/lib/domain/transparency";

/** How the workspace is moderated: each month as a table, with a bar for each number. */
export function Transparency({ months }: TransparencyView) {
  const most = Math.max(LEAST_TOLD, ...months.flatMap(({ counts }) => counts.map(({ count }) => (count === "few" ? 0 : count))));
  return (
    <>
      <PageHeader
        title="Moderation in numbers"
        description={`What was reported, what moderators decided, and how long it took, without names. A number below ${String(LEAST_TOLD)} is not told.`}
        actions={
          <Button asChild>
            <a href="/api/v1/moderation/transparency/csv" download>
              <Download aria-hidden size={14} /> Download CSV
            </a>
          </Button>
        }
      />
      {months.length === 0 && (
        <EmptyState title="Nothing to count yet" icon={<ChartNoAxesColumn size={18} />}>
          Once something is reported, or a moderator decides about something, its month is listed here.
        </EmptyState>
      )}
      {months.map(({ month, counts, medianHours }) => (
        <section key={month} aria-labelledby={month} className="grid gap-3">
          <h2 id={month} className="font-text text-lg/6 font-semibold">
            {monthName(month)}
          </h2>
          <Table caption={`Moderation in ${monthName(month)}`}>
            <thead>
              <tr>
                <HeadCell>What</HeadCell>
                <HeadCell numeric>How often</HeadCell>
                <HeadCell className="w-2/5 max-sm:hidden" aria-hidden />
              </tr>
            </thead>
            <tbody>
              {counts.map(({ measure, count }) => (
                <Row key={measure}>
                  <Cell>{measureName(measure)}</Cell>
                  <Cell numeric>{countText(count)}</Cell>
                  <Cell className="max-sm:hidden" aria-hidden>
                    <Bar count={count} most={most} />
                  </Cell>
                </Row>
              ))}
            </tbody>
          </Table>
          {medianHours !== null && <p className="text-sm text-ink-2">Half of the reports were decided within {medianText(medianHours)}.</p>}
        </section>
      ))}
    </>
  );
}

function Bar({ count, most }: { count: Count; most: number }) {
  return (
    <svg width="100%" height="10">
      <rect width="100%" height="10" rx="3" fill="var(--sunk)" />
      {count !== "few" && <rect width={`${String((count / most) * 100)}%`} height="10" rx="3" fill="var(--accent)" />}
    </svg>
  );
}

function monthName(month: string): string {
  return new Date(`${month}-01T00:00:00Z`).toLocaleDateString("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
}
