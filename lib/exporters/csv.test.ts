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
