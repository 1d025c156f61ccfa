import { describe, expect, it } from "vitest";
import { buildReport, type Report } from "./report";
import { differences, needsReason } from "./report-differences";
import { replaceClaim } from "./replace-claim";
import { sampleSource } from "./sample-source";
import { fingerprint, storedReport } from "./stored-report";

const report = buildReport(sampleSource());
const [first, ...rest] = report.claims;
if (!first) throw new Error("The sample has claims.");
const changed = (change: Partial<typeof first>): Report => ({ ...report, claims: [{ ...first, ...change }, ...rest] });
const kept = storedReport(JSON.parse(JSON.stringify(report)));

describe("what changed since the last publication", () => {
  it("is nothing when the same is built again, in whatever order the keys were kept", () => {
    const turned = JSON.parse(JSON.stringify(report, (_, value: unknown) => (isPlain(value) ? Object.fromEntries(Object.entries(value).reverse()) : value)));
    expect(differences(storedReport(turned), report)).toEqual([]);
    expect(differences(kept, { ...report, exportedAt: "2027-01-01T00:00:00.000Z", claims: report.claims.map((claim) => ({ ...claim, number: 99 })) })).toEqual(
      [],
    );
  });

  it.each([
    ["statement", { statement: "Another." }],
    ["verdict", { verdict: null }],
    ["ruling", { ruling: null }],
    ["evidence", { evidence: [] }],
    ["quotes", { fragments: [] }],
    ["details", { tags: ["new"] }],
  ] as const)("names the %s of a claim", (part, change) => {
    const found = differences(kept, changed(change as Partial<typeof first>));
    expect(found).toEqual([expect.objectContaining({ kind: "claim_changed", claimId: first.id, parts: [part] })]);
    expect(found.every(needsReason)).toBe(true);
  });

  it("is shown in words where these are few", () => {
    const [found] = differences(kept, changed({ statement: "Another.", verdict: null, tags: ["new"] }));
    expect(found).toMatchObject({
      words: [
        { name: "statement", before: first.statement, after: "Another." },
        { name: "verdict", before: first.verdict?.name, after: "" },
      ],
    });
  });

  it("is not that a label of the same words comes from another version of the scale", () => {
    expect(differences(kept, changed({ verdict: first.verdict && { ...first.verdict, labelId: "label-of-version-2" } }))).toEqual([]);
  });

  it("needs a reason but for what is only new", () => {
    expect(differences({ ...kept, claims: kept.claims.slice(1) }, report).map(needsReason)).toEqual([false]);
    expect(differences(kept, { ...report, claims: rest }).map(({ kind }) => kind)).toEqual(["claim_gone"]);
    expect(differences(kept, { ...report, document: { ...report.document, title: "Other" } })).toEqual([
      { kind: "facts", words: [{ name: "title", before: report.document.title, after: "Other" }] },
    ]);
  });
});

describe("a report with one claim replaced", () => {
  it("keeps everything else, the claim's number, and counts labels anew", () => {
    const label = report.scale.labels.find(({ id }) => id !== first.verdict?.labelId);
    if (!label) throw new Error("The sample has labels.");
    const fresh = { ...report, claims: [{ ...first, number: 1, verdict: { labelId: label.id, name: label.name, rating: label.rating } }], corrections: [] };
    const result = replaceClaim(kept, fresh, fresh.corrections);
    expect(result.claims.map(({ id, number }) => [id, number])).toEqual(report.claims.map(({ id, number }) => [id, number]));
    expect(result.claims.slice(1)).toEqual(rest);
    const counts = (of: Report) => of.scale.labels.reduce((sum, { count }) => sum + count, 0);
    expect(counts(result)).toBe(result.claims.filter(({ verdict }) => verdict !== null).length);
    expect(result.revision).toEqual(report.revision);
  });
});

describe("a fingerprint", () => {
  it("is another when readers would see something else, and only then", () => {
    expect(fingerprint(report)).toBe(fingerprint({ ...report, exportedAt: "x", publication: null }));
    expect(fingerprint(report)).not.toBe(fingerprint(changed({ statement: "Another." })));
  });
});

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
