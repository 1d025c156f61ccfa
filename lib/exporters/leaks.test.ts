import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { CLAIM_STATES } from "@/lib/domain/claim";
import { isShownToReaders } from "@/lib/domain/publication";
import { EXPORT_FORMATS } from "./formats";
import { wordsOf } from "./read-back";
import { buildReport, type ReportOptions, type ReportSource } from "./report";
import type { ReportSourceClaim } from "./report-claim";
import type { ReportSourceThread } from "./report-thread";
import { shareCard, shareSvg } from "./share-card";
import { verdictName } from "./words";
import { anchorOf, claimOf, evidenceOf, rulingOf, sampleSource, sourceOf, textOf } from "./sample-source";

// Properties take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const PRIVATE = /NOTE-FOR-DESK|SECRET-|ASSESSMENT-RATIONALE|SKIPPED-|SKIP-NOTE|UNDECIDED-|UNRULED-|DRAFT-|DISCUSSION-|Rana Reviewer|Edda Editor/;

/** The bundle holds the others, which costs time: it is looked into once. */
const SINGLE = EXPORT_FORMATS.filter(({ key }) => key !== "bundle");

/** The report and the words of every file of it, as one string. */
async function everything(options: ReportOptions, source: ReportSource = talked(), formats: typeof EXPORT_FORMATS = SINGLE): Promise<string> {
  const report = buildReport(source, options);
  const files = await Promise.all(formats.map(async ({ write }) => write(report)));
  return [JSON.stringify(report), ...(await Promise.all(files.map(wordsOf)))].join("\n");
}

function secretThread(claimId: string, body: string): ReportSourceThread {
  const author = { id: "user-1", name: "Rana Reviewer" };
  const comments = [{ id: `comment-${claimId}`, author, body, createdAt: "2026-11-20T10:00:00.000Z", deleted: false }];
  return { id: `thread-${claimId}`, claim: { id: claimId }, evidence: null, resolved: null, comments };
}

const talked = () => ({ ...sampleSource(), threads: [secretThread("claim-3", "DISCUSSION-WORDS")] });

describe("what a reader's file holds", () => {
  it("is nothing of the desk's own, whatever is asked for", async () => {
    expect(await everything({})).not.toMatch(PRIVATE);
    expect(await everything({ audience: "reader", states: CLAIM_STATES, confidential: true, assessments: true })).not.toMatch(PRIVATE);
  });

  it("is nothing of the desk's own in a bundle either", async () => {
    const asked = { audience: "reader", states: CLAIM_STATES, confidential: true, assessments: true } as const;
    const bundle = EXPORT_FORMATS.filter(({ key }) => key === "bundle");
    expect(await everything(asked, talked(), bundle)).not.toMatch(PRIVATE);
  });

  it("is nothing of the desk's own in the pictures of its claims, but what was decided", () => {
    const report = buildReport(talked(), { audience: "reader", states: CLAIM_STATES, confidential: true, assessments: true });
    const [whole, ...cards] = [null, ...report.claims].map((claim) => shareCard(report, claim));
    expect(whole?.title).toBe(report.document.title);
    expect(cards.map(({ badge, title }) => [badge, title])).toEqual(report.claims.map((claim) => [verdictName(claim), claim.statement]));
    expect(cards.map(shareSvg).join("\n")).not.toMatch(PRIVATE);
    expect(shareSvg({ ...(whole ?? { kicker: "", badge: "", tone: "open", foot: "" }), title: "SECRET-WORD" })).toMatch(PRIVATE);
  });

  it("is what the desk decided", async () => {
    const file = await everything({});
    expect(file).toContain("The six-party talks collapsed ten years before April 2019.");
    expect(file).toContain("One piece of evidence is confidential and not shown.");
  });

  it("never shows a private word, for any mixture of claims", async () => {
    const word = fc.stringMatching(/^[a-z]{3,8}$/).map((letters) => `PRIVATE${letters}`);
    const claim = fc.record({ state: fc.constantFrom(...CLAIM_STATES), ruled: fc.boolean(), hideEvidence: fc.boolean(), hideSource: fc.boolean(), word });
    const options = fc.record({ states: fc.subarray([...CLAIM_STATES]), confidential: fc.boolean(), assessments: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(claim, { maxLength: 6 }), options, async (claims, asked) => {
        const revision = textOf([["paragraph", "One text with some words in it."]]);
        const made = claims.map(({ state, ruled, hideEvidence, hideSource, word: secret }, index): ReportSourceClaim => {
          const stated = isShownToReaders(state) && (ruled || state === "voided") && asked.states.includes(state);
          // Of what was voided only the claim itself is told.
          const shown = stated && state !== "voided";
          const hidden = hideEvidence || hideSource || !shown;
          return claimOf(index + 1, [anchorOf(revision.text, "some words")], {
            state,
            statement: stated ? "open" : secret,
            skipNote: secret,
            assignments: [{ personId: "user-p", due: null, done: false }],
            tags: stated ? [] : [secret],
            ruling: ruled ? rulingOf("label-1", shown ? "open" : secret, shown ? "open" : secret) : null,
            assessments: [{ reviewer: { id: "user-p", name: secret }, labelId: "label-1", unjudgeable: false, rationale: secret, confidence: "high" }],
            questions: [{ id: "asked", text: hidden ? secret : "open", unanswerable: false, note: secret }],
            evidence: [
              evidenceOf({
                ...{ questionId: "asked", answerType: "abstractive", answer: hidden ? secret : "open" },
                confidential: hideEvidence,
                note: secret,
                quote: hidden ? secret : "open",
                locator: hidden ? secret : "",
                source: {
                  confidential: hideSource,
                  title: hidden ? secret : "open",
                  publisher: hidden ? secret : "",
                  url: hidden ? `https://example.org/${secret}` : null,
                },
              }),
            ],
          });
        });
        const threads = claims.map(({ word: secret }, index) => secretThread(`claim-${index + 1}`, secret));
        const source = { ...sourceOf(revision, made, { members: [{ id: "user-p", name: "PRIVATEname" }] }), threads };
        expect(await everything({ ...asked, audience: "reader" }, source)).not.toContain("PRIVATE");
      }),
      { numRuns: 60 },
    );
  });
});

describe("what the desk's file holds", () => {
  it("is all of it when all of it is asked for", async () => {
    const file = await everything({ audience: "desk", states: CLAIM_STATES, confidential: true, assessments: true });
    for (const word of [
      "NOTE-FOR-DESK",
      "SECRET-QUOTE",
      "SECRET-TITLE",
      "ASSESSMENT-RATIONALE",
      "DISCUSSION-WORDS",
      "SKIPPED-STATEMENT",
      "SKIP-NOTE",
      "UNDECIDED-STATEMENT",
      "DRAFT-RULING",
      "Rana Reviewer",
    ])
      expect(file).toContain(word);
  });

  it("shows confidential sources and assessments only on request", async () => {
    const file = await everything({ audience: "desk", states: CLAIM_STATES });
    expect(file).not.toMatch(/SECRET-|ASSESSMENT-RATIONALE|DISCUSSION-/);
    expect(file).toContain("NOTE-FOR-DESK");
  });
});
