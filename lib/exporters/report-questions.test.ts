import { describe, expect, it } from "vitest";
import { writeHtml } from "./html";
import { writeMarkdown } from "./markdown";
import { writePlainText } from "./plain-text";
import { buildReport, type ReportOptions } from "./report";
import type { ReportSourceClaim, ReportSourceEvidence } from "./report-claim";
import { answerSentence } from "./report-questions";
import { anchorOf, claimOf, evidenceOf, questionOf, sampleSource, sourceOf, textOf } from "./sample-source";
import { storedReport } from "./stored-report";

const talk = textOf([["paragraph", "Wages rose by ten percent."]]);

function reported(evidence: ReportSourceEvidence[], questions: ReportSourceClaim["questions"], options: ReportOptions = {}) {
  const [claim] = buildReport(sourceOf(talk, [claimOf(1, [anchorOf(talk.text, "Wages")], { evidence, questions })]), options).claims;
  if (!claim) throw new Error("The claim is approved.");
  return claim;
}

const open = evidenceOf({ id: "e1", questionId: "q", quote: "It rose." });
const secret = evidenceOf({ id: "e2", questionId: "q", confidential: true });
const desk = { audience: "desk" } as const;

describe("a question in a report", () => {
  const asked = [questionOf("q", { note: "Ask the office." })];
  const unanswerable = [questionOf("q", { unanswerable: true })];

  it.each<[string, ReportSourceEvidence[], ReportSourceClaim["questions"], ReportOptions, number]>([
    ["is for readers once it is answered", [open], asked, {}, 1],
    ["is the desk's while nothing answers it", [], asked, {}, 0],
    ["is in the desk's files while nothing answers it", [], asked, desk, 1],
    ["is for readers when it cannot be answered", [], unanswerable, {}, 1],
    ["stays with its confidential answers", [secret], asked, {}, 0],
    ["stays with them in the desk's files, too", [secret], asked, desk, 0],
    ["is not called unanswerable when its answers are confidential", [secret], unanswerable, {}, 0],
    ["goes with confidential answers where these go", [secret], asked, { ...desk, confidential: true }, 1],
    ["goes with those of its answers that are not confidential", [open, secret], asked, {}, 1],
  ])("%s", (_, evidence, questions, options, count) => {
    const claim = reported(evidence, questions, options);
    expect(claim.questions).toHaveLength(count);
    for (const { answer } of claim.evidence) expect(answer?.questionId).toBe("q");
    if (options.audience !== "desk") expect(claim.questions.map(({ note }) => note).join("")).toBe("");
  });

  it("goes with the reasons of a check that was voided", () => {
    const claims = [claimOf(1, [], { state: "voided", evidence: [open], questions: asked })];
    expect(buildReport(sourceOf(talk, claims), { states: ["voided"] }).claims).toMatchObject([{ questions: [], evidence: [] }]);
  });

  it("is unanswerable no more once an answer is shown", () => {
    expect(reported([open], unanswerable).questions).toMatchObject([{ unanswerable: false }]);
  });
});

it.each<[Partial<ReportSourceEvidence>, string]>([
  [{ answerType: "extractive", quote: "It rose." }, ""],
  [{ answerType: "abstractive", answer: "By a tenth." }, "By a tenth."],
  [{ answerType: "boolean", answerYes: true, answer: "The file says so." }, "Yes. The file says so."],
  [{ answerType: "boolean", answerYes: false }, "No"],
  [{ answerType: "boolean", answerYes: null, answer: "Not said yet." }, ""],
])("the answer %o reads “%s”", (change, sentence) => {
  const [evidence] = reported([evidenceOf({ questionId: "q", ...change })], [questionOf("q")]).evidence;
  expect(evidence && answerSentence(evidence)).toBe(sentence);
});

describe("files for people", () => {
  const report = buildReport(sampleSource());

  it.each([
    ["HTML", writeHtml],
    ["Markdown", writeMarkdown],
    ["plain text", writePlainText],
  ])("show questions with their answers, in order (%s)", (_, write) => {
    const words = write(report).body.replaceAll("\\", "");
    const places = [
      "What did the delegation say when it left?",
      "never participate in such talks again",
      "Was there any round after that?",
      "Yes. The last round was held in December 2008.",
      "Who asked for a further round?",
      "No answer could be found.",
    ].map((part) => words.lastIndexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(words).not.toMatch(/SECRET-QUESTION|UNDECIDED-QUESTION/);
  });
});

it("a report that was kept before there were questions has none", () => {
  const report = buildReport(sourceOf(talk, [claimOf(1, [anchorOf(talk.text, "Wages")])]));
  const older = JSON.parse(JSON.stringify(report), function (this: unknown, key: string, value: unknown) {
    return key === "questions" || key === "answer" ? undefined : value;
  });
  expect(storedReport(older)).toEqual(report);
});
