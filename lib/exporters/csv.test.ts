import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { CLAIM_STATES } from "@/lib/domain/claim";
import { writeCsv } from "./csv";
import { buildReport } from "./report";
import { anchorOf, claimOf, rulingOf, sampleSource, sourceOf, textOf } from "./sample-source";

// Properties take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const revision = textOf([["paragraph", "Some words to mark."]]);

const rows = (csv: string): string[][] => parse(csv, { bom: true });

/** As readers of spreadsheets do it: a row ends at any line break outside of quotes. */
function readRows(csv: string): string[][] {
  const table: string[][] = [];
  let [row, cell, quoted]: [string[], string, boolean] = [[], "", false];
  const text = csv.replace(/^\ufeff/, "").replaceAll("\r\n", "\n");
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quoted && char === '"' && text.charAt(at + 1) === '"') cell += text.charAt((at += 1));
    else if (char === '"') quoted = !quoted;
    else if (!quoted && (char === "," || char === "\n")) {
      row.push(cell);
      cell = "";
      if (char === ",") continue;
      table.push(row);
      row = [];
    } else cell += char;
  }
  return table;
}

describe("writeCsv", () => {
  it("writes one line a claim below the headers, in the order of the text", () => {
    const [header = [], ...lines] = rows(writeCsv(buildReport(sampleSource())).body);
    expect(lines).toHaveLength(10);
    const third = Object.fromEntries(header.map((name, index) => [name, lines[2]?.[index]]));
    expect(third).toMatchObject({
      number: "3",
      quote: "talks … fell apart a decade ago",
      verdict: "Mostly true",
      rating: "4",
      evidence_count: "2",
      tags: "diplomacy",
    });
    expect(header).not.toContain("assignees");
  });

  it("adds the desk's columns for the desk, and the assessments on request", () => {
    const [header] = rows(writeCsv(buildReport(sampleSource(), { audience: "desk", states: CLAIM_STATES, assessments: true })).body);
    expect(header).toEqual(expect.arrayContaining(["assignees", "place_status", "skip_note", "assessments"]));
  });

  it("begins with a byte order mark unless told otherwise", () => {
    const report = buildReport(sampleSource());
    expect(writeCsv(report).body.startsWith("\ufeff")).toBe(true);
    expect(writeCsv(report, { bom: false }).body.startsWith("number,")).toBe(true);
  });

  it("is the same table for readers that end a row at any line break", () => {
    const words = ["Prices rose\n=HYPERLINK(A1;B1)", "السعر ارتفع\nثم انخفض", "价格上涨\n然后下跌", "One\n\nTwo\n\nThree"];
    const claims = words.map((statement, index) =>
      claimOf(index + 1, [anchorOf(revision.text, "words")], { statement, ruling: rulingOf("label-1", statement, statement) }),
    );
    const { body } = writeCsv(buildReport(sourceOf(revision, claims)));
    const tables = [body, body.replaceAll("\r\n", "\n")].map((csv) => readRows(csv));
    expect(tables[0]).toHaveLength(1 + words.length);
    expect(tables[1]).toEqual(tables[0]);
    const statement = tables[0]?.[0]?.indexOf("statement") ?? -1;
    expect(tables[0]?.slice(1).map((row) => row[statement])).toEqual(words);
    for (const row of tables[0] ?? []) expect(row).toHaveLength(tables[0]?.[0]?.length ?? 0);
  });

  it("tells each correction at its claim, and those of the page in each row", () => {
    const source = sampleSource();
    const by = { why: "New minutes.", by: "E. Editor", at: "2026-11-22T10:00:00.000Z", version: 2, verdict: null };
    source.corrections = [
      { id: "k1", claimId: "claim-2", kind: "update", what: "A record was added.", ...by },
      { id: "k2", claimId: null, kind: "correction", what: "The date was wrong.", ...by },
    ];
    const [header = [], ...lines] = rows(writeCsv(buildReport(source)).body);
    const cells = (name: string) => lines.map((line) => line[header.indexOf(name)]);
    expect(cells("corrections").filter(Boolean)).toEqual(["Update, 22 November 2026, by E. Editor: A record was added. New minutes."]);
    expect(new Set(cells("document_corrections"))).toEqual(new Set(["Correction, 22 November 2026, by E. Editor: The date was wrong. New minutes."]));
  });

  it("writes no cell that a spreadsheet would run", () => {
    const formula = fc
      .tuple(fc.constantFrom("=", "+", "-", "@", "\t=", " =", "\n=", "\r+", "\u0000=", "\uff1d"), fc.string())
      .map(([start, rest]) => `${start}cmd|' /C calc'!A0${rest}`);
    fc.assert(
      fc.property(formula, formula, (statement, summary) => {
        const claim = claimOf(1, [anchorOf(revision.text, "words")], {
          statement,
          shortForm: statement,
          speaker: statement,
          tags: [statement],
          ruling: rulingOf("label-1", summary, summary),
        });
        for (const cell of rows(writeCsv(buildReport(sourceOf(revision, [claim], { title: statement }))).body).flat())
          expect(cell).not.toMatch(/^\s*[=+\-@\uff1d]/);
      }),
    );
  });
});
