import type { ScaleView } from "@/lib/domain/views";

/** The labels of a scale in a line: "True, Mostly true, …". */
export function labelNames(scale: Pick<ScaleView, "labels">): string {
  const names = scale.labels.filter((label) => !label.retired).map((label) => label.name);
  return names.length === 0 ? "No labels: each claim gets a plain conclusion." : names.join(", ");
}
