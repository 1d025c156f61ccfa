import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import { TimeAgo } from "@/components/ui/time-ago";
import type { SystemView } from "@/lib/domain/system";
import { countOf, formatNumber } from "@/lib/ui/format";

/** What the process does by itself, and how that has gone. */
export function JobTable({ jobs, exportsFailed }: Pick<SystemView, "jobs" | "exportsFailed">) {
  return (
    <section aria-labelledby="jobs">
      <h2 id="jobs" className="mb-2 font-text text-lg/6 font-semibold">
        Jobs
      </h2>
      {jobs.length === 0 ? (
        <p className="text-sm text-ink-2">None has run yet in this process. Tidying runs every hour.</p>
      ) : (
        <Table caption="Jobs of this process">
          <thead>
            <tr>
              <HeadCell>Job</HeadCell>
              <HeadCell numeric>Runs</HeadCell>
              <HeadCell numeric>Failures</HeadCell>
              <HeadCell>Last run</HeadCell>
            </tr>
          </thead>
          <tbody>
            {jobs.map((job) => (
              <Row key={job.name}>
                <Cell className="first-letter:uppercase">{job.name}</Cell>
                <Cell numeric>{formatNumber(job.runs)}</Cell>
                <Cell numeric>{formatNumber(job.failures)}</Cell>
                <Cell className="whitespace-nowrap">
                  <TimeAgo at={job.lastRunAt} />
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
      {exportsFailed > 0 && <p className="mt-2 text-sm text-ink-2">{countOf(exportsFailed, "file")} could not be made; the log says why.</p>}
    </section>
  );
}
