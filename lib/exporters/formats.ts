import { writeCsv } from "./csv";
import { writeClaimReview } from "./data-feed";
import type { Exporter } from "./exported-file";
import { writeHtml } from "./html";
import { writeJsonLd } from "./jsonld";
import { writeMarkdown } from "./markdown";

interface ExportFormat {
  key: string;
  name: string;
  /** One line for the person who chooses. */
  description: string;
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
];
