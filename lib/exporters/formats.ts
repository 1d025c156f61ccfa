import { writeAveritec } from "./averitec";
import { writeClef } from "./clef";
import { writeCsv } from "./csv";
import { writeClaimReview } from "./data-feed";
import type { Exporter } from "./exported-file";
import { writeHtml } from "./html";
import { writeJsonLd } from "./jsonld";
import { writeMarkdown } from "./markdown";
import { writeScifact } from "./scifact";

interface ExportFormat {
  key: string;
  name: string;
  /** One line for the person who chooses. */
  description: string;
  /** What it tells beyond the annotated document. */
  needs?: "agreement";
  write: Exporter;
}

/** Every format in which a document can be taken out, in the order in which the page offers them. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  {
    key: "html",
    name: "Annotated page",
    description: "One HTML file with the text, its claims marked and every source. Opens anywhere, prints well.",
    write: writeHtml,
  },
  { key: "markdown", name: "Markdown", description: "The text with its claims marked and the checks as footnotes.", write: writeMarkdown },
  {
    key: "jsonld",
    name: "W3C annotations",
    description: "JSON-LD for other annotation tools: one annotation a claim, with exact places in the text.",
    write: writeJsonLd,
  },
  { key: "csv", name: "Table of claims", description: "CSV for spreadsheets: one line a claim.", write: writeCsv },
  {
    key: "claimreview",
    name: "ClaimReview",
    description: "schema.org records of the published claims, for fact-check explorers and archives.",
    write: writeClaimReview,
  },
  {
    key: "averitec",
    name: "Dataset: AVeriTeC",
    description: "Judged claims with questions and evidence as JSON, and a datasheet, in a zip.",
    needs: "agreement",
    write: writeAveritec,
  },
  {
    key: "clef",
    name: "Dataset: CLEF debate",
    description: "The text line by line with its claims and labels as a TSV, and a datasheet, in a zip.",
    needs: "agreement",
    write: writeClef,
  },
  {
    key: "scifact",
    name: "Dataset: SciFact",
    description: "Judged claims and the passages that they rest on as JSON lines, and a datasheet, in a zip.",
    needs: "agreement",
    write: writeScifact,
  },
];
