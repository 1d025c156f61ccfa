import { describe, expect, it } from "vitest";
import { CLAIM_STATES } from "@/lib/domain/claim";
import { writePlainText } from "./plain-text";
import { buildReport } from "./report";
import { sampleSource } from "./sample-source";

const text = writePlainText(buildReport(sampleSource())).body;

describe("the plain text", () => {
  it("numbers every claim in the text, each of its fragments, and repeats the number at its check", () => {
    expect(text).toContain("Those talks[3], which brought");
    expect(text).toContain("fell apart a decade ago[3] when");
    expect(text).toContain("\n[3] Mostly true: The six-party talks collapsed ten years before April 2019.");
    for (let number = 1; number <= 10; number += 1) expect(text).toContain(`\n[${number}] `);
  });

  it("shows rulings, sources with their archived copies, links with their addresses, and the scale", () => {
    expect(text).toContain("The delegation announced on 14 April 2009 that it would never take part");
    expect(text).toContain("chronology (https://example.org/chronology)");
    expect(text).toContain("Archived copy, 20 November 2026: https://archive.example/1");
    expect(text).toContain("Checked by Foreign desk on the scale “Five-point”, version 1.");
  });

  it("says whose it is when it is the desk's", () => {
    const desk = writePlainText(buildReport(sampleSource(), { audience: "desk", states: CLAIM_STATES, assessments: true, confidential: true })).body;
    expect(desk).toMatch(/^FOR THE DESK, NOT FOR PUBLICATION\. It names confidential sources\.\n/);
    expect(desk).toContain("Assessment: Rana Reviewer, Half true, medium confidence");
  });

  it("shows corrections at their claim, and those of the page by themselves", () => {
    const source = sampleSource();
    const entry = { kind: "correction" as const, what: "The date was wrong.", why: "A slip.", by: "Edda Editor", at: "2026-11-22T10:00:00.000Z", version: 2 };
    source.corrections = [
      { ...entry, id: "k1", claimId: "claim-2", verdict: { before: "True", after: "Mostly true" } },
      { ...entry, id: "k2", claimId: null, what: "The byline was wrong.", verdict: null },
    ];
    const corrected = writePlainText(buildReport(source)).body;
    expect(corrected).toContain("    Correction, 22 November 2026, by Edda Editor: The date was wrong. The verdict was “True” and is “Mostly true”. A slip.");
    expect(corrected).toContain("Corrections\n===========\n\nCorrection, 22 November 2026, by Edda Editor: The byline was wrong. A slip.");
  });
});
