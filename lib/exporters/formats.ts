import { writeAveritec } from "./averitec";
import { writeBundle } from "./bundle";
import { writeClef } from "./clef";
import { writeCsv } from "./csv";
import { writeClaimReview } from "./data-feed";
import type { Exporter } from "./exported-file";
import { writeHtml } from "./html";
import { writeJsonLd } from "./jsonld";
import { writeMarkdown } from "./markdown";
import { writePlainText } from "./plain-text";
import type { ReportClaim } from "./report-claim";
import { writeScifact } from "./scifact";

export interface ExportFormat {
  key: string;
  name: string;
  /** One line for the person who chooses. */
  description: string;
  /** What it tells beyond the annotated document. */
  needs?: readonly ("agreement" | "media" | "records" | "snapshots")[];
  write: Exporter;
  /** Makes ready what it needs of claims by themselves, while others are still read. */
  ahead?: (claims: readonly ReportClaim[]) => Promise<void>;
  /** Always made in a worker thread: it would hold the server, or needs programs that the pages do not. */
  heavy?: true;
}

const SINGLE_FORMATS: readonly ExportFormat[] = [
  {
    key: "html",
    name: "Annotated page",
    description: "One HTML file with the text, its claims marked and every source. Opens anywhere, prints well.",
    write: writeHtml,
  },
  {
    key: "pdf",
    name: "PDF",
    description:
      "Pages to print, send and keep: claims marked, notes at the foot or below their paragraph, every check with its sources. Tagged for screen readers.",
    heavy: true,
    write: async (report, options) => (await import("./pdf")).writePdf(report, options),
    ahead: async (claims) => (await import("./pdf-model")).readJustifications(claims),
  },
  {
    key: "docx",
    name: "Word document",
    description: "DOCX for Word and LibreOffice: each claim marked, with a comment that holds its verdict and sources, so that an editor can go on.",
    heavy: true,
    write: async (report) => (await import("./docx")).writeDocx(report),
  },
  { key: "markdown", name: "Markdown", description: "The text with its claims marked and the checks as footnotes.", write: writeMarkdown },
  { key: "txt", name: "Plain text", description: "The text with numbers in square brackets, and the checks below it. Reads anywhere.", write: writePlainText },
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
    description: "Judged claims with their evidence as JSON, and a datasheet, in a zip.",
    needs: ["agreement", "media"],
    write: writeAveritec,
  },
  {
    key: "clef",
    name: "Dataset: CLEF debate",
    description: "The text line by line with its claims and labels as a TSV, and a datasheet, in a zip.",
    needs: ["agreement"],
    write: writeClef,
  },
  {
    key: "scifact",
    name: "Dataset: SciFact",
    description: "Judged claims and the passages that they rest on as JSON lines, and a datasheet, in a zip.",
    needs: ["agreement"],
    write: writeScifact,
  },
];

/** Every format in which a document can be taken out, in the order in which the page offers them. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  ...SINGLE_FORMATS,
  {
    key: "bundle",
    name: "Bundle",
    description: "All of the above in one zip, with the snapshots of sources and checksums. Taken out whole for the desk, another workspace can bring it in.",
    needs: ["agreement", "media", "records", "snapshots"],
    heavy: true,
    write: (report, options) => writeBundle(report, SINGLE_FORMATS, options),
  },
];
