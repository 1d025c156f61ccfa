import { BRAND } from "@/lib/domain/brand";
import { mediaLinks, mediaSentence } from "@/lib/domain/media";
import { STATE_NAMES } from "@/lib/domain/claim";
import { DOCUMENT_KIND_NAMES } from "@/lib/domain/document";
import { correctionLead, correctionWords } from "./correction-words";
import type { TextExporter } from "./exported-file";
import { escapeMarkdown, escapeMarkdownLine, indented, markdownLink, quoted } from "./markdown-escape";
import { safeMarkdown } from "./markdown-safe";
import { footnote, markdownText } from "./markdown-text";
import { methodSentences } from "./method";
import type { Report } from "./report";
import type { ReportClaim, ReportEvidence } from "./report-claim";
import { correctionsOf, type ReportCorrection } from "./report-publication";
import { answeredQuestions, answerSentence, unansweredSentence, type ReportQuestion } from "./report-questions";
import { tallies } from "./tally";
import { archiveName, attribution, counted, doubtNotes, longDate, shortQuote, sourceLine, spoken, verdictName, withheldSentence } from "./words";

/** The annotated text in GitHub's Markdown: claims marked in the text, their checks as footnotes. */
export const writeMarkdown: TextExporter = (report) => {
  const { headline, body } = markdownText(report);
  const parts = [
    report.audience === "desk" ? `> **For the desk, not for publication.**${report.confidential ? " It names confidential sources." : ""}` : "",
    `# ${headline}`,
    byline(report),
    summary(report),
    "---",
    body,
    "---",
    withoutPlace(report.claims),
    pageCorrections(report),
    `## Verdicts and method`,
    report.scale.labels
      .map((label) => `- **${escapeMarkdownLine(label.name)}** (${label.count}): ${escapeMarkdownLine(`${label.definition} ${label.boundaryRule}`)}`)
      .join("\n"),
    escapeMarkdownLine(`${methodSentences(report).join(" ")} Made with ${BRAND.name}.`),
    ...report.claims.map((claim) => `${footnote(claim)}: ${indented(note(claim, report), 4)}`),
  ];
  return { type: "text/markdown; charset=utf-8; variant=GFM", extension: "md", body: `${parts.filter(Boolean).join("\n\n")}\n` };
};

function byline({ document }: Report): string {
  const { kind, author, publication, publishedOn, url } = document;
  const parts = [DOCUMENT_KIND_NAMES[kind], author ?? "", publication ?? "", publishedOn === null ? "" : longDate(publishedOn)]
    .filter(Boolean)
    .map(escapeMarkdownLine);
  return [...parts, ...(url === null ? [] : [markdownLink("Original", url)])].join(" · ");
}

function summary(report: Report): string {
  const counts = tallies(report).map(({ name, count }) => `${count} ${name}`);
  const total = counted(report.claims.length, "claim");
  return escapeMarkdownLine(counts.length === 0 ? total : `${total}: ${counts.join(", ")}`);
}

/** A footnote shows only where something refers to it. */
function withoutPlace(claims: readonly ReportClaim[]): string {
  const lost = claims.filter(({ fragments }) => fragments.length === 0);
  if (lost.length === 0) return "";
  return `## Claims without a place in this text\n\n${lost.map((claim) => `- ${escapeMarkdownLine(claim.statement)}${footnote(claim)}`).join("\n")}`;
}

function pageCorrections(report: Report): string {
  const whole = correctionsOf(report, null);
  return whole.length === 0 ? "" : `## Corrections\n\n${whole.map((each) => `- ${correctionItem(each)}`).join("\n")}`;
}

function correctionItem(correction: ReportCorrection): string {
  return `**${escapeMarkdownLine(correctionLead(correction))}:** ${escapeMarkdownLine(correctionWords(correction))}`;
}

