import { countText, LEAST_TOLD, measureName, medianText, type TransparencyView } from "@/lib/domain/transparency";
import { escapeHtml } from "./html-escape";
import { correctionHtml } from "./html-corrections";
import { claimAddress } from "./html-notes";
import { htmlPage, type HtmlPage } from "./html-shell";
import { createHtmlUi } from "./html-ui";
import { summary } from "./public-article";
import { madeWith, publicFoot, type PublicPlace } from "./public-frame";
import type { Report } from "./report";
import { NO_PUBLISHER_FACTS, type ReportCorrection } from "./report-publication";
import { longDate } from "./words";

/** One published page in a list. */
export interface PublicItem {
  url: string;
  report: Report;
}

const ui = createHtmlUi("en");

/** Everything that is published, the latest first. */
export function publicIndex(items: readonly PublicItem[], place: PublicPlace, site: string): HtmlPage {
  const list = items.map(({ url, report }) => {
    const at = report.publication?.publishedAt ?? report.exportedAt;
    const { document } = report;
    return `<li><h2 lang="${escapeHtml(document.language)}" dir="auto"><a href="${escapeHtml(url)}">${escapeHtml(document.title)}</a></h2><p class="meta"><span><time datetime="${escapeHtml(at)}">${longDate(at)}</time></span>${document.publication ? `<span><bdi>${escapeHtml(document.publication)}</bdi></span>` : ""}<span>${escapeHtml(summary(report))}</span></p></li>`;
  });
  const body = items.length === 0 ? "<p>Nothing is published yet.</p>" : `<ol class="list">${list.join("\n")}</ol>`;
  return page({ title: "Fact checks", site, place, lead: "Every text that was checked and published, the latest first.", body });
}

/** The public list of everything that was changed after publication, the latest first. */
export function publicCorrections(items: readonly { item: PublicItem; correction: ReportCorrection }[], place: PublicPlace, site: string): HtmlPage {
  const list = items.map(({ item: { url, report }, correction }) => {
    const claim = report.claims.find(({ id }) => id === correction.claimId);
    const page = `<a href="${escapeHtml(url)}" lang="${escapeHtml(report.document.language)}" dir="auto">${escapeHtml(report.document.title)}</a>`;
    const about = claim ? `<a href="${escapeHtml(claimAddress({ url }, claim))}" dir="auto">${escapeHtml(claim.statement)}</a> in ${page}` : page;
    return correctionHtml(correction, ui, about);
  });
  const body = items.length === 0 ? "<p>Nothing was corrected yet.</p>" : `<ul class="cor">${list.join("\n")}</ul>`;
  return page({ title: "Corrections", site, place, lead: "What was changed after publication: what, why, when, and by whom.", body });
}

/** How this site is moderated, month by month, without names. */
export function publicTransparencyPage({ months }: TransparencyView, place: PublicPlace, site: string): HtmlPage {
  const tables = months.map(({ month, counts, medianHours }) => {
    const rows = counts.map(
      ({ measure, count }) => `<tr><th scope="row">${escapeHtml(measureName(measure))}</th><td>${escapeHtml(countText(count))}</td></tr>`,
    );
    const median = medianHours === null ? "" : `<p>Half of the reports were decided within ${escapeHtml(medianText(medianHours))}.</p>`;
    return `<h2>${escapeHtml(month)}</h2><table><caption>Moderation in ${escapeHtml(month)}</caption><tbody>${rows.join("")}</tbody></table>${median}`;
  });
  const file = `<p><a href="${escapeHtml(place.baseUrl)}/p/transparency.csv">The same as CSV</a></p>`;
  const body = months.length === 0 ? "<p>Nothing was reported or decided yet.</p>" : `${tables.join("\n")}${file}`;
  return page({
    title: "Moderation in numbers",
    site,
    place,
    lead: `What was reported, what moderators decided, and how long it took. A number below ${String(LEAST_TOLD)} is not told.`,
    body,
  });
}

/** A page that says that there is nothing here, and why. */
export function publicNothing(title: string, sentence: string, place: PublicPlace, site: string): HtmlPage {
  return page({ title, site, place, lead: sentence, body: "" });
}

function page({ title, site, place, lead, body }: { title: string; site: string; place: PublicPlace; lead: string; body: string }): HtmlPage {
  const publisher = { workspace: site, publisher: NO_PUBLISHER_FACTS };
  const content = `<div class="page">
<header class="head">${publisherLineOf(site)}<h1>${escapeHtml(title)}</h1><p class="by">${escapeHtml(lead)}</p></header>
<main${body === "" ? "" : ' class="method"'} id="list">${body}</main>
<footer class="foot">${madeWith(site, ui)}${publicFoot(publisher, place, null, ui)}</footer>
</div>`;
  return htmlPage({ title: `${title} · ${site}`, language: "en", accent: null, head: [], body: content, script: null, main: "list" }, ui);
}

const publisherLineOf = (site: string) => `<p class="kicker"><b dir="auto">${escapeHtml(site)}</b> · Fact checks</p>`;
