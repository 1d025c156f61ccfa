import { describe, expect, it } from "vitest";
import { CLAIM_STATES } from "@/lib/domain/claim";
import { judgedClaims } from "./dataset";
import { buildReport } from "./report";
import { anchorOf, claimOf, evidenceOf, rulingOf, sampleLabels, sampleSource, sourceOf, textOf } from "./sample-source";

const revision = textOf([
  ["paragraph", "First words 😀 stand here."],
  ["paragraph", "Second words stand there."],
]);
const at = (quote: string) => anchorOf(revision.text, quote);

describe("buildReport", () => {
  it("is plain JSON", () => {
    const report = buildReport(sampleSource(), { audience: "desk", states: CLAIM_STATES, assessments: true });
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it("numbers the claims in the order of the text, the enclosing one first and those without a place last", () => {
    const claims = [claimOf(1, []), claimOf(2, [at("Second")]), claimOf(3, [at("words")]), claimOf(4, [at("First")]), claimOf(5, [at("First words")])];
    const report = buildReport(sourceOf(revision, claims));
    expect(report.claims.map(({ number, deskNumber }) => [number, deskNumber])).toEqual([
      [1, 5],
      [2, 4],
      [3, 3],
      [4, 2],
      [5, 1],
    ]);
  });

  it("unites the fragments of a claim and keeps them inside the text", () => {
    const { length } = revision.text;
    const anchors = [
      { ...at("First"), start: -7 },
      { ...at("rst words"), end: 9 },
      { ...at("there."), end: length + 50 },
      { ...at("there."), start: length + 3, end: length + 9 },
    ];
    const [claim] = buildReport(sourceOf(revision, [claimOf(1, anchors)])).claims;
    expect(claim?.fragments.map(({ exact }) => exact)).toEqual(["First wor", "there."]);
    expect(claim?.lost).toHaveLength(1);
  });

  it("never cuts a character in half", () => {
    const start = revision.text.indexOf("😀");
    const [claim] = buildReport(sourceOf(revision, [claimOf(1, [{ ...at("First"), start: start + 1, end: start + 3 }])])).claims;
    expect(claim?.fragments).toEqual([{ start, end: start + 3, exact: "😀 " }]);
  });

  it("lists orphans with their quote and without a place", () => {
    const orphan = { ...at("Second"), exact: "words that are gone", status: "orphaned" as const };
    const [claim] = buildReport(sourceOf(revision, [claimOf(1, [orphan, at("First")])])).claims;
    expect(claim?.fragments).toHaveLength(1);
    expect(claim?.lost.map(({ exact }) => exact)).toEqual(["words that are gone"]);
  });

  it("puts no verdict on words that nobody confirmed before readers, and tells the desk how sure each place is", () => {
    const guess = { ...at("Second"), exact: "what was quoted", status: "uncertain" as const, similarity: 0.7 };
    const changed = { ...at("First"), status: "edited" as const, similarity: 0.9 };
    const source = sourceOf(revision, [claimOf(1, [guess, changed])]);
    const [shown] = buildReport(source).claims;
    expect(shown?.fragments).toEqual([{ start: changed.start, end: changed.end, exact: "First" }]);
    expect(shown?.lost.map(({ exact }) => exact)).toEqual(["what was quoted"]);
    const desk = buildReport(source, { audience: "desk" });
    expect(desk.claims[0]).toMatchObject({
      fragments: [
        { exact: "First", place: { status: "edited", similarity: 0.9, quoted: "" } },
        { exact: "Second", place: { status: "uncertain", similarity: 0.7, quoted: "what was quoted" } },
      ],
      lost: [],
    });
    expect(judgedClaims(desk, "clef")[0]?.fragments.map(({ exact }) => exact)).toEqual(["First"]);
  });

  it("takes united places for as sure as the least sure of them", () => {
    const [start, end] = [at("First").start, at("First").end];
    const anchors = [
      { ...at("First"), end: end - 2 },
      { ...at("First"), start: start + 1, status: "uncertain" as const, similarity: 0.6, exact: "Fast" },
    ];
    const [claim] = buildReport(sourceOf(revision, [claimOf(1, anchors)]), { audience: "desk" }).claims;
    expect(claim?.fragments).toEqual([{ start, end, exact: "First", place: { status: "uncertain", similarity: 0.6, quoted: "Fast" } }]);
  });

  it("counts the verdicts, and drops retired labels that nobody carries", () => {
    const labels = sampleLabels().map((label, index) => ({ ...label, retired: index < 2 }));
    const source = sourceOf(revision, [claimOf(1, [at("First")]), claimOf(2, [at("Second")], { ruling: rulingOf("label-4") })]);
    const report = buildReport({ ...source, scale: { ...source.scale, labels } });
    expect(report.scale.labels.map(({ id, count }) => `${id} ${count}`)).toEqual([
      "label-1 1",
      "label-3 0",
      "label-4 1",
      "label-5 0",
      "label-6 0",
      "label-7 0",
    ]);
  });

  it("keeps no address that is not http(s)", () => {
    const evidence = [evidenceOf({ archiveUrl: "file:///etc/passwd", source: { url: "javascript:alert(1)" } })];
    const blocks = revision.blocks.map((block) => ({
      ...block,
      marks: [{ type: "link" as const, start: block.start, end: block.end, href: "javascript:alert(2)" }],
    }));
    const report = buildReport(sourceOf({ ...revision, blocks }, [claimOf(1, [at("First")], { evidence })], { url: "data:text/html,x" }));
    expect(report.document.url).toBeNull();
    expect(report.claims[0]?.evidence[0]).toMatchObject({ archiveUrl: null, source: { url: null } });
    expect(report.revision.blocks.flatMap(({ marks }) => marks)).toEqual([]);
  });

  it("names a source whose title nobody sees by its address", () => {
    const evidence = [undefined, null].map((url) =>
      evidenceOf({ source: { id: `s-${String(url)}`, title: "\u0007\u0000", ...(url === null ? { url } : {}) } }),
    );
    const report = buildReport(sourceOf(revision, [claimOf(1, [at("First")], { evidence })]));
    const [first, second] = report.claims[0]?.evidence ?? [];
    expect(first?.source.title).toBe(first?.source.url);
    expect(second?.source.title).toBe("Untitled source");
  });

  it("shows a plain conclusion on a scale without labels", () => {
    const source = sourceOf(revision, [claimOf(1, [at("First")], { ruling: rulingOf(null, "It is so.") })]);
    const report = buildReport({ ...source, scale: { ...source.scale, labels: [] } });
    expect(report.claims[0]).toMatchObject({ verdict: null, tone: "open", ruling: { summary: "It is so." } });
  });
});
