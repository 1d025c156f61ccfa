import { BRAND } from "@/lib/domain/brand";
import { escapeHtml } from "./html-escape";
import { policyLinks } from "./html-method";
import type { HtmlUi } from "./html-ui";
import type { Report } from "./report";
import { longDate } from "./words";

/** Where the lists stand that a page leads to. */
export interface PublicPlace {
  /** The address of the installation, without a trailing slash. */
  baseUrl: string;
  /** Whose lists they are; null for those of everything that is published there. */
  workspaceId: string | null;
}

/** The address of a list of what is published, such as "/p/feed.xml". */
export function listAddress({ baseUrl, workspaceId }: PublicPlace, path: string): string {
  return `${baseUrl}${path}${workspaceId === null ? "" : `?workspace=${encodeURIComponent(workspaceId)}`}`;
}

/** What a published page knows of itself beside its report. */
export interface PublicContext extends PublicPlace {
  /** The page's address, without a trailing slash. */
  url: string;
  /** The publication that is shown, the latest one, and all of them, the latest first. */
  shown: number;
  publications: readonly { number: number; at: string }[];
  unlisted: boolean;
}

/** Lines for the head: the address that counts, what other sites show of the page, feeds, and the address that embeds it. */
export function publicHead(
  { url, shown, publications, unlisted, ...place }: PublicContext,
  { title, description, path, kind, site }: { title: string; description: string; path: string; kind: "article" | "website"; site: string },
): string[] {
  const address = `${url}${path}`;
  const alternate = (type: string, href: string, name: string) =>
    `<link rel="alternate" type="${type}" href="${escapeHtml(href)}" title="${escapeHtml(name)}">`;
  const meta = (name: string, content: string) => `<meta property="${name}" content="${escapeHtml(content)}">`;
  const old = shown !== (publications[0]?.number ?? shown);
  return [
    `<meta name="description" content="${escapeHtml(description)}">`,
    unlisted || old ? '<meta name="robots" content="noindex">' : "",
    `<link rel="canonical" href="${escapeHtml(address)}">`,
    meta("og:type", kind),
    meta("og:title", title),
    meta("og:description", description),
    meta("og:url", address),
    meta("og:site_name", site),
    meta("og:image", `${address}/opengraph-image`),
    meta("og:image:width", "1200"),
    meta("og:image:height", "630"),
    '<meta name="twitter:card" content="summary_large_image">',
    alternate("application/json+oembed", `${place.baseUrl}/p/oembed?url=${encodeURIComponent(address)}`, title),
    alternate("application/atom+xml", listAddress(place, "/p/feed.xml"), site),
    alternate("application/feed+json", listAddress(place, "/p/feed.json"), site),
    alternate("application/ld+json", listAddress(place, "/p/claimreview.json"), `${site}: ClaimReview`),
  ].filter(Boolean);
}

/** The last lines of a published page: where to report an error, what else is published, who made it. `report` is the way to the form. */
export function publicFoot({ publisher, workspace }: Pick<Report, "publisher" | "workspace">, place: PublicPlace, form: string | null, ui: HtmlUi): string {
  const links: [string | null, string][] = [
    [form, "Report an error"],
    [listAddress(place, "/p"), "All checks"],
    [listAddress(place, "/p/corrections"), "All corrections"],
    [listAddress(place, "/p/feed.xml"), "Feed"],
    ...policyLinks(publisher),
  ];
  const items = links.flatMap(([href, words]) => (href === null ? [] : [`<a href="${escapeHtml(href)}">${ui.words(words)}</a>`]));
  return `<nav class="jump" aria-label="${escapeHtml(`More from ${workspace}`)}">${items.join(" ")}</nav>`;
}

/** Says which publication is shown, when it is not the latest, and that it was corrected. */
export function versionNotice({ url, shown, publications }: PublicContext, path: string, ui: HtmlUi): string {
  const latest = publications[0];
  if (!latest || shown === latest.number) return "";
  const own = publications.find(({ number }) => number === shown);
  return `<p class="warn"><strong>${ui.words(`This is version ${shown}${own ? `, of ${longDate(own.at)}` : ""}.`)}</strong> <a href="${escapeHtml(`${url}${path}`)}">${ui.words(`To version ${latest.number}, the latest`)}</a></p>\n`;
}

/** The list of publications, where there is more than one. */
export function versionList({ url, shown, publications }: PublicContext, ui: HtmlUi): string {
  if (publications.length < 2) return "";
  const items = publications.map(({ number, at }) => {
    const words = ui.words(`Version ${number}, ${longDate(at)}`);
    if (number === shown) return `<li aria-current="true">${words}</li>`;
    return `<li><a href="${escapeHtml(number === publications[0]?.number ? url : `${url}?version=${number}`)}">${words}</a></li>`;
  });
  return `<details class="versions"><summary>${ui.words(`${publications.length} versions`)}</summary><ul>${items.join("")}</ul></details>`;
}

/** The footer's own line. */
export function madeWith(workspace: string, ui: HtmlUi): string {
  return `<p>${ui.words(workspace === BRAND.name ? `Made with ${BRAND.name}` : `${workspace} · made with ${BRAND.name}`)}</p>`;
}
