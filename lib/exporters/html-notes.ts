import { mediaLinks, mediaSentence } from "@/lib/domain/media";
import { STATE_NAMES } from "@/lib/domain/claim";
import { SOURCE_TYPE_NAMES, type Stance } from "@/lib/domain/evidence";
import type { Tone } from "@/lib/domain/scale";
import { escapeHtml } from "./html-escape";
import { claimCorrections } from "./html-corrections";
import { icon } from "./html-icons";
import type { HtmlUi } from "./html-ui";
import type { Report } from "./report";
import type { ReportClaim, ReportEvidence } from "./report-claim";
import { answeredQuestions, answerSentence, unansweredSentence, type ReportQuestion } from "./report-questions";
import type { ReportPublication } from "./report-publication";
import { richText } from "./rich-text";
import { archiveName, doubtNotes, longDate, shortQuote, sourceLine, spoken, verdictName, withheldSentence } from "./words";

/** The most ways back that one note offers. */
const BACK_MAX = 12;

const STANCE_TONES: Record<Stance, Tone> = { supports: "true", refutes: "false", context: "off" };

/** The whole record of one claim, as an item of the list of checks. */
export function noteHtml(claim: ReportClaim, report: Report, ui: HtmlUi, group: number): string {
  const { number, tone } = claim;
  return [
    `<li class="note t-${tone}" id="note-${number}" data-v="${group}">`,
    `<div class="lead"><span class="num">${number}</span>${badges(claim, ui)}</div>`,
    '<div class="body">',
    `<h3 dir="auto">${escapeHtml(claim.statement)}</h3>`,
    said(claim, report.document.language, ui, wayBack(claim, ui)),
    reasonsHtml(claim, report, ui),
    report.publication === null
      ? ""
      : `<p class="own"><a href="${escapeHtml(claimAddress(report.publication, claim))}">${ui.words("This check on a page of its own")}</a></p>`,
    "</div></li>",
  ]
    .filter(Boolean)
    .join("\n");
}

/** The address of a published claim's own page. */
export function claimAddress({ url }: Pick<ReportPublication, "url">, { deskNumber }: Pick<ReportClaim, "deskNumber">): string {
  return `${url}/claims/${deskNumber}`;
}

/** The verdict with its drawing, and the state where it says more. */
export function badges(claim: ReportClaim, ui: HtmlUi): string {
  const { tone, desk } = claim;
  const name = claim.verdict ? `<bdi>${escapeHtml(claim.verdict.name)}</bdi>` : ui.words(verdictName(claim));
  const state =
    claim.state === "corrected" || (claim.state === "voided" && claim.verdict) || desk ? `<span class="tag">${ui.words(STATE_NAMES[claim.state])}</span>` : "";
  return `<span class="badge">${icon(tone)}${name}</span>${state}`;
}

/** Ruling, justification, evidence and corrections of one claim. */
export function reasonsHtml(claim: ReportClaim, report: Report, ui: HtmlUi): string {
  const { ruling, desk } = claim;
  const { asked, others } = answeredQuestions(claim);
  return [
    ruling ? `<p class="ruling" dir="auto">${escapeHtml(ruling.summary)}</p>` : "",
    ruling && ruling.justification.trim() !== "" ? `<div class="why" dir="auto">${richText(ruling.justification)}</div>` : "",
    mediaHtml(claim, ui),
    desk ? deskDetails(desk, ui) : "",
    claimCorrections(report, claim.id, ui),
    asked.length > 0 ? `<h4>${ui.words("Questions")}</h4>\n<ul class="qs">${asked.map((each) => questionHtml(each, ui)).join("\n")}</ul>` : "",
    others.length > 0 ? `<h4>${ui.words("Evidence")}</h4>\n${evidenceList(others, ui)}` : "",
    claim.withheld > 0 ? `<p class="aside">${ui.words(withheldSentence(claim))}</p>` : "",
    desk && desk.assessments.length > 0 ? assessments(desk.assessments, ui) : "",
  ]
    .filter(Boolean)
    .join("\n");
}

function mediaHtml(claim: ReportClaim, ui: HtmlUi): string {
  if (!claim.media) return "";
  const links = mediaLinks(claim.media).map(({ name, url }) => `<a href="${escapeHtml(url)}" rel="noopener nofollow">${ui.words(name)}</a>`);
  return `<p class="aside"><bdi>${escapeHtml(mediaSentence(claim.media))}</bdi>${links.map((link) => ` · ${link}`).join("")}</p>`;
}

/** The claim's words, who said them and when; `back` is the way to their place, as an element or "". */
export function said(claim: ReportClaim, language: string, ui: HtmlUi, back: string): string {
  const quote = shortQuote(claim.fragments);
  const parts = [
    quote === "" ? "" : `<q lang="${escapeHtml(language)}" dir="auto">${escapeHtml(quote)}</q>`,
    claim.speaker === "" ? "" : `<span><bdi>${escapeHtml(claim.speaker)}</bdi></span>`,
    claim.saidOn === null ? "" : `<span>${ui.words(longDate(claim.saidOn))}</span>`,
    back,
  ].filter(Boolean);
  const lines = parts.length === 0 ? "" : `<p class="said">${parts.join(" ")}</p>`;
  const notes = doubtNotes(claim).map(({ words, quote: each }) => `\n<p class="aside">${ui.words(words)} <q dir="auto">${escapeHtml(each)}</q></p>`);
  return lines + notes.join("");
}

