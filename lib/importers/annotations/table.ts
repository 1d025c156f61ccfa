import { parse } from "csv-parse/sync";
import { AppError } from "@/lib/domain/errors";
import type { ForeignFault } from "./foreign-claim";

/** A row of a table whose first line names the columns. */
export interface TableRow {
  /** "Row 12": the line of the table, counted with its head, as spreadsheets count. */
  name: string;
  /** What stands in the column, by its name in lower case with "_" between words; "" where there is no such column. */
  cell: (column: string) => string;
}

export interface Table {
  /** As `cell` takes them. */
  columns: string[];
  /** Those in which something stands. */
  filled: string[];
  rows: TableRow[];
}

/** Columns that are named to people, and units of each name. */
const MOST_NAMED = 30;
const LONGEST_NAME = 60;

/** The line before the head by which Excel is told what parts the cells; it shows no row for it. */
const SEPARATOR_LINE = /^\ufeff?\s*"?sep=([^\r\n"])"?[;,\t|]*\r?\n/i;
const DELIMITERS = [",", ";", "\t", "|"] as const;

/** The columns and rows of a CSV, whatever parts its cells. Throws `invalid` with the line when it cannot be read as one. */
export function readTable(text: string): Table {
  const named = SEPARATOR_LINE.exec(text);
  const table = named ? text.slice(named[0].length) : text;
  const [head = [], ...body] = recordsOf(table, named?.[1] ?? delimiterOf(table), '"');
  const columns = head.map(columnName);
  const at = new Map(columns.map((column, index) => [column, index]));
  const rows = body.flatMap((record, index) =>
    record.every((cell) => cell.trim() === "") ? [] : [{ name: `Row ${String(index + 2)}`, cell: (column: string) => record[at.get(column) ?? -1] ?? "" }],
  );
  const filled = new Set<number>();
  for (const record of body) record.forEach((cell, index) => cell.trim() !== "" && filled.add(index));
  return { columns, filled: columns.filter((column, index) => column !== "" && filled.has(index)), rows };
}

/** What is said of the columns in which something stands and that are not read: their names, in one fault. */
export function notRead({ filled }: Table, read: readonly (string | undefined)[]): ForeignFault[] {
  const unknown = [...new Set(filled)].filter((column) => !read.includes(column));
  if (unknown.length === 0) return [];
  const more = unknown.length > MOST_NAMED ? `, and ${String(unknown.length - MOST_NAMED)} more` : "";
  const names = unknown.slice(0, MOST_NAMED).map((column) => column.slice(0, LONGEST_NAME));
  return [{ row: "Row 1", field: "columns", message: `Not read: ${names.join(", ")}${more}.` }];
}

/** The cells of each line; `quote` encloses cells that hold the delimiter or line breaks, if anything does. Line breaks inside cells come as "\n". Cells that spreadsheets would run as formulas are given back as they were before our exporter made them safe. */
export function recordsOf(text: string, delimiter: string, quote: '"' | null): string[][] {
  try {
    const records: string[][] = parse(text, { delimiter, quote, relax_column_count: true, relax_quotes: true, bom: true });
    return records.map((record) => record.map((cell) => cell.replace(/\r\n?/g, "\n").replace(/^'(?=[=+\-@\t\n＝＋－＠])/, "")));
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    const line = /line (\d+)/.exec(message)?.[1];
    const where = line === undefined ? "" : ` in line ${line}`;
    throw new AppError("invalid", `The table cannot be read${where}: a quotation mark is opened and not closed. Save it again as CSV (UTF-8).`, {
      fields: [{ field: "source", message: "Not a table." }],
    });
  }
}

/** What parts the cells: what occurs most in the first line, outside of quotation marks. */
function delimiterOf(text: string): string {
  const line = /^(?:[^"\n]|"[^"]*")*/.exec(text.slice(0, 20_000))?.[0].replace(/"[^"]*"/g, "") ?? "";
  const [best = ","] = [...DELIMITERS].sort((a, b) => line.split(b).length - line.split(a).length);
  return best;
}

function columnName(head: string): string {
  return head
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_+|_+$/g, "");
}
