import { BRAND } from "@/lib/domain/brand";
import { mediaLinks, mediaSentence } from "@/lib/domain/media";
import { STATE_NAMES } from "@/lib/domain/claim";
import { DOCUMENT_KIND_NAMES } from "@/lib/domain/document";
import { directionOf } from "@/lib/domain/text";
import { correctionLead, correctionWords } from "./correction-words";
import { deskRows } from "./desk-rows";
import { isolating } from "./direction";
import type { TextExporter } from "./exported-file";
import { layOut, type LaidBlock } from "./layout";
import { methodSentences } from "./method";
import { partTitle } from "./headings";
import type { Report } from "./report";
import type { ReportClaim, ReportEvidence } from "./report-claim";
import { correctionsAbout } from "./report-publication";
import { answeredQuestions, answerSentence, unansweredSentence, type ReportQuestion } from "./report-questions";
import { richBlocks, type RichBlock, type RichRun } from "./rich-nodes";
import { tallies } from "./tally";
import { archiveName, attribution, counted, doubtNotes, longDate, shortQuote, sourceLine, spoken, verdictName, withheldSentence } from "./words";

/** The annotated text without any markup: a number in square brackets after each claim, and the checks below the text. */
export const writePlainText: TextExporter = (report) => {
  const { text } = report.revision;
  const { rest } = partTitle(layOut(report), report);
  const { document, publication } = report;
  const isolated = isolating(directionOf(document.language) === "rtl");
  const parts = [
    report.audience === "desk" ? `FOR THE DESK, NOT FOR PUBLICATION.${report.confidential ? " It names confidential sources." : ""}` : "",
    titled(document.title.replace(/\s+/g, " ").trim() || "Fact check", "="),
    [DOCUMENT_KIND_NAMES[document.kind], document.author ?? "", document.publication ?? "", longDate(document.publishedOn ?? "")]
      .filter(Boolean)
      .map(isolated)
      .join(" · "),
    publication?.url ?? document.url ?? "",
    summary(report, isolated),
    rest.map((laid) => blockText(laid, text)).join("\n\n"),
    report.claims.length === 0 ? "" : titled("The checks", "="),
    ...report.claims.map((claim) => check(claim, report, isolated)),
    ...pageCorrections(report, isolated),
    titled("Verdicts and method", "="),
    report.scale.labels
      .map(
        ({ name, count, definition, boundaryRule }) =>
          `${isolated(name)} (${counted(count, "claim")}): ${[definition, boundaryRule].filter(Boolean).map(isolated).join(" ")}`,
      )
      .join("\n"),
    `${methodSentences(report).join(" ")} Made with ${BRAND.name}.`,
  ];
  return { type: "text/plain; charset=utf-8", extension: "txt", body: `${parts.filter(Boolean).join("\n\n")}\n` };
};

type Isolated = ReturnType<typeof isolating>;

function titled(words: string, line: string): string {
  return `${words}\n${line.repeat(Math.min(words.length, 72))}`;
}

function summary(report: Report, isolated: Isolated): string {
  const counts = tallies(report).map(({ name, count }) => isolated(`${count} ${name}`));
  return [counted(report.claims.length, "claim"), counts.join(", ")].filter(Boolean).join(": ");
}

function blockText({ block, segments }: LaidBlock, text: string): string {
  const words = segments
    .map((segment) => {
      const numbers = [...segment.pauses.map(({ claim }) => claim), ...segment.ends].map(({ number }) => `[${number}]`).join("");
      return text.slice(segment.start, segment.end) + numbers;
    })
    .join("");
  switch (block.type) {
    case "heading":
      return titled(words.replaceAll("\n", " "), "-");
    case "quote":
      return lines(words, "    ");
    case "list_item":
      return `- ${lines(words, "  ").trimStart()}`;
    case "turn":
      return [[block.speaker ?? "", block.time ? `(${block.time})` : ""].filter(Boolean).join(" "), words].filter(Boolean).join(": ");
    case "paragraph":
    case "preformatted":
      return words;
  }
}

function lines(words: string, indent: string): string {
  return words
    .split("\n")
    .map((line) => (line === "" ? line : indent + line))
    .join("\n");
}

