import { countText, type TransparencyView } from "@/lib/domain/transparency";
import { csvText } from "./csv-text";

/** How a workspace moderates, one line a number: month, measure, count; the median in hours. */
export function transparencyCsv({ months }: TransparencyView): string {
  const rows = months.flatMap(({ month, counts, medianHours }) => [
    ...counts.map(({ measure, count }) => [month, measure, countText(count)]),
    ...(medianHours === null ? [] : [[month, "median_hours_to_decision", medianHours.toFixed(1)]]),
  ]);
  return csvText([["month", "measure", "count"], ...rows]);
}