function note(claim: ReportClaim, report: Report): string {
  const { ruling, desk } = claim;
  const state = claim.state === "corrected" || claim.state === "voided" || desk ? ` (${STATE_NAMES[claim.state]})` : "";
  const quote = shortQuote(claim.fragments);
  const by = attribution(claim);
  const { asked, others } = answeredQuestions(claim);
  return [
    `**${escapeMarkdownLine(verdictName(claim))}**${state}: ${escapeMarkdownLine(claim.statement)}`,
    quote === "" && by === "" ? "" : quoted(escapeMarkdownLine([quote === "" ? "" : `“${quote}”`, by].filter(Boolean).join(" – "))),
    ...doubtNotes(claim).map((each) => `${each.words} “${escapeMarkdownLine(each.quote)}”`),
    ruling ? escapeMarkdown(ruling.summary) : "",
    ruling ? safeMarkdown(ruling.justification) : "",
    claim.media ? [escapeMarkdown(mediaSentence(claim.media)), ...mediaLinks(claim.media).map(({ name, url }) => markdownLink(name, url))].join(" · ") : "",
    ...correctionsOf(report, claim.id).map(correctionItem),
    desk ? deskDetails(desk) : "",
    asked.map(questionItem).join("\n"),
    others.map(evidenceItem).join("\n"),
    withheldSentence(claim),
    (desk?.assessments ?? []).map(assessmentItem).join("\n"),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function questionItem({ question, answers }: { question: ReportQuestion; answers: readonly ReportEvidence[] }): string {
  const lines = [
    `**${escapeMarkdownLine(question.text)}**`,
    answers.length > 0 ? answers.map(evidenceItem).join("\n") : unansweredSentence(question),
    question.note === "" ? "" : `Note: ${escapeMarkdown(question.note)}`,
  ];
  return `- ${indented(lines.filter(Boolean).join("\n\n"), 2)}`;
}

function evidenceItem(evidence: ReportEvidence): string {
  const { source, stance, archiveUrl, quote } = evidence;
  const title = escapeMarkdownLine(source.title);
  const parts = [
    source.url === null ? title : markdownLink(title, source.url),
    ...sourceLine(evidence).map(escapeMarkdownLine),
    archiveUrl === null ? "" : markdownLink(escapeMarkdownLine(archiveName(evidence)), archiveUrl),
  ].filter(Boolean);
  const marks = [spoken(stance), source.primary ? "primary source" : "", evidence.confidential ? "confidential" : ""].filter(Boolean).join(", ");
  const lines = [
    `**${marks}:** ${parts.join(", ")}`,
    escapeMarkdown(answerSentence(evidence)),
    quote === "" ? "" : quoted(escapeMarkdown(quote)),
    evidence.note === "" ? "" : `Note: ${escapeMarkdown(evidence.note)}`,
  ];
  return `- ${indented(lines.filter(Boolean).join("\n\n"), 2)}`;
}

type Desk = NonNullable<ReportClaim["desk"]>;

function deskDetails(desk: Desk): string {
  const details = [
    desk.assignees.length === 0 ? "" : `assigned to ${desk.assignees.join(", ")}`,
    desk.checkWorthiness === null ? "" : `check-worthiness ${desk.checkWorthiness}`,
    desk.skipReason === null ? "" : `skipped: ${spoken(desk.skipReason).toLowerCase()}`,
    desk.skipNote,
    desk.rulingBy === null ? "" : `ruled by ${desk.rulingBy}`,
  ].filter(Boolean);
  return details.length === 0 ? "" : escapeMarkdownLine(`Desk: ${details.join("; ")}`);
}

function assessmentItem({ reviewer, label, confidence, rationale }: Desk["assessments"][number]): string {
  const line = [reviewer, label ?? "", confidence === null ? "" : `${confidence} confidence`].filter(Boolean).map(escapeMarkdownLine).join(", ");
  return `- ${indented(`**Assessment:** ${line}\n\n${safeMarkdown(rationale)}`.trimEnd(), 2)}`;
}
