import { BRAND } from "@/lib/domain/brand";
import { mediaLinks, mediaSentence } from "@/lib/domain/media";
import { STATE_NAMES } from "@/lib/domain/claim";
import { DOCUMENT_KIND_NAMES } from "@/lib/domain/document";
import { directionOf } from "@/lib/domain/text";
import { correctionLead, correctionWords } from "./correction-words";
import { isolating } from "./direction";
import type { TextExporter } from "./exported-file";
import { escapeMarkdown, escapeMarkdownLine, indented, markdownLink, quoted } from "./markdown-escape";
import { safeMarkdown } from "./markdown-safe";
import { footnote, markdownText } from "./markdown-text";
import { methodSentences } from "./method";
import type { Report } from "./report";
import type { ReportClaim, ReportEvidence } from "./report-claim";
import { correctionsAbout, type ReportCorrection } from "./report-publication";
import { answeredQuestions, answerSentence, unansweredSentence, type ReportQuestion } from "./report-questions";
import { tallies } from "./tally";
import { archiveName, attribution, counted, doubtNotes, longDate, shortQuote, sourceLine, spoken, verdictName, withheldSentence } from "./words";

/** The annotated text in GitHub's Markdown: claims marked in the text, their checks as footnotes. */
export const writeMarkdown: TextExporter = (report) => {
  const { headline, body } = markdownText(report);
  // After the escapes: a letter between two marks of Markdown changes what they mean.
  const isolated = isolating(directionOf(report.document.language) === "rtl");
  const line: Line = (words) => isolated(escapeMarkdownLine(words));
  const parts = [
    report.audience === "desk" ? `> **For the desk, not for publication.**${report.confidential ? " It names confidential sources." : ""}` : "",
    `# ${headline}`,
    byline(report, line),
    summary(report, line),
    "---",
    body,
    "---",
    withoutPlace(report.claims),
    pageCorrections(report, line),
    `## Verdicts and method`,
    report.scale.labels.map((label) => `- **${line(label.name)}** (${label.count}): ${line(`${label.definition} ${label.boundaryRule}`)}`).join("\n"),
    escapeMarkdownLine(`${methodSentences(report).join(" ")} Made with ${BRAND.name}.`),
    ...report.claims.map((claim) => `${footnote(claim)}: ${indented(note(claim, report, line), 4)}`),
  ];
  return { type: "text/markdown; charset=utf-8; variant=GFM", extension: "md", body: `${parts.filter(Boolean).join("\n\n")}\n` };
};

type Line = (words: string) => string;

function byline({ document }: Report, line: Line): string {
  const { kind, author, publication, publishedOn, url } = document;
  const parts = [DOCUMENT_KIND_NAMES[kind], author ?? "", publication ?? "", publishedOn === null ? "" : longDate(publishedOn)].filter(Boolean).map(line);
  return [...parts, ...(url === null ? [] : [markdownLink("Original", url)])].join(" · ");
}

function summary(report: Report, line: Line): string {
  const counts = tallies(report).map(({ name, count }) => line(`${count} ${name}`));
  const total = counted(report.claims.length, "claim");
  return counts.length === 0 ? total : `${total}: ${counts.join(", ")}`;
}

/** A footnote shows only where something refers to it. */
function withoutPlace(claims: readonly ReportClaim[]): string {
  const lost = claims.filter(({ fragments }) => fragments.length === 0);
  if (lost.length === 0) return "";
  return `## Claims without a place in this text\n\n${lost.map((claim) => `- ${escapeMarkdownLine(claim.statement)}${footnote(claim)}`).join("\n")}`;
}

function pageCorrections(report: Report, line: Line): string {
  const whole = correctionsAbout(report, null);
  return whole.length === 0 ? "" : `## Corrections\n\n${whole.map((each) => `- ${correctionItem(each, line)}`).join("\n")}`;
}

function correctionItem(correction: ReportCorrection, line: Line): string {
  return `**${line(correctionLead(correction))}:** ${line(correctionWords(correction))}`;
}

function note(claim: ReportClaim, report: Report, line: Line): string {
  const { ruling, desk } = claim;
  const state = claim.state === "corrected" || claim.state === "voided" || desk ? ` (${STATE_NAMES[claim.state]})` : "";
  const quote = shortQuote(claim.fragments);
  const by = attribution(claim).map(line).join(", ");
  const { asked, others } = answeredQuestions(claim);
  return [
    `**${line(verdictName(claim))}**${state}: ${line(claim.statement)}`,
    quote === "" && by === "" ? "" : quoted([quote === "" ? "" : line(`“${quote}”`), by].filter(Boolean).join(" – ")),
    ...doubtNotes(claim).map((each) => `${each.words} ${line(`“${each.quote}”`)}`),
    ruling ? escapeMarkdown(ruling.summary) : "",
    ruling ? safeMarkdown(ruling.justification) : "",
    claim.media ? [escapeMarkdown(mediaSentence(claim.media)), ...mediaLinks(claim.media).map(({ name, url }) => markdownLink(name, url))].join(" · ") : "",
    ...correctionsAbout(report, claim.id).map((each) => correctionItem(each, line)),
    desk ? deskDetails(desk, line) : "",
    asked.map((each) => questionItem(each, line)).join("\n"),
    others.map((each) => evidenceItem(each, line)).join("\n"),
    withheldSentence(claim),
    (desk?.assessments ?? []).map((each) => assessmentItem(each, line)).join("\n"),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function questionItem({ question, answers }: { question: ReportQuestion; answers: readonly ReportEvidence[] }, line: Line): string {
  const lines = [
    `**${line(question.text)}**`,
    answers.length > 0 ? answers.map((each) => evidenceItem(each, line)).join("\n") : unansweredSentence(question),
    question.note === "" ? "" : `Note: ${escapeMarkdown(question.note)}`,
  ];
  return `- ${indented(lines.filter(Boolean).join("\n\n"), 2)}`;
}

function evidenceItem(evidence: ReportEvidence, line: Line): string {
  const { source, stance, archiveUrl, quote } = evidence;
  const title = line(source.title);
  const parts = [
    source.url === null ? title : markdownLink(title, source.url),
    ...sourceLine(evidence).map(line),
    archiveUrl === null ? "" : markdownLink(line(archiveName(evidence)), archiveUrl),
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

function deskDetails(desk: Desk, line: Line): string {
  const details = [
    desk.assignees.length === 0 ? "" : `assigned to ${desk.assignees.join(", ")}`,
    desk.checkWorthiness === null ? "" : `check-worthiness ${desk.checkWorthiness}`,
    desk.skipReason === null ? "" : `skipped: ${spoken(desk.skipReason).toLowerCase()}`,
    desk.skipNote,
    desk.rulingBy === null ? "" : `ruled by ${desk.rulingBy}`,
  ].filter(Boolean);
  return details.length === 0 ? "" : `Desk: ${details.map(line).join("; ")}`;
}

function assessmentItem({ reviewer, label, confidence, rationale }: Desk["assessments"][number], line: Line): string {
  const said = [reviewer, label ?? "", confidence === null ? "" : `${confidence} confidence`].filter(Boolean).map(line).join(", ");
  return `- ${indented(`**Assessment:** ${said}\n\n${safeMarkdown(rationale)}`.trimEnd(), 2)}`;
}
