import type { CorrectionKind } from "@/lib/domain/correction";
import type { JsonObject } from "./json";
import type { ReportCorrection } from "./report-publication";

/** How a change after publication is called. */
export const CORRECTION_NAMES: Record<CorrectionKind, string> = {
  refile: "Refiled",
  update: "Update",
  correction: "Correction",
  rating_change: "Rating changed",
  void: "Voided",
};

/** An entry of the corrections as schema.org has it: what, why, when and by whom (https://schema.org/CorrectionComment). */
export function correctionComment({ kind, what, why, by, at, verdict }: ReportCorrection): JsonObject {
  const change = verdict ? ` (from “${verdict.before ?? "no verdict"}” to “${verdict.after ?? "no verdict"}”)` : "";
  return {
    "@type": "CorrectionComment",
    name: CORRECTION_NAMES[kind] + change,
    text: [what, why].filter((words) => words.trim() !== "").join("\n\n"),
    datePublished: at,
    ...(by === "" ? {} : { author: { "@type": "Person", name: by } }),
  };
}
