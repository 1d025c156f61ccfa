import { escapeHtml } from "./html-escape";
import type { HtmlUi } from "./html-ui";
import type { Report } from "./report";
import type { ReportEvidence } from "./report-claim";
import { archiveName, longDate } from "./words";

interface Used {
  evidence: ReportEvidence;
  /** Copies of it, by address. */
  archives: Map<string, ReportEvidence>;
  /** The numbers of the claims that rest on it. */
  claims: number[];
}

/** Every source of the report once, with its archived copies and the claims that rest on it; empty when there is none. */
export function sourcesHtml(report: Report, ui: HtmlUi): string {
  const used = new Map<string, Used>();
  for (const claim of report.claims)
    for (const evidence of claim.evidence) {
      const entry = used.get(evidence.source.id) ?? { evidence, archives: new Map<string, ReportEvidence>(), claims: [] };
      if (evidence.archiveUrl !== null) entry.archives.set(evidence.archiveUrl, evidence);
      if (!entry.claims.includes(claim.number)) entry.claims.push(claim.number);
      used.set(evidence.source.id, entry);
    }
  if (used.size === 0) return "";
  const sorted = [...used.values()].sort((a, b) => a.evidence.source.title.localeCompare(b.evidence.source.title, "en"));
  return `<section class="method" id="sources" aria-labelledby="sources-title">
<h2 class="part" id="sources-title">${ui.words("Sources")}</h2>
<ul class="works">${sorted.map((each) => sourceHtml(each, ui)).join("\n")}</ul>
</section>`;
}

function sourceHtml({ evidence: { source }, archives, claims }: Used, ui: HtmlUi): string {
  const title = `<bdi>${escapeHtml(source.title)}</bdi>`;
  const facts = [source.publisher, source.author].filter(Boolean).map((part) => `<bdi>${escapeHtml(part)}</bdi>`);
  if (source.publishedOn !== null) facts.push(ui.words(longDate(source.publishedOn)));
  if (source.primary) facts.push(ui.words("Primary source"));
  for (const [url, evidence] of archives)
    facts.push(`<a class="arc" href="${escapeHtml(url)}">${ui.words(archiveName(evidence))}<span class="vh"> – ${escapeHtml(source.title)}</span></a>`);
  const back = claims.map((number) => `<a href="#note-${number}">${number}</a>`).join(", ");
  facts.push(`${ui.words(claims.length === 1 ? "claim" : "claims")} ${back}`);
  return `<li><p class="src">${source.url === null ? title : `<a href="${escapeHtml(source.url)}">${title}</a>`}</p><p class="meta">${facts.map((fact) => `<span>${fact}</span>`).join("")}</p></li>`;
}
