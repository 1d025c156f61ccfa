import { BRAND } from "@/lib/domain/brand";
import { escapeMarkdownLine } from "./markdown-escape";
import { methodSentences } from "./method";
import type { Report } from "./report";
import { counted } from "./words";

/** What is in a bundle, and how to do the check again with it. */
export function bundleReadme(report: Report, formats: readonly { key: string; name: string }[]): string {
  const { document, records, snapshots = [] } = report;
  return [
    `# ${escapeMarkdownLine(document.title)}`,
    `A fact check by ${escapeMarkdownLine(report.workspace)}, taken out of ${BRAND.name} on ${report.exportedAt.slice(0, 10)}: ${counted(report.claims.length, "claim")}.`,
    methodSentences(report).map(escapeMarkdownLine).join(" "),
    "## What is in it",
    [
      "- `report.json`: the text, the claims with their places, the evidence and the rulings, as the formats below show them. Places count UTF-16 units of `revision.text`.",
      ...formats.map(({ key, name }) => `- \`exports/${key}.…\`: ${name}.`),
      ...(records
        ? RECORDS
        : [
            "- No records: this bundle is for reading. One that can be brought into another workspace is taken out by an editor, for the desk, with everything in it.",
          ]),
      ...(snapshots.length > 0
        ? [
            "- `snapshots/…`: what sources said when they were read, as files named by their SHA-256. `snapshots` in `manifest.json` says which belongs to which evidence.",
          ]
        : []),
      "- `manifest.json`: the size and the SHA-256 of every other file.",
    ].join("\n"),
    "## What is not",
    [
      snapshots.length > 0
        ? "- Whole copies of all sources: only what the desk kept of them. Where an archived copy is known, its address and date stand beside the source."
        : "- Copies of the sources. Where an archived copy is known, its address and date stand beside the source.",
      ...(records ? ["- Assessments and comments that are still blind, and what lies in the trash."] : []),
    ].join("\n"),
    "## Doing the check again",
    "For each claim, read its words in the text, then its statement. Open each source, its archived copy or its snapshot, and find the quote at the place that is named. Compare with the ruling and its justification, and with what the label means (`scale` in `report.json`).",
    "## Is it complete?",
    "`npm run verify-bundle -- this-file.zip` compares every file with the manifest. Any program that knows SHA-256 can do the same.",
    "",
  ].join("\n\n");
}

const RECORDS = [
  "- `records.json`: the records behind the report. The desk brings them in where it brings in a text.",
  "- `votes.json`: who judged what, each time, and what editors decided between them.",
  "- `history.json`: what happened to the document, oldest first; also in workspaces that it was brought in from.",
];
