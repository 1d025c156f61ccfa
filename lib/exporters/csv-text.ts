import { stringify } from "csv-stringify/sync";

/**
 * Rows as CSV (RFC 4180), the first of them the headers; with a byte order mark unless told otherwise. Cells that a spreadsheet would run as formulas begin with an
 * apostrophe. Cells with any line break are quoted: many readers end a row at a bare line feed, and what stands behind it would be a cell of its own, without
 * that apostrophe.
 */
export function csvText(rows: readonly (readonly (string | number)[])[], bom = true): string {
  return stringify([...rows], { bom, escape_formulas: true, record_delimiter: "windows", quoted_match: /[\r\n]/ });
}
