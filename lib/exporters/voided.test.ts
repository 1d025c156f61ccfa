import { unzipSync, strFromU8 } from "fflate";
import { describe, expect, it, vi } from "vitest";
import { writeClaimReview } from "./data-feed";
import { EXPORT_FORMATS } from "./formats";
import { writeHtml } from "./html";
import { wordsOf } from "./read-back";
import type { Report, ReportOptions } from "./report";
import { correctionOf, publishedReport } from "./sample-publication";
import { anchorOf, claimOf, evidenceOf, rulingOf, sourceOf, textOf } from "./sample-source";
import { tallies } from "./tally";

vi.setConfig({ testTimeout: 60_000 });

/* A page of which one check was withdrawn: by default every file tells that it was, and none takes its verdict for one that stands. */

const revision = textOf([["paragraph", "The bridge opened in 1932. It has two lanes."]]);
const voided = claimOf(1, [anchorOf(revision.text, "opened in 1932")], {
  state: "voided",
  statement: "WITHDRAWN-STATEMENT",
  ruling: rulingOf("label-1", "OLD-RULING", "OLD-REASONS"),
  evidence: [evidenceOf({ quote: "OLD-QUOTE" })],
});
const standing = claimOf(2, [anchorOf(revision.text, "two lanes")]);
const entry = correctionOf("claim-1", { kind: "void", what: "VOID-WHAT", why: "VOID-WHY", verdict: { before: "True", after: null } });

const reportOf = (claims: readonly (typeof voided)[], options?: ReportOptions): Report =>
  publishedReport(sourceOf(revision, [...claims]), [{ ...entry, claimId: claims[0]?.id ?? null }], options);
const onlyVoided = reportOf([voided]);
const desk: ReportOptions = { audience: "desk" };

const formatOf = (key: string) => EXPORT_FORMATS.find((each) => each.key === key);
const READ = ["html", "pdf", "docx", "markdown", "txt", "csv", "jsonld"];
const DATASETS = ["averitec", "clef", "scifact"];

describe("a check that was voided", () => {
  it("is in the report by default, with what, why and when, also where the ruling is not in sight", () => {
    for (const report of [onlyVoided, reportOf([{ ...voided, ruling: null }])]) {
      expect(report.claims).toMatchObject([{ state: "voided", statement: "WITHDRAWN-STATEMENT", verdict: null, ruling: null, evidence: [] }]);
      expect(report.corrections).toMatchObject([{ kind: "void", what: "VOID-WHAT" }]);
    }
    expect(reportOf([voided], desk).claims).toMatchObject([{ state: "voided", ruling: { summary: "OLD-RULING" } }]);
  });

  it.each(READ)("is told in %s, without its reasons before readers", async (key) => {
    const format = formatOf(key);
    if (!format) throw new Error(`There is no format ${key}.`);
    const words = (await wordsOf(await format.write(onlyVoided))).replace(/\s+/g, " ");
    for (const told of ["WITHDRAWN-STATEMENT", "VOID-WHAT", "VOID-WHY"]) expect(words).toContain(told);
    expect(words).toMatch(/voided/i);
    expect(words).not.toMatch(/OLD-(RULING|REASONS|QUOTE)/);
  });

  it.each([undefined, desk])("is no ClaimReview, for %j", (options) => {
    expect(JSON.parse(String(writeClaimReview(reportOf([voided], options)).body))).toMatchObject({ dataFeedElement: [] });
  });

  it.each(DATASETS.flatMap((key) => [undefined, desk].map((options) => [key, options] as const)))("is no row of %s, for %j", async (key, options) => {
    const body = (await formatOf(key)?.write(reportOf([voided, standing], options)))?.body;
    if (body === undefined || typeof body === "string") throw new Error("A zip was expected.");
    const files = Object.values(unzipSync(body)).map((bytes) => strFromU8(bytes));
    expect(files.join("\n")).not.toContain("WITHDRAWN-STATEMENT");
    expect(files.join("\n")).toContain(standing.statement);
    expect(files.join("\n")).toContain("Left out: 1 claim whose check was voided.");
    expect(files.join("\n")).not.toContain("without a verdict");
  });

  it("counts as voided, not as its old verdict", () => {
    const report = reportOf([voided, standing], desk);
    expect(tallies(report).map(({ name, count }) => [name, count])).toEqual([
      ["True", 1],
      ["Voided", 1],
    ]);
    expect(writeHtml(report).body).toContain('class="filter"');
  });
});
