import { escapeHtml } from "./html-escape";
import type { HtmlUi } from "./html-ui";
import type { Report } from "./report";
import { usedSources, type UsedSource } from "./used-sources";
import { archiveName, longDate } from "./words";

/** Every source of the report once, with its archived copies and the claims that rest on it; empty when there is none. */
export function sourcesHtml(report: Report, ui: HtmlUi): string {
  const used = usedSources(report);
  if (used.length === 0) return "";
  return `<section class="method" id="sources" aria-labelledby="sources-title">
<h2 class="part" id="sources-title">${ui.words("Sources")}</h2>
<ul class="works">${used.map((each) => sourceHtml(each, ui)).join("\n")}</ul>
</section>`;
}

function sourceHtml({ source, archives, claims }: UsedSource, ui: HtmlUi): string {
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
