import { DECISION_KINDS, DECISION_NAMES, type DecisionKind } from "./moderation";

/** What is counted, month by month. */
export const MEASURES = ["reports", "held", ...DECISION_KINDS, "appeals", "appeals_granted", "appeals_refused"] as const;
export type Measure = (typeof MEASURES)[number];

/** Below that no number is told: it might be about somebody whom others know. */
export const LEAST_TOLD = 5;

/** A number, or that it is below the least that is told. */
export type Count = number | "few";

/** Months are "yyyy-mm", in UTC. Of what is not listed there was none. */
export interface TransparencyMonth {
  month: string;
  counts: { measure: Measure; count: Count }[];
  /** The median from a report to its decision, in hours; null where too few were decided. */
  medianHours: number | null;
}

export interface TransparencyView {
  /** The latest first. */
  months: TransparencyMonth[];
}

/** How a measure is called on the page. */
export function measureName(measure: Measure): string {
  return MEASURE_NAMES[measure] ?? `Decided: ${DECISION_NAMES[measure as DecisionKind].done.toLowerCase()}`; // every other measure is a kind of decision
}

const MEASURE_NAMES: Partial<Record<Measure, string>> = {
  reports: "Reports received",
  held: "Held before others saw it",
  appeals: "Appeals made",
  appeals_granted: "Appeals granted",
  appeals_refused: "Appeals refused",
};

/** A count as it is told. */
export const countText = (count: Count): string => (count === "few" ? `fewer than ${String(LEAST_TOLD)}` : String(count));

/** A median as it is told, after "within". */
export function medianText(hours: number): string {
  if (hours < 1) return "an hour";
  return hours < 48 ? `${String(Math.round(hours))} ${Math.round(hours) === 1 ? "hour" : "hours"}` : `${String(Math.round(hours / 24))} days`;
}

/** What was counted, as it is told: the latest month first, measures in their order, small numbers as few. */
export function transparency(
  counted: readonly { month: string; measure: string; count: number }[],
  medians: readonly { month: string; settled: number; seconds: number }[],
): TransparencyView {
  const months = [...new Set(counted.map(({ month }) => month))].sort().reverse();
  return {
    months: months.map((month) => {
      const median = medians.find((each) => each.month === month);
      return {
        month,
        counts: MEASURES.flatMap((measure) => {
          const count = counted.find((each) => each.month === month && each.measure === measure)?.count ?? 0;
          return count === 0 ? [] : [{ measure, count: count < LEAST_TOLD ? "few" : count }];
        }),
        medianHours: median && median.settled >= LEAST_TOLD ? median.seconds / 3600 : null,
      };
    }),
  };
}
