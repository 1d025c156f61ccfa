import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import type { Figure } from "@/lib/domain/agreement-report";
import { FIGURE_MEANINGS, FIGURE_NAMES } from "@/lib/domain/agreement-words";

/** From which figures on one may rely, or tentatively conclude: K. Krippendorff, "Content Analysis" (2004), 11.4. */
const GUIDES = [0.667, 0.8];

/** Each figure as a point with its interval, on one line from 0 to 1; the line begins lower where a figure does. */
export function FigureChart({ figures }: { figures: readonly Figure[] }) {
  const lowest = Math.min(0, ...figures.flatMap(({ value, low }) => [value ?? 0, low ?? 0]));
  const from = Math.max(-1, Math.floor(lowest * 5) / 5);
  const at = (value: number) => `${(((Math.max(from, value) - from) / (1 - from)) * 100).toFixed(2)}%`;
  const ticks = Array.from({ length: Math.round((1 - from) * 5) + 1 }, (_, index) => Math.round((from + index / 5) * 10) / 10);
  return (
    <div className="grid gap-1">
      <ul className="grid gap-1">
        {figures.map((figure) => (
          <li key={figure.key} className="grid items-center gap-x-4 gap-y-0.5 sm:grid-cols-[14rem_minmax(0,1fr)_3.5rem]">
            <div className="flex items-baseline justify-between gap-2">
              <span className="text-sm font-medium">{FIGURE_NAMES[figure.key]}</span>
              <span className="text-sm tabular-nums sm:hidden">{shown(figure.value)}</span>
            </div>
            <svg aria-hidden width="100%" height="28" className="overflow-visible">
              {ticks.map((tick) => (
                <line key={tick} x1={at(tick)} x2={at(tick)} y1="0" y2="28" stroke="var(--line)" />
              ))}
              {GUIDES.map((guide) => (
                <line key={guide} x1={at(guide)} x2={at(guide)} y1="0" y2="28" stroke="var(--line-3)" strokeDasharray="2 3" />
              ))}
              {figure.low !== undefined && figure.high !== undefined && (
                <line
                  x1={at(figure.low)}
                  x2={at(figure.high)}
                  y1="14"
                  y2="14"
                  stroke="var(--accent)"
                  strokeOpacity="0.45"
                  strokeWidth="6"
                  strokeLinecap="round"
                />
              )}
              {figure.value !== null && <circle cx={at(figure.value)} cy="14" r="5.5" fill="var(--accent)" stroke="var(--paper)" strokeWidth="2" />}
            </svg>
            <span className="text-end text-sm font-medium tabular-nums max-sm:hidden">{shown(figure.value)}</span>
            <p className="text-xs text-pretty text-ink-3 sm:col-start-2 sm:col-end-4">{FIGURE_MEANINGS[figure.key]}</p>
          </li>
        ))}
      </ul>
      <div aria-hidden className="relative mt-1 h-4 text-2xs text-ink-3 tabular-nums sm:ms-[15rem] sm:me-[4.5rem]">
        {ticks.map((tick) => (
          <span key={tick} className="absolute -translate-x-1/2" style={{ left: at(tick) }}>
            {tick}
          </span>
        ))}
      </div>
    </div>
  );
}

/** The same as numbers. */
export function FigureTable({ figures }: { figures: readonly Figure[] }) {
  return (
    <Table caption="Agreement figures">
      <thead>
        <tr>
          <HeadCell>Figure</HeadCell>
          <HeadCell numeric>Value</HeadCell>
          <HeadCell numeric>95 % interval</HeadCell>
          <HeadCell numeric>Claims</HeadCell>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ key, value, low, high, claims }) => (
          <Row key={key}>
            <Cell>{FIGURE_NAMES[key]}</Cell>
            <Cell numeric>{shown(value)}</Cell>
            <Cell numeric>{low === undefined || high === undefined ? "–" : `${shown(low)} to ${shown(high)}`}</Cell>
            <Cell numeric>{claims}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

/** 0.4302 → "0.430"; what cannot be computed is a dash. */
function shown(value: number | null): string {
  return value === null ? "–" : value.toFixed(3).replace("-", "−");
}
