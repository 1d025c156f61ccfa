import { stringify } from "csv-stringify/sync";
import { countText, type TransparencyView } from "@/lib/domain/transparency";

/** How a workspace moderates, one line a number: month, measure, count; the median in hours. */
export function transparencyCsv({ months }: TransparencyView): string {
  const rows = months.flatMap(({ month, counts, medianHours }) => [
    ...counts.map(({ measure, count }) => [month, measure, countText(count)]),
    ...(medianHours === null ? [] : [[month, "median_hours_to_decision", medianHours.toFixed(1)]]),
  ]);
  return stringify([["month", "measure", "count"], ...rows], { bom: true, escape_formulas: true, record_delimiter: "windows" });
}
