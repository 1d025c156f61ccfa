import { STATE_NAMES } from "@/lib/domain/claim";
import type { Report } from "./report";
import { longDate } from "./words";

/** How the report was made: who checked, by which scale, which state of the text, what is in and what is left out. */
export function methodSentences(report: Report): string[] {
  const { scale, states, audience } = report;
  const names = states.map((state) => STATE_NAMES[state].toLowerCase());
  return [
    `Checked by ${report.workspace} on the scale “${scale.name}”, version ${scale.version}.`,
    scale.labels.length === 0 ? "The scale has no labels: each check ends in one sentence." : "",
    `The text is revision ${report.revision.number}, as it stood on ${longDate(report.exportedAt)}.`,
    names.length === 0 ? "No state of claims was asked for." : `Included are the claims that are ${inWords(names)}.`,
    audience === "reader" ? "Confidential sources and the desk’s own notes are left out." : "",
    audience === "desk" && !report.confidential ? "Confidential sources are left out." : "",
    audience === "desk" && !report.assessments ? "The reviewers’ own assessments are left out." : "",
  ].filter(Boolean);
}

function inWords(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1) ?? ""}`;
}