function wayBack({ number, fragments }: ReportClaim, ui: HtmlUi): string {
  if (fragments.length === 0) return "";
  const link = (index: number, words: string) =>
    `<a href="#c${number}-${index + 1}" role="doc-backlink" aria-label="${escapeHtml(`${words}: ${number}`)}">${words}</a>`;
  if (fragments.length === 1) return `<span class="back"${ui.attributes}>${link(0, "In the text")}</span>`;
  const links = fragments.slice(0, BACK_MAX).map((_, index) => link(index, `part ${index + 1}`));
  const more = fragments.length > BACK_MAX ? ` … ${fragments.length}` : "";
  return `<span class="back"${ui.attributes}>In the text: ${links.join(", ")}${more}</span>`;
}

function questionHtml({ question, answers }: { question: ReportQuestion; answers: readonly ReportEvidence[] }, ui: HtmlUi): string {
  return [
    `<li><p class="q" dir="auto">${escapeHtml(question.text)}</p>`,
    answers.length > 0 ? evidenceList(answers, ui) : `<p class="aside">${ui.words(unansweredSentence(question))}</p>`,
    question.note.trim() === "" ? "" : `<p class="aside" dir="auto">${escapeHtml(question.note)}</p>`,
    "</li>",
  ]
    .filter(Boolean)
    .join("");
}

function evidenceList(list: readonly ReportEvidence[], ui: HtmlUi): string {
  return `<ul class="ev">${list.map((each) => evidenceHtml(each, ui)).join("\n")}</ul>`;
}

function evidenceHtml(evidence: ReportEvidence, ui: HtmlUi): string {
  const { source, stance } = evidence;
  const answer = answerSentence(evidence);
  const title = `<bdi>${escapeHtml(source.title)}</bdi>`;
  const archive = evidence.archiveUrl === null ? "" : archiveLink(evidence.archiveUrl, evidence, ui);
  const meta = [SOURCE_TYPE_NAMES[source.type], ...sourceLine(evidence)].map((part) => `<span><bdi>${escapeHtml(part)}</bdi></span>`).join("");
  return [
    `<li class="t-${STANCE_TONES[stance]}">`,
    `<p class="tags"><span class="tag stance">${ui.words(spoken(stance))}</span>`,
    source.primary ? `<span class="tag">${ui.words("Primary source")}</span>` : "",
    evidence.confidential ? `<span class="tag">${ui.words("Confidential")}</span>` : "",
    "</p>",
    answer === "" ? "" : `<p class="ans" dir="auto">${escapeHtml(answer)}</p>`,
    `<p class="src">${source.url === null ? title : `<a href="${escapeHtml(source.url)}">${title}</a>`}</p>`,
    `<p class="meta">${meta}${archive}</p>`,
    evidence.quote.trim() === "" ? "" : `<blockquote dir="auto"><p>${escapeHtml(evidence.quote)}</p></blockquote>`,
    evidence.note.trim() === "" ? "" : `<p class="aside" dir="auto">${escapeHtml(evidence.note)}</p>`,
    "</li>",
  ]
    .filter(Boolean)
    .join("");
}

function archiveLink(url: string, evidence: ReportEvidence, ui: HtmlUi): string {
  return `<span><a class="arc" href="${escapeHtml(url)}">${ui.words(archiveName(evidence))}<span class="vh"> – ${escapeHtml(evidence.source.title)}</span></a></span>`;
}

type Desk = NonNullable<ReportClaim["desk"]>;

function deskDetails(desk: Desk, ui: HtmlUi): string {
  const rows: [string, string][] = [
    ["Assigned to", desk.assignees.join(", ")],
    ["Check-worthiness", spoken(desk.checkWorthiness ?? "")],
    ["Skipped", spoken(desk.skipReason ?? "")],
    ["Note", desk.skipNote],
    ["Ruled by", desk.rulingBy ?? ""],
  ];
  const shown = rows.filter(([, value]) => value.trim() !== "");
  if (shown.length === 0) return "";
  return `<dl class="desk">${shown.map(([name, value]) => `<div><dt>${ui.words(name)}</dt><dd dir="auto">${escapeHtml(value)}</dd></div>`).join("")}</dl>`;
}

function assessments(list: Desk["assessments"], ui: HtmlUi): string {
  const items = list.map(({ reviewer, label, rationale, confidence }) => {
    const line = [
      `<bdi>${escapeHtml(reviewer)}</bdi>`,
      label === null ? "" : `<bdi>${escapeHtml(label)}</bdi>`,
      confidence === null ? "" : ui.words(`${confidence} confidence`),
    ];
    return `<li class="t-open"><p class="src">${line.filter(Boolean).join(" · ")}</p><div class="why" dir="auto">${richText(rationale)}</div></li>`;
  });
  return `<h4>${ui.words("Assessments")}</h4>\n<ul class="ev">${items.join("\n")}</ul>`;
}
