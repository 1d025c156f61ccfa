import { db } from "@/lib/db/client";
import type { TransparencyView } from "@/lib/domain/transparency";
import { env } from "@/lib/env";
import { dataFeed } from "@/lib/exporters/data-feed";
import { claimAddress } from "@/lib/exporters/html-notes";
import { publicFeed } from "@/lib/exporters/public-feed";
import { publicCorrections, publicIndex, publicTransparencyPage } from "@/lib/exporters/public-lists";
import { summary } from "@/lib/exporters/public-article";
import { listAddress, type PublicPlace } from "@/lib/exporters/public-frame";
import { sitemapXml } from "@/lib/exporters/sitemap";
import { embedCode } from "@/lib/exporters/public-claim";
import { transparencyCsv } from "@/lib/exporters/transparency-csv";
import { NO_PUBLISHER_FACTS } from "@/lib/exporters/report-publication";
import { hasPublished, publicItems, publicSite, publicState, type PublicItem } from "@/lib/queries/public-items";
import { publicPageFor, publicReport } from "@/lib/queries/public-page";
import { publicTransparency } from "@/lib/queries/transparency";
import { pageUrl } from "@/lib/queries/page-url";
import { claimOf, missing } from "./public-pages";
import { htmlAnswer, type PublicAnswer, type PublicRead, type PublicRequest } from "./public-route";

/** The most pages in the list and in the feeds; the feed of ClaimReviews and the sitemap have all. */
const LISTED = 100;

/** What a list can be made of. */
interface Listing {
  place: PublicPlace;
  site: Awaited<ReturnType<typeof publicSite>>;
  items: (limit?: number) => Promise<PublicItem[]>;
}

/** A list of everything that is published here; with `?workspace=` and its id, of what that workspace publishes. */
async function list({ query }: PublicRequest, make: (listing: Listing) => Promise<PublicAnswer>): Promise<PublicRead> {
  const prisma = await db();
  const workspaceId = query.get("workspace");
  if (workspaceId !== null && !(await hasPublished(prisma, workspaceId))) return missing(404);
  return {
    state: await publicState(prisma, workspaceId),
    make: async () =>
      make({
        place: { baseUrl: env.APP_URL, workspaceId },
        site: await publicSite(prisma, workspaceId),
        items: (limit) => publicItems(limit, workspaceId),
      }),
  };
}

/** Everything that is published. */
export const indexPage = (request: PublicRequest) =>
  list(request, async ({ items, place, site }) => htmlAnswer(publicIndex(await items(LISTED), place, site.name)));

/** Everything that was corrected. */
export const correctionsPage = (request: PublicRequest) =>
  list(request, async ({ items, place, site }) => {
    const all = (await items()).flatMap((item) => item.report.corrections.map((correction) => ({ item, correction })));
    all.sort((a, b) => b.correction.at.localeCompare(a.correction.at, "en"));
    return htmlAnswer(publicCorrections(all, place, site.name));
  });

/** How this site is moderated, where it lets everybody read that. */
export const transparencyPage = () =>
  counted(async (view) => htmlAnswer(publicTransparencyPage(view, { baseUrl: env.APP_URL, workspaceId: null }, (await publicSite(await db())).name)));
export const transparencyFile = () => counted((view) => Promise.resolve({ type: "text/csv; charset=utf-8", body: transparencyCsv(view) }));

async function counted(make: (view: TransparencyView) => Promise<PublicAnswer>): Promise<PublicRead> {
  const view = await publicTransparency();
  // It changes with each decision.
  return view ? { state: null, make: () => make(view) } : missing(404);
}

const feed = (form: "atom" | "json") => (request: PublicRequest) =>
  list(request, async ({ items, place, site }) => publicFeed(await items(LISTED), form, { place, site: site.name }));

/** What is published and corrected, for feed readers. */
export const atomFeed = feed("atom");
export const jsonFeed = feed("json");

/** Every ClaimReview, for fact-check explorers. */
export const claimReviewFeed = (request: PublicRequest) =>
  list(request, async ({ items, place, site: { name, publisher } }) => {
    const reports = (await items()).map(({ report }) => report);
    const record = dataFeed(reports, { workspace: name, publisher: publisher ?? NO_PUBLISHER_FACTS, url: listAddress(place, "/p/claimreview.json") });
    return { type: "application/ld+json; charset=utf-8", body: `${JSON.stringify(record, null, 1)}\n` };
  });

/** The addresses of all public pages and their claims, for search engines. */
export async function sitemap({ query }: PublicRequest): Promise<PublicRead> {
  return {
    state: await publicState(await db()),
    make: async () => {
      const entries = (await publicItems()).flatMap(({ url, report }) => {
        const at = report.publication?.publishedAt ?? report.exportedAt;
        return [url, ...report.claims.map((claim) => claimAddress({ url }, claim))].map((address) => ({ address, at }));
      });
      const body = sitemapXml(entries, query.get("part"), `${env.APP_URL}/sitemap.xml`);
      return body === null ? (await missing(404)).make() : { type: "application/xml; charset=utf-8", body };
    },
  };
}

/** Where search engines may look: at what is published, and nowhere else. */
export const robots = (): Promise<PublicRead> =>
  Promise.resolve({
    state: "1",
    make: () => ({
      type: "text/plain; charset=utf-8",
      body: `User-agent: *\nAllow: /p$\nAllow: /p?\nAllow: /p/\nDisallow: /\nSitemap: ${env.APP_URL}/sitemap.xml\n`,
    }),
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
      const [width, height] = [atMost(query.get("maxwidth"), 600), atMost(query.get("maxheight"), 260)];
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

/** The card's own size, or less where less is asked for; what is no size asks for nothing. */
function atMost(asked: string | null, own: number): number {
  return asked !== null && /^[1-9]\d{0,8}$/.test(asked) ? Math.min(Number(asked), own) : own;
}
