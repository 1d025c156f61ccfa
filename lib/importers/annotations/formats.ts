import { AppError } from "@/lib/domain/errors";
import type { ForeignFormat } from "@/lib/domain/foreign";
import { linkedDataIn } from "@/lib/importers/json-ld";
import { readAveritec, holdsAveritec } from "./averitec";
import { holdsClaimReviews, readClaimReviews } from "./claim-review";
import { readClaimsTable } from "./claims-table";
import { holdsDebate, readDebate } from "./debate";
import type { ForeignFile } from "./foreign-claim";
import { holdsHypothesis, readHypothesis } from "./hypothesis";
import { holdsHypothesisTable, readHypothesisTable } from "./hypothesis-table";
import { holdsRecogito, readRecogito, readRecogitoTable, RECOGITO_COLUMN } from "./recogito";
import { withPlainNames } from "./plain-names";
import { withThingsNamed } from "./references";
import { readTable } from "./table";
import { holdsWebAnnotations, readWebAnnotations } from "./web-annotation";

interface JsonFormat {
  key: ForeignFormat;
  holds: (json: unknown) => boolean;
  read: (json: unknown) => ForeignFile;
}

/** The formats that are JSON, in the order in which they are tried: the first that knows the file reads it. A new one is a file and an entry here. */
const JSON_FORMATS: readonly JsonFormat[] = [
  { key: "claim_review", holds: holdsClaimReviews, read: readClaimReviews },
  { key: "recogito", holds: holdsRecogito, read: readRecogito },
  { key: "hypothesis", holds: holdsHypothesis, read: readHypothesis },
  { key: "web_annotation", holds: holdsWebAnnotations, read: readWebAnnotations },
  { key: "averitec", holds: holdsAveritec, read: readAveritec },
];

/** Reads the text of a file by what is in it, whatever its name. Throws `invalid` with a sentence when it is none that is known. */
export function readForeign(text: string): ForeignFile & { format: ForeignFormat } {
  const start = text.slice(0, 1000).trimStart();
  if (start === "") throw unreadable("There is nothing in this. Choose a file with claims in it.");
  if (start.startsWith("{") || /^\[\s*[{\]]/.test(start)) return readJson(parse(text), text, NO_JSON);
  if (start.startsWith("<") && /<(?:!doctype|html|head|body|script)\b/i.test(text)) return readPage(text);
  if (holdsDebate(text)) return { format: "debate", ...readDebate(text) };
  const table = readTable(text);
  if (table.columns.includes(RECOGITO_COLUMN)) return { format: "recogito", ...readRecogitoTable(table.rows) };
  if (holdsHypothesisTable(table)) return { format: "hypothesis", ...readHypothesisTable(table) };
  return { format: "table", ...readClaimsTable(table) };
}

const NO_JSON = "This JSON is none that is known here: W3C annotations, exports of Hypothesis or Recogito, ClaimReview, or AVeriTeC.";
const NO_PAGE = "This page has no claims for machines in it (ClaimReview as JSON-LD). Take its text in as a document, or save the claims as CSV or JSON.";

const BROKEN_PAGE = "The claims for machines in this page (JSON-LD) cannot be read: they are not complete JSON. Save the claims as CSV or JSON.";

function readPage(text: string): ForeignFile & { format: ForeignFormat } {
  const data = linkedDataIn(text);
  const broken = data.length > 0 && data.every((each) => each === null);
  return readJson(data.flat(), text, broken ? BROKEN_PAGE : NO_PAGE);
}

/** Reads what `text` held; throws `invalid` with the sentence where no format knows it. */
function readJson(written: unknown, text: string, unknown: string): ForeignFile & { format: ForeignFormat } {
  const json = withThingsNamed(withPlainNames(written, text), text);
  const format = JSON_FORMATS.find(({ holds }) => holds(json));
  if (!format) throw unreadable(unknown);
  return { format: format.key, ...format.read(json) };
}

/** The JSON of a file, or of each of its lines. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    try {
      if (lines.length > 1) return lines.map((line): unknown => JSON.parse(line));
    } catch {
      // The error of the whole file says more.
    }
    const where = error instanceof Error ? (/line \d+ column \d+/.exec(error.message)?.[0] ?? "") : "";
    throw unreadable(`This is not complete JSON${where === "" ? "" : ` (${where})`}. Save or download the file again.`);
  }
}

function unreadable(message: string): AppError {
  return new AppError("invalid", message, { fields: [{ field: "source", message }] });
}
