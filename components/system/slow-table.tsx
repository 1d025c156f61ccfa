import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import { TimeAgo } from "@/components/ui/time-ago";
import type { SystemView } from "@/lib/domain/system";
import { formatNumber } from "@/lib/ui/format";

/** The requests that took longest of late. */
export function SlowTable({ slow }: Pick<SystemView, "slow">) {
  return (
    <section aria-labelledby="slow">
      <h2 id="slow" className="mb-2 font-text text-lg/6 font-semibold">
        Slow requests
      </h2>
      {slow.length === 0 ? (
        <p className="text-sm text-ink-2">None took over half a second within a day.</p>
      ) : (
        <Table caption="The slowest requests of the last 24 hours">
          <thead>
            <tr>
              <HeadCell>Request</HeadCell>
              <HeadCell numeric>Status</HeadCell>
              <HeadCell numeric>Took</HeadCell>
              <HeadCell className="max-sm:hidden">When</HeadCell>
            </tr>
          </thead>
          <tbody>
            {slow.map(({ method, path, status, ms, at }) => (
              <Row key={`${at} ${path}`}>
                <Cell className="min-w-40 text-xs wrap-anywhere">
                  <span className="font-mono">
                    {method} {path}
                  </span>
                  {/* On a phone there is no room for a column of it. */}
                  <TimeAgo at={at} className="block text-ink-3 sm:hidden" />
                </Cell>
                <Cell numeric>{status}</Cell>
                <Cell numeric className="whitespace-nowrap">
                  {formatNumber(ms)} ms
                </Cell>
                <Cell className="whitespace-nowrap max-sm:hidden">
                  <TimeAgo at={at} />
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}
