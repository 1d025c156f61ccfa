import { ClaimDraft } from "./draft-claim";
import { emptyClaim, quoteOf, type ForeignFault, type ForeignFile } from "./foreign-claim";
import { notRead, type Table, type TableRow } from "./table";

/** Where our own table joins the fragments of a quote. */
const BETWEEN_FRAGMENTS = " … ";

/** The names by which columns are known; the first that a table has counts. Ours come first. */
const NAMES = {
  quote: ["quote", "quotation", "exact", "passage", "highlight", "sentence", "span", "original", "text"],
  lost: ["quote_not_found"],
  placeStatus: ["place_status"],
  quotedBefore: ["quoted_before"],
  prefix: ["prefix", "before"],
  suffix: ["suffix", "after"],
  start: ["start", "offset", "position"],
  statement: ["statement", "claim", "normalized_claim", "normalised_claim", "claim_text", "claim_reviewed", "claimreviewed"],
  shortForm: ["short_form", "title"],
  speaker: ["speaker", "said_by", "claimant", "who", "author"],
  saidOn: ["said_on", "claim_date", "date_said", "date"],
  type: ["type", "claim_type"],
  tags: ["tags", "tag", "topics", "topic", "keywords"],
  verdict: ["verdict", "label", "rating_name", "textual_rating", "rating", "conclusion"],
  ruling: ["ruling"],
  justification: ["justification", "explanation", "rationale"],
  note: ["note", "notes", "comment", "comments", "remarks"],
  evidence: ["evidence"],
  archives: ["archived_copies"],
  url: ["source_url", "url", "link", "source_link", "evidence_url"],
  title: ["source_title", "source", "source_name"],
  publisher: ["source_publisher", "publisher", "outlet"],
  archive: ["archive_url", "archived_url", "archive", "cached_source_url"],
  stance: ["stance", "position_of_source"],
  evidenceQuote: ["source_quote", "evidence_quote"],
} as const;
type Field = keyof typeof NAMES;
const FIELDS = Object.keys(NAMES) as Field[]; // the keys of a constant

/** Claims, one a line: our own table, and tables with the usual names of columns. A row needs a quote or a statement. */
export function readClaimsTable(table: Table): ForeignFile {
  const { columns, rows } = table;
  const faults: ForeignFault[] = [];
  const column = (field: Field): string => NAMES[field].find((name) => columns.includes(name)) ?? "";
  if (column("quote") === "" && column("statement") === "") {
    const found = columns.slice(0, 12).filter(Boolean).join(", ") || "none";
    faults.push({
      ...{ row: "Row 1", field: "columns" },
      message: `No column is called “quote” or “statement”. Found: ${found}. Name the columns in the first line, and part them by commas.`,
    });
    return { claims: [], faults };
  }
  faults.push(...notRead(table, FIELDS.map(column)));
  return { claims: rows.map((row) => readRow(new ClaimDraft(emptyClaim(row.name), faults), row, column).claim), faults };
}

function readRow(draft: ClaimDraft, { cell }: TableRow, column: (field: Field) => string): ClaimDraft {
  const value = (field: Field): string => (column(field) === "" ? "" : cell(column(field)));
  readQuotes(draft, value);
  draft.statement(column("statement"), value("statement"));
  if (draft.claim.quotes.length === 0) draft.quote(column("statement"), quoteOf(value("statement")));
  draft.shortForm(column("shortForm"), value("shortForm"));
  draft.speaker(column("speaker"), value("speaker"));
  draft.saidOn(column("saidOn"), value("saidOn"));
  draft.type(value("type"));
  for (const tag of value("tags").split(/[;,|]/)) draft.tag(column("tags"), tag);
  draft.verdict(column("verdict"), value("verdict"));
  for (const field of ["ruling", "justification", "note"] as const) draft.note(column(field), value(field));
  if (value("url") !== "" || value("title") !== "") {
    draft.source(column("url") || column("title"), {
      ...{ url: value("url"), title: value("title"), publisher: value("publisher"), stance: value("stance") },
      ...{ archiveUrl: value("archive"), quote: value("evidenceQuote") },
    });
  }
  readEvidence(draft, value("evidence"), value("archives"));
  return draft;
}

function readQuotes(draft: ClaimDraft, value: (field: Field) => string): void {
  const whole = value("quote");
  const fragments = whole.split(BETWEEN_FRAGMENTS);
  const start = /^\d{1,9}$/.test(value("start").trim()) ? Number(value("start")) : null;
  const statuses = value("placeStatus").split("; ");
  const doubtful = statuses.includes("uncertain");
  if (doubtful) readDoubtful(draft, fragments, statuses, value("quotedBefore").split(BETWEEN_FRAGMENTS));
  else if (whole.trim() !== "") draft.quote("quote", quoteOf(whole, { prefix: value("prefix"), suffix: value("suffix"), start }));
  const lost = value("lost")
    .split(BETWEEN_FRAGMENTS)
    .filter((part) => part.trim() !== "");
  // A quote with an ellipsis may be one passage that has it, or our fragments.
  if (fragments.length > 1 && !doubtful) draft.otherwise([...fragments, ...lost].map((part) => quoteOf(part)));
  for (const part of lost) draft.quote("quote_not_found", quoteOf(part));
}

/** The fragments of our own table of which some are only thought to be what was quoted; all of them where it is not clear which. */
function readDoubtful(draft: ClaimDraft, fragments: readonly string[], statuses: readonly string[], quoted: string[]): void {
  fragments.forEach((part, index) => {
    const sure = statuses.length === fragments.length && statuses[index] !== "uncertain";
    draft.quote("quote", quoteOf(part, { quoted: sure ? "" : quoted.shift() || part }));
  });
}

/** Our own lines: "Supports: Title, Publisher, https://… “quote”". */
function readEvidence(draft: ClaimDraft, lines: string, archives: string): void {
  const pieces = lines.split("\n").filter((line) => line.trim() !== "");
  const copies = archives.split("\n").filter((line) => line.trim() !== "");
  pieces.forEach((piece, index) => {
    const said = /^(supports|refutes|context): (.*)$/i.exec(piece);
    const rest = said?.[2] ?? piece;
    const open = rest.endsWith("”") ? rest.indexOf(" “") : -1;
    const named = open === -1 ? rest : rest.slice(0, open);
    const url = /(?:^|, )(https?:\/\/\S+)$/.exec(named);
    draft.source("evidence", {
      ...{ title: url ? named.slice(0, url.index) : named, url: url?.[1] ?? "", stance: said?.[1] ?? "", quote: open === -1 ? "" : rest.slice(open + 2, -1) },
      // Which copy is whose is known only when each has one.
      archiveUrl: copies.length === pieces.length ? (copies[index] ?? "") : "",
    });
  });
}
