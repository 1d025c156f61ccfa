import { db } from "@/lib/db/client";
import type { TransparencyView } from "@/lib/domain/transparency";
import { env } from "@/lib/env";
import { dataFeed } from "@/lib/exporters/data-feed";
import { claimAddress } from "@/lib/exporters/html-notes";
import { publicFeed } from "@/lib/exporters/public-feed";
import { publicCorrections, publicIndex, publicTransparencyPage } from "@/lib/exporters/public-lists";
import { summary } from "@/lib/exporters/public-article";
import { embedCode } from "@/lib/exporters/public-claim";
import { transparencyCsv } from "@/lib/exporters/transparency-csv";
import { NO_PUBLISHER_FACTS } from "@/lib/exporters/report-publication";
import { publicItems, publicSite, publicState } from "@/lib/queries/public-items";
import { publicPageFor, publicReport } from "@/lib/queries/public-page";
import { publicTransparency } from "@/lib/queries/transparency";
import { pageUrl } from "@/lib/queries/page-url";
import { claimOf, missing } from "./public-pages";
import { htmlAnswer, type PublicAnswer, type PublicRead, type PublicRequest } from "./public-route";

/** The most pages in the list and in the feeds; the feed of ClaimReviews and the sitemap have all. */
const LISTED = 100;

async function list(make: () => Promise<PublicAnswer>): Promise<PublicRead> {
  return { state: await publicState(await db()), make };
}

/** Everything that is published. */
export const indexPage = () => list(async () => htmlAnswer(publicIndex(await publicItems(LISTED), env.APP_URL, (await publicSite(await db())).name)));

/** Everything that was corrected. */
export const correctionsPage = () =>
  list(async () => {
    const items = (await publicItems()).flatMap((item) => item.report.corrections.map((correction) => ({ item, correction })));
    items.sort((a, b) => (a.correction.at < b.correction.at ? 1 : -1));
    return htmlAnswer(publicCorrections(items, env.APP_URL, (await publicSite(await db())).name));
  });

/** How this site is moderated, where it lets everybody read that. */
export const transparencyPage = () => counted(async (view) => htmlAnswer(publicTransparencyPage(view, env.APP_URL, (await publicSite(await db())).name)));
export const transparencyFile = () => counted((view) => Promise.resolve({ type: "text/csv; charset=utf-8", body: transparencyCsv(view) }));

async function counted(make: (view: TransparencyView) => Promise<PublicAnswer>): Promise<PublicRead> {
  const view = await publicTransparency();
  // It changes with each decision.
  return view ? { state: null, make: () => make(view) } : missing(404);
}

const feed = (form: "atom" | "json") => () =>
  list(async () => publicFeed(await publicItems(LISTED), form, { baseUrl: env.APP_URL, site: (await publicSite(await db())).name }));

/** What is published and corrected, for feed readers. */
export const atomFeed = feed("atom");
export const jsonFeed = feed("json");

/** Every ClaimReview, for fact-check explorers. */
export const claimReviewFeed = () =>
  list(async () => {
    const { name, publisher } = await publicSite(await db());
    const reports = (await publicItems()).map(({ report }) => report);
    const record = dataFeed(reports, { workspace: name, publisher: publisher ?? NO_PUBLISHER_FACTS, url: `${env.APP_URL}/p/claimreview.json` });
    return { type: "application/ld+json; charset=utf-8", body: `${JSON.stringify(record, null, 1)}\n` };
  });

/** The addresses of all public pages and their claims, for search engines. https://www.sitemaps.org/protocol.html */
export const sitemap = () =>
  list(async () => {
    const urls = (await publicItems()).flatMap(({ url, report }) => {
      const at = report.publication?.publishedAt ?? report.exportedAt;
      return [url, ...report.claims.map((claim) => claimAddress({ url }, claim))].map(
        (address) => `<url><loc>${xml(address)}</loc><lastmod>${at}</lastmod></url>`,
      );
    });
    // The protocol's limit.
    const body = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
      ...urls.slice(0, 50_000),
      "</urlset>",
    ];
    return { type: "application/xml; charset=utf-8", body: `${body.join("\n")}\n` };
  });

const xml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** Where search engines may look: at what is published, and nowhere else. */
export const robots = (): Promise<PublicRead> =>
  Promise.resolve({
    state: "1",
    make: () => ({ type: "text/plain; charset=utf-8", body: `User-agent: *\nAllow: /p$\nAllow: /p/\nDisallow: /\nSitemap: ${env.APP_URL}/sitemap.xml\n` }),
  });

/** What another site shows for the address of a page or claim. https://oembed.com */
export async function oembed({ query }: PublicRequest): Promise<PublicRead> {
  const given = query.get("url") ?? "";
  const path = given.startsWith(`${env.APP_URL}/p/`) ? given.slice(env.APP_URL.length + 3).replace(/[?#].*$/, "") : "";
  const [, slug = "", number] = /^([a-z0-9-]+)(?:\/claims\/(\d+))?$/.exec(path) ?? [];
  const format = query.get("format") ?? "json";
  if (format !== "json") return { state: null, make: () => ({ status: 501, type: "text/plain; charset=utf-8", body: "Only JSON is given here.\n" }) };
  const prisma = await db();
  const page = await publicPageFor(prisma, slug);
  if (!page || page.revoked) return missing(404);
  return {
    state: page.state,
    make: async () => {
      const report = await publicReport(prisma, page);
      const claim = report && number !== undefined ? claimOf(report, number) : null;
      if (!report || (number !== undefined && !claim)) return (await missing(404)).make();
      const url = pageUrl(page.slug);
      const title = claim?.statement ?? report.document.title;
      const width = Math.min(Number(query.get("maxwidth")) || 600, 600);
      const height = Math.min(Number(query.get("maxheight")) || 260, 260);
      const html = embedCode(claim ? claimAddress({ url }, claim) : url, title).replace('width="600" height="260"', `width="${width}" height="${height}"`);
      const record = {
        ...{ version: "1.0", type: "rich", title, provider_name: report.workspace, provider_url: `${env.APP_URL}/p`, author_name: report.workspace },
        ...{
          width,
          height,
          html,
          cache_age: 3600,
          thumbnail_url: `${claim ? claimAddress({ url }, claim) : url}/opengraph-image`,
          thumbnail_width: 1200,
          thumbnail_height: 630,
        },
        description: claim?.ruling?.summary ?? summary(report),
      };
      return { type: "application/json; charset=utf-8", body: JSON.stringify(record) };
    },
  };
}
