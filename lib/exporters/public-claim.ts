import { cutText } from "./cut-text";
import { escapeHtml } from "./html-escape";
import { iconSprite } from "./html-icons";
import { badges, claimAddress, reasonsHtml, said } from "./html-notes";
import { htmlPage, publisherLine, type HtmlPage } from "./html-shell";
import { createHtmlUi } from "./html-ui";
import { madeWith, publicFoot, publicHead, versionNotice, type PublicContext } from "./public-frame";
import type { Report } from "./report";
import type { ReportClaim } from "./report-claim";
import { longDate, verdictName } from "./words";

/** One claim's own page, with its ClaimReview embedded when there is one; `record` is what JSON.stringify takes. */
export function publicClaim(report: Report, claim: ReportClaim, context: PublicContext, record: unknown): HtmlPage {
  const { document, publication } = report;
  const ui = createHtmlUi(document.language);
  const path = `/claims/${claim.deskNumber}`;
  const title = `${verdictName(claim)}: ${claim.statement}`;
  const description = claim.ruling?.summary ?? claim.statement;
  const back = `<span class="back"${ui.attributes}><a href="${escapeHtml(`${context.url}#note-${claim.number}`)}">In the text</a></span>`;
  const since = publication?.claims[claim.id];
  const body = [
    iconSprite([claim.tone, "true", "false", "off"]),
    '<div class="page">',
    '<header class="head">',
    publisherLine(report, ui),
    versionNotice(context, path, ui),
    `<div class="lead t-${claim.tone}">${badges(claim, ui)}</div>`,
    `<h1 dir="auto">${escapeHtml(claim.statement)}</h1>`,
    said(claim, document.language, ui, claim.fragments.length === 0 ? "" : back),
    `<p class="by"><span><a href="${escapeHtml(context.url)}"><bdi>${escapeHtml(document.title)}</bdi></a></span>${since ? `<span>${ui.words(`checked ${longDate(since)}`)}</span>` : ""}</p>`,
    "</header>",
    `<main class="body note t-${claim.tone}" id="check">`,
    `<h2 class="vh">${ui.words("The check")}</h2>`,
    reasonsHtml(claim, report, ui).replaceAll("<h4>", "<h3>").replaceAll("</h4>", "</h3>"),
    claim.state === "voided" ? `<p class="warn">${ui.words("This check was withdrawn: it no longer holds.")}</p>` : "",
    "</main>",
    `<aside class="body share"><details><summary>${ui.words("Show this check on another page")}</summary><pre><code>${escapeHtml(embedCode(claimAddress({ url: context.url }, claim), claim.statement))}</code></pre></details></aside>`,
    `<footer class="foot">${madeWith(report.workspace, ui)}${publicFoot(report, context, `${context.url}/report?claim=${claim.deskNumber}`, ui)}</footer>`,
    "</div>",
    record === null ? "" : `<script type="application/ld+json">${JSON.stringify(record).replaceAll("<", "\\u003c")}</script>`,
  ];
  const head = publicHead(context, { title, description, path, kind: "article", site: report.workspace });
  return htmlPage(
    { title, language: document.language, accent: report.publisher.accent, head, body: body.filter(Boolean).join("\n"), script: null, main: "check" },
    ui,
  );
}

/** The longest title of a frame, in UTF-16 units: what a screen reader says before the card. */
const FRAME_TITLE_MAX = 120;

/** The HTML that shows a check as a card inside another page. */
export function embedCode(address: string, title: string): string {
  return `<iframe src="${escapeHtml(address)}/embed" title="${escapeHtml(cutText(title, FRAME_TITLE_MAX))}" width="600" height="260" loading="lazy" style="border:0;max-width:100%"></iframe>`;
}
