import { BRAND } from "@/lib/domain/brand";
import { DOCUMENT_KIND_NAMES } from "@/lib/domain/document";
import type { TextExporter } from "./exported-file";
import { correctionsHtml } from "./html-corrections";
import { escapeHtml } from "./html-escape";
import { FILTER_SCRIPT, filterHtml, groupsOf } from "./html-filter";
import { icon, iconSprite } from "./html-icons";
import { methodHtml } from "./html-method";
import { noteHtml } from "./html-notes";
import { htmlPage, linesOf, publisherLine, type HtmlPage } from "./html-shell";
import { sourcesHtml } from "./html-sources";
import { annotatedText } from "./html-text";
import { createHtmlUi, type HtmlUi } from "./html-ui";
import type { Report } from "./report";
import type { ReportClaim } from "./report-claim";
import { tallies, type Tally } from "./tally";
import { counted, languageName, longDate } from "./words";

/** The annotated text as one page that needs nothing else: no network, no script but a filter that it can do without, and it prints. */
export const writeHtml: TextExporter = (report) => ({ type: "text/html; charset=utf-8", extension: "html", body: annotatedPage(report).html });

/** What a published page has beside what is taken out; HTML already. */
export interface AnnotatedExtras {
  head?: readonly string[];
  /** Between the way to here and the headline. */
  notice?: string;
  /** In the foot, beside who made it. */
  foot?: string;
}

/** The annotated text as a page, with its policy. */
export function annotatedPage(report: Report, { head = [], notice = "", foot = "" }: AnnotatedExtras = {}): HtmlPage {
  const { language, title } = report.document;
  const ui = createHtmlUi(language);
  const counts = tallies(report);
  const groupOf = groupsOf(counts);
  const { headline, body } = annotatedText(report, ui, groupOf);
  const tones = [...report.claims.map((claim) => claim.tone), ...report.scale.labels.map((label) => label.tone)];
  const content = [
    iconSprite(tones),
    '<div class="page">',
    header(report, { headline, notice }, counts, ui),
    "<main>",
    `<article class="text" id="text">\n${body}\n</article>`,
    checks(report, ui, groupOf),
    sourcesHtml(report, ui),
    correctionsHtml(report, ui),
    methodHtml(report, ui),
    "</main>",
    `<footer class="foot"><p>${ui.words(`${report.workspace} · made with ${BRAND.name} on ${longDate(report.exportedAt)}`)}</p>${foot}</footer>`,
    "</div>",
  ];
  const script = counts.length < 2 ? null : FILTER_SCRIPT;
  return htmlPage({ title, language, accent: report.publisher.accent, head, body: linesOf(content), script, main: "text" }, ui);
}

function warning(report: Report, ui: HtmlUi): string {
  if (report.audience === "reader") return "";
  const confidential = report.confidential ? ` ${ui.words("It names confidential sources.")}` : "";
  return `<p class="warn"><strong>${ui.words("For the desk, not for publication.")}</strong>${confidential}</p>\n`;
}

function header(report: Report, { headline, notice }: { headline: string; notice: string }, counts: readonly Tally[], ui: HtmlUi): string {
  const { claims } = report;
  return `<header class="head">
${warning(report, ui)}${publisherLine(report, ui)}
${notice}<h1 dir="auto">${headline}</h1>
<p class="by">${byline(report, ui)
    .map((part) => `<span>${part}</span>`)
    .join("")}</p>
<div class="sum">
${claims.length === 0 ? "" : bar(counts)}
<p class="count">${ui.words(`${counted(claims.length, "claim")} ${report.audience === "reader" ? "checked" : "in this report"}`)}</p>
${counts.length === 0 ? "" : `<ul class="chips">${counts.map((tally) => chip(tally, report, ui)).join("")}</ul>`}
${filterHtml(counts, ui)}
</div>
<nav class="jump" aria-label="In this file"><a href="#text">${ui.words("Text")}</a> <a href="#checks">${ui.words("The checks")}</a> ${report.claims.some(({ evidence }) => evidence.length > 0) ? `<a href="#sources">${ui.words("Sources")}</a> ` : ""}${report.corrections.length === 0 ? "" : `<a href="#corrections">${ui.words("Corrections")}</a> `}<a href="#method">${ui.words("Verdicts and method")}</a></nav>
</header>`;
}

function byline({ document, revision, publication }: Report, ui: HtmlUi): string[] {
  return [
    ui.words(DOCUMENT_KIND_NAMES[document.kind]),
    document.author ? `<bdi>${escapeHtml(document.author)}</bdi>` : "",
    document.publication ? `<bdi>${escapeHtml(document.publication)}</bdi>` : "",
    document.publishedOn ? ui.words(longDate(document.publishedOn)) : "",
    ui.words(languageName(document.language)),
    ui.words(counted(revision.wordCount, "word")),
    publication ? ui.words(`checked ${longDate(publication.publishedAt)}`) : "",
    document.url ? `<a href="${escapeHtml(document.url)}">${ui.words("Original")}</a>` : "",
  ].filter(Boolean);
}

function bar(counts: readonly Tally[]): string {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  let x = 0;
  const rects = counts.map(({ tone, count }) => {
    const rect = `<rect class="t-${tone}" x="${x}" y="0" width="${count}" height="1"/>`;
    x += count;
    return rect;
  });
  return `<svg class="bar" viewBox="0 0 ${total} 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">${rects.join("")}</svg>`;
}

function chip({ name, tone, count, labelId }: Tally, { scale }: Report, ui: HtmlUi): string {
  const words = labelId === null ? ui.words(name) : `<bdi>${escapeHtml(name)}</bdi>`;
  const content = `${icon(tone)}${words} <b>${count}</b>`;
  const at = scale.labels.findIndex(({ id }) => id === labelId);
  return `<li>${at < 0 ? content : `<a href="#label-${at + 1}">${content}</a>`}</li>`;
}

function checks(report: Report, ui: HtmlUi, groupOf: (claim: ReportClaim) => number): string {
  const { claims } = report;
  const empty = `<p>${ui.words("No claim of this text is ready to be shown.")}</p>`;
  const list = `<p>${ui.words("Every claim in the order of the text, with its verdict, the reasons and the sources.")}</p>
<ol class="notes">
${linesOf(claims.map((claim) => noteHtml(claim, report, ui, groupOf(claim))))}
</ol>`;
  return `<section class="checks" id="checks" aria-labelledby="checks-title">
<h2 class="part" id="checks-title">${ui.words("The checks")}</h2>
${claims.length === 0 ? empty : list}
</section>`;
}
