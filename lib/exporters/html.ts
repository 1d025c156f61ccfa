import { createHash } from "node:crypto";
import { BRAND } from "@/lib/domain/brand";
import { DOCUMENT_KIND_NAMES } from "@/lib/domain/document";
import { directionOf } from "@/lib/domain/text";
import type { TextExporter } from "./exported-file";
import { escapeHtml } from "./html-escape";
import { icon, iconSprite } from "./html-icons";
import { methodHtml } from "./html-method";
import { noteHtml } from "./html-notes";
import { STYLE } from "./html-style";
import { annotatedText } from "./html-text";
import { createHtmlUi, type HtmlUi } from "./html-ui";
import type { Report } from "./report";
import { tallies, type Tally } from "./tally";
import { counted, languageName, longDate } from "./words";

/** Nothing is loaded, run or sent; the one stylesheet is named by its hash. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; img-src data:; base-uri 'none'; form-action 'none'`;

/** The longest <title>, in UTF-16 units: tabs and bookmarks cut what is longer. */
const TITLE_MAX = 70;

/** The annotated text as one page that needs nothing else: no script, no network, and it prints. */
export const writeHtml: TextExporter = (report) => {
  const { language, title } = report.document;
  const ui = createHtmlUi(language);
  const counts = tallies(report);
  const { headline, body } = annotatedText(report, ui);
  const tones = [...report.claims.map((claim) => claim.tone), ...report.scale.labels.map((label) => label.tone)];
  const lines = [
    "<!DOCTYPE html>",
    `<html lang="${escapeHtml(language)}" dir="${directionOf(language)}">`,
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<meta name="generator" content="${escapeHtml(BRAND.name)}">`,
    `<title>${escapeHtml(pageTitle(title))}</title>`,
    `<style>${STYLE}</style>`,
    "</head>",
    "<body>",
    `<a class="skip" href="#text"${ui.attributes}>Skip to the text</a>`,
    iconSprite(tones),
    '<div class="page">',
    header(report, headline, counts, ui),
    "<main>",
    `<article class="text" id="text">\n${body}\n</article>`,
    checks(report, ui),
    methodHtml(report, ui),
    "</main>",
    `<footer class="foot"><p>${ui.words(`${report.workspace} · made with ${BRAND.name} on ${longDate(report.exportedAt)}`)}</p></footer>`,
    "</div>",
    "</body>",
    "</html>",
  ];
  return { type: "text/html; charset=utf-8", extension: "html", body: `${lines.filter(Boolean).join("\n")}\n` };
};

function pageTitle(title: string): string {
  const plain = title.replace(/\s+/g, " ").trim() || "Fact check";
  return plain.length > TITLE_MAX
    ? `${plain
        .slice(0, TITLE_MAX - 2)
        .replace(/[\uD800-\uDBFF]$/, "")
        .trimEnd()} …`
    : plain;
}

function warning(report: Report, ui: HtmlUi): string {
  if (report.audience === "reader") return "";
  const confidential = report.confidential ? ` ${ui.words("It names confidential sources.")}` : "";
  return `<p class="warn"><strong>${ui.words("For the desk, not for publication.")}</strong>${confidential}</p>\n`;
}

function header(report: Report, headline: string, counts: readonly Tally[], ui: HtmlUi): string {
  const { claims } = report;
  return `<header class="head">
${warning(report, ui)}<p class="kicker"><b dir="auto">${escapeHtml(report.workspace)}</b> · ${ui.words("Fact check")}</p>
<h1 dir="auto">${headline}</h1>
<p class="by">${byline(report, ui)
    .map((part) => `<span>${part}</span>`)
    .join("")}</p>
<div class="sum">
${claims.length === 0 ? "" : bar(counts)}
<p class="count">${ui.words(`${counted(claims.length, "claim")} ${report.audience === "reader" ? "checked" : "in this report"}`)}</p>
${counts.length === 0 ? "" : `<ul class="chips">${counts.map((tally) => chip(tally, report, ui)).join("")}</ul>`}
</div>
<nav class="jump" aria-label="In this file"><a href="#text">${ui.words("Text")}</a> <a href="#checks">${ui.words("The checks, with sources")}</a> <a href="#method">${ui.words("Verdicts and method")}</a></nav>
</header>`;
}

function byline({ document, revision }: Report, ui: HtmlUi): string[] {
  return [
    ui.words(DOCUMENT_KIND_NAMES[document.kind]),
    document.author ? `<bdi>${escapeHtml(document.author)}</bdi>` : "",
    document.publication ? `<bdi>${escapeHtml(document.publication)}</bdi>` : "",
    document.publishedOn ? ui.words(longDate(document.publishedOn)) : "",
    ui.words(languageName(document.language)),
    ui.words(counted(revision.wordCount, "word")),
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

function checks(report: Report, ui: HtmlUi): string {
  const { claims, document } = report;
  const empty = `<p>${ui.words("No claim of this text is ready to be shown.")}</p>`;
  const list = `<p>${ui.words("Every claim in the order of the text, with its verdict, the reasons and the sources.")}</p>
<ol class="notes">
${claims.map((claim) => noteHtml(claim, document.language, ui)).join("\n")}
</ol>`;
  return `<section class="checks" id="checks" aria-labelledby="checks-title">
<h2 class="part" id="checks-title">${ui.words("The checks")}</h2>
${claims.length === 0 ? empty : list}
</section>`;
}
