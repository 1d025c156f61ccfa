import { BRAND } from "@/lib/domain/brand";
import { escapeHtml } from "./html-escape";
import { icon, iconSprite } from "./html-icons";
import { badges, claimAddress } from "./html-notes";
import { htmlPage, type HtmlPage } from "./html-shell";
import { createHtmlUi } from "./html-ui";
import { summary } from "./public-article";
import type { Report } from "./report";
import type { ReportClaim } from "./report-claim";
import { tallies } from "./tally";
import { shortQuote } from "./words";

/** A card for other pages: one claim with its verdict, or the whole text with the count of its verdicts. Links open outside of the card. */
export function publicEmbed(report: Report, claim: ReportClaim | null, url: string): HtmlPage {
  const { document, workspace } = report;
  const ui = createHtmlUi(document.language);
  const content = claim
    ? [
        `<div class="lead">${badges(claim, ui)}</div>`,
        `<h1 dir="auto"><a href="${escapeHtml(claimAddress({ url }, claim))}" target="_blank" rel="noopener">${escapeHtml(claim.statement)}</a></h1>`,
        `<p class="ruling" dir="auto">${escapeHtml(claim.ruling?.summary ?? "")}</p>`,
        `<p class="said"><q lang="${escapeHtml(document.language)}" dir="auto">${escapeHtml(shortQuote(claim.fragments))}</q>${claim.speaker === "" ? "" : ` <span><bdi>${escapeHtml(claim.speaker)}</bdi></span>`}</p>`,
      ]
    : [
        `<h1 dir="auto"><a href="${escapeHtml(url)}" target="_blank" rel="noopener">${escapeHtml(document.title)}</a></h1>`,
        `<p class="count">${ui.words(summary(report))}</p>`,
        `<ul class="chips">${tallies(report)
          .map(({ name, tone, count }) => `<li>${icon(tone)}<bdi>${escapeHtml(name)}</bdi> <b>${count}</b></li>`)
          .join("")}</ul>`,
      ];
  const tones = claim ? [claim.tone] : tallies(report).map(({ tone }) => tone);
  const body = `${iconSprite(tones)}<main class="card t-${claim?.tone ?? "open"}" id="check">${content.join("\n")}<p class="kicker"><b dir="auto">${escapeHtml(workspace)}</b> · ${ui.words(`Fact check with ${BRAND.name}`)}</p></main>`;
  const title = claim?.statement ?? document.title;
  const head = ['<meta name="robots" content="noindex">'];
  return htmlPage({ title, language: document.language, accent: report.publisher.accent, head, body, script: null, main: "check" }, ui);
}
