/* The text format of Prometheus, version 0.0.4: prometheus.io/docs/instrumenting/exposition_formats */

interface Sample {
  labels: Readonly<Record<string, string>>;
  value: number;
}

/** One metric with its values. `counts` are how many were at most the bound beside it. */
export type Family = { name: string; help: string } & (
  | { type: "counter" | "gauge"; samples: readonly Sample[] }
  | { type: "histogram"; bounds: readonly number[]; counts: readonly number[]; count: number; sum: number }
);

/** The lines of a metric, each with its end. */
export function family(metric: Family): string {
  const { name, help, type } = metric;
  const lines = [`# HELP ${name} ${help.replaceAll("\\", "\\\\").replaceAll("\n", "\\n")}`, `# TYPE ${name} ${type}`];
  if (metric.type === "histogram") {
    metric.bounds.forEach((bound, index) => lines.push(sample(`${name}_bucket`, { le: String(bound) }, metric.counts[index] ?? 0)));
    lines.push(sample(`${name}_bucket`, { le: "+Inf" }, metric.count), sample(`${name}_sum`, {}, metric.sum), sample(`${name}_count`, {}, metric.count));
  } else for (const { labels, value } of metric.samples) lines.push(sample(name, labels, value));
  return lines.map((line) => `${line}\n`).join("");
}

function sample(name: string, labels: Readonly<Record<string, string>>, value: number): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`);
  return `${name}${pairs.length > 0 ? `{${pairs.join(",")}}` : ""} ${numberOf(value)}`;
}

function numberOf(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  return Number.isFinite(value) ? String(value) : value > 0 ? "+Inf" : "-Inf";
}
