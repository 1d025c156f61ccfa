import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cropReport } from "./crop-report";
import { buildReport } from "./report";
import { anchorOf, claimOf, sampleSource, sourceOf, textOf } from "./sample-source";

const WORDS = ["bridge", "toll", "🌉", "year", "mayor", "كلمة", "said"];

/** A text of some paragraphs, with claims anywhere in it. */
const reports = fc
  .tuple(
    fc.array(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 6 }),
    fc.array(fc.array(fc.tuple(fc.nat(), fc.nat(60)), { minLength: 1, maxLength: 3 }), { maxLength: 5 }),
  )
  .map(([paragraphs, places]) => {
    const revision = textOf(paragraphs.map((words) => ["paragraph", words.join(" ")]));
    const { length } = revision.text;
    const claims = places.map((spans, index) =>
      claimOf(
        index + 1,
        spans.map(([start, size], place) => ({
          ...anchorOf(revision.text, revision.text.slice(0, 1)),
          id: `a${index}-${place}`,
          start: start % length,
          end: Math.min(length, (start % length) + size),
        })),
      ),
    );
    return buildReport(sourceOf(revision, claims));
  });

describe("a report with less of its text", () => {
  it("keeps every claim with its words, in whatever part of the text", () => {
    fc.assert(
      fc.property(reports, fc.constantFrom("around" as const, "quotes" as const), (report, extent) => {
        const cropped = cropReport(report, extent);
        const { text, blocks } = cropped.revision;
        for (const [index, claim] of cropped.claims.entries()) {
          const before = report.claims[index];
          expect(claim.fragments.length).toBe(before?.fragments.length);
          for (const [place, { start, end, exact }] of claim.fragments.entries()) {
            expect(text.slice(start, end)).toBe(exact);
            expect(exact.replace(/\s+/g, " ").trim()).toBe((before?.fragments[place]?.exact ?? "").replace(/\s+/g, " ").trim());
          }
        }
        // The blocks are the text, in order.
        expect(blocks.map(({ start, end }) => text.slice(start, end)).join("\n\n")).toBe(text);
      }),
    );
  });

  it("holds no word that is not quoted when only quotes may be shown", () => {
    fc.assert(
      fc.property(reports, (report) => {
        const { text } = cropReport(report, "quotes").revision;
        const quoted = report.claims.reduce(
          (sum, claim) => sum + claim.fragments.reduce((length, { exact }) => length + exact.replace(/\s/g, "").length, 0),
          0,
        );
        expect(text.replaceAll("[…]", "").replace(/\s/g, "").length).toBeLessThanOrEqual(quoted);
      }),
    );
  });

  it("leaves the whole as it is, and says nothing of what stood around a lost quote", () => {
    const report = buildReport(sampleSource());
    expect(cropReport(report, "full")).toBe(report);
    const lost = { ...report, claims: report.claims.map((claim) => ({ ...claim, lost: [{ exact: "a", prefix: "SECRET", suffix: "SECRET" }] })) };
    expect(JSON.stringify(cropReport(lost, "quotes"))).not.toContain("SECRET");
  });
});
