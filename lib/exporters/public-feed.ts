import { Feed } from "feed";
import { BRAND } from "@/lib/domain/brand";
import { CORRECTION_NAMES } from "@/lib/domain/correction";
import { escapeHtml } from "./html-escape";
import { summary } from "./public-article";
import { listAddress, type PublicPlace } from "./public-frame";
import type { PublicItem } from "./public-lists";

/** What is published and what was corrected since, as an Atom feed (RFC 4287) or a JSON feed (version 1 of jsonfeed.org, which readers of 1.1 take). */
export function publicFeed(
  items: readonly PublicItem[],
  form: "atom" | "json",
  { place, site }: { place: PublicPlace; site: string },
): { type: string; body: string } {
  const home = listAddress(place, "/p");
  const feed = new Feed({
    id: home,
    title: `${site}: fact checks`,
    description: "Texts that were checked, claim by claim, and what was corrected since.",
    link: home,
    copyright: site,
    generator: BRAND.name,
    updated: new Date(items[0]?.report.publication?.publishedAt ?? 0),
    feedLinks: { atom: listAddress(place, "/p/feed.xml"), json: listAddress(place, "/p/feed.json") },
    author: { name: site, link: home },
  });
  // An Atom title is HTML here. Escaped, it also has no "]]>", of which the library mends only the first.
  const words = (text: string) => (form === "atom" ? escapeHtml(text) : text);
  for (const { url, report } of items) {
    const { publication, corrections, document } = report;
    if (!publication) continue;
    // What was said of several claims at once is said once.
    const changes = [...new Set(corrections.map(({ kind, what }) => `<li><b>${CORRECTION_NAMES[kind]}:</b> ${escapeHtml(what)}</li>`))];
    const claims = report.claims.map(
      (claim) =>
        `<li><a href="${escapeHtml(`${url}/claims/${claim.deskNumber}`)}">${escapeHtml(claim.statement)}</a> – ${escapeHtml(claim.verdict?.name ?? "")}</li>`,
    );
    feed.addItem({
      id: url,
      title: words(document.title),
      link: url,
      date: new Date(publication.publishedAt),
      published: new Date(publication.firstPublishedAt),
      description: words(summary(report)),
      content: `<p>${escapeHtml(summary(report))}</p>${changes.length === 0 ? "" : `<p>Corrections</p><ul>${changes.join("")}</ul>`}<ol>${claims.join("")}</ol>`,
      author: [{ name: report.workspace }],
    });
  }
  return form === "atom"
    ? { type: "application/atom+xml; charset=utf-8", body: feed.atom1() }
    : { type: "application/feed+json; charset=utf-8", body: feed.json1() };
}