function check(claim: ReportClaim, report: Report, isolated: Isolated): string {
  const { ruling, desk, state } = claim;
  const quote = shortQuote(claim.fragments);
  const by = attribution(claim).map(isolated).join(", ");
  const { asked, others } = answeredQuestions(claim);
  const shownState = state === "corrected" || state === "voided" || desk ? ` (${STATE_NAMES[state]})` : "";
  const body = [
    quote === "" && by === "" ? "" : [quote === "" ? "" : isolated(`“${quote}”`), by].filter(Boolean).join(" – "),
    ...doubtNotes(claim).map((each) => `${each.words} ${isolated(`“${each.quote}”`)}`),
    ruling?.summary ?? "",
    ruling ? richText(richBlocks(ruling.justification)) : "",
    claim.media ? [mediaSentence(claim.media), ...mediaLinks(claim.media).map(({ name, url }) => `${name}: ${url}`)].join("\n") : "",
    ...correctionsAbout(report, claim.id).map((each) => `${isolated(correctionLead(each))}: ${isolated(correctionWords(each))}`),
    ...(desk ? deskRows(desk).map(({ name, value }) => `${name}: ${isolated(value)}`) : []),
    ...asked.map((each) => questionText(each, isolated)),
    ...others.map((each) => evidenceText(each, isolated)),
    withheldSentence(claim),
    ...(desk?.assessments ?? []).map(({ reviewer, label, confidence, rationale }) =>
      [`Assessment: ${[reviewer, label ?? "", confidence === null ? "" : `${confidence} confidence`].filter(Boolean).map(isolated).join(", ")}`, rationale]
        .filter(Boolean)
        .join("\n"),
    ),
  ];
  return [
    `[${claim.number}] ${isolated(verdictName(claim))}${shownState}: ${isolated(claim.statement)}`,
    ...body.filter(Boolean).map((part) => lines(part, "    ")),
  ].join("\n\n");
}

function questionText({ question, answers }: { question: ReportQuestion; answers: readonly ReportEvidence[] }, isolated: Isolated): string {
  const said = answers.length > 0 ? answers.map((each) => evidenceText(each, isolated)) : [unansweredSentence(question)];
  return [question.text, ...[...said, question.note === "" ? "" : `Note: ${isolated(question.note)}`].filter(Boolean).map((part) => lines(part, "    "))].join(
    "\n\n",
  );
}

function evidenceText(evidence: ReportEvidence, isolated: Isolated): string {
  const { source, stance, archiveUrl, quote, note } = evidence;
  const marks = [spoken(stance), source.primary ? "primary source" : "", evidence.confidential ? "confidential" : ""].filter(Boolean).join(", ");
  return [
    answerSentence(evidence),
    `${marks}: ${[source.title, ...sourceLine(evidence)].map(isolated).join(", ")}`,
    source.url ?? "",
    archiveUrl === null ? "" : `${archiveName(evidence)}: ${archiveUrl}`,
    quote.trim() === "" ? "" : `“${quote}”`,
    note.trim() === "" ? "" : `Note: ${isolated(note)}`,
  ]
    .filter(Boolean)
    .join("\n");
}

function pageCorrections(report: Report, isolated: Isolated): string[] {
  const whole = correctionsAbout(report, null);
  return whole.length === 0
    ? []
    : [titled("Corrections", "="), ...whole.map((each) => `${isolated(correctionLead(each))}: ${isolated(correctionWords(each))}`)];
}

function richText(blocks: readonly RichBlock[]): string {
  return blocks.map(richBlockText).join("\n\n");
}

function richBlockText(block: RichBlock): string {
  switch (block.type) {
    case "paragraph":
    case "preformatted":
      return runsText(block.runs);
    case "quote":
      return lines(richText(block.blocks), "  ");
    case "list":
      return block.items
        .map((item, index) => `${block.ordered ? `${String(block.start + index)}.` : "-"} ${lines(richText(item), "  ").trimStart()}`)
        .join("\n");
    case "table":
      return block.rows.map((row) => row.map(runsText).join(" | ")).join("\n");
    case "rule":
      return "* * *";
  }
}

/** Links are followed by their addresses, unless those are the words. */
function runsText(runs: readonly RichRun[]): string {
  return runs.map(({ text, href }) => (href === undefined || href === text ? text : `${text} (${href})`)).join("");
}
