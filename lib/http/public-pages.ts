import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { claimReview } from "@/lib/exporters/claim-review";
import { publicArticle } from "@/lib/exporters/public-article";
import { publicClaim } from "@/lib/exporters/public-claim";
import { publicEmbed } from "@/lib/exporters/public-embed";
import { EMPTY_ERROR_FORM, publicErrorForm } from "@/lib/exporters/public-error-form";
import type { PublicContext } from "@/lib/exporters/public-frame";
import { publicNothing } from "@/lib/exporters/public-lists";
import { shareCard } from "@/lib/exporters/share-card";
import { shareImageInWorker } from "@/lib/exporters/share-image-pool";
import type { Report } from "@/lib/exporters/report";
import type { ReportClaim } from "@/lib/exporters/report-claim";
import { publicSite } from "@/lib/queries/public-items";
import { publicPageFor, publicReport, type PublicPage } from "@/lib/queries/public-page";
import { pageUrl } from "@/lib/queries/page-url";
import { htmlAnswer, type PublicAnswer, type PublicRead, type PublicRequest } from "./public-route";

/** Everything that one published page's address can show is made from this. */
interface Shown {
  page: PublicPage;
  report: Report;
  context: PublicContext;
}

/** Reads what belongs to the page that the address names, and makes the answer of it; says so when there is no such page, or none any more. */
export async function ofPage(request: PublicRequest, make: (shown: Shown) => PublicAnswer | null | Promise<PublicAnswer | null>): Promise<PublicRead> {
  const prisma = await db();
  const page = await publicPageFor(prisma, request.param("slug"));
  if (!page) return missing(404);
  if (page.revoked) return missing(410);
  const version = request.query.get("version");
  const number = version === null ? page.latest : /^\d{1,6}$/.test(version) ? Number(version) : 0;
  return {
    state: page.state,
    make: async () => {
      const report = await publicReport(prisma, page, number);
      const publications = await prisma.publication.findMany({
        where: { pageId: page.id },
        select: { number: true, publishedAt: true },
        orderBy: { number: "desc" },
      });
      const context: PublicContext = {
        baseUrl: env.APP_URL,
        workspaceId: page.workspaceId,
        url: pageUrl(page.slug),
        shown: number,
        publications: publications.map((each) => ({ number: each.number, at: each.publishedAt.toISOString() })),
        unlisted: page.visibility === "unlisted",
      };
      return (report && (await make({ page, report, context }))) ?? (await missing(404)).make();
    },
  };
}

/** The answer for what is not there: never was (404), or was taken back (410). */
export async function missing(status: 404 | 410): Promise<PublicRead> {
  const { name } = await publicSite(await db());
  const page =
    status === 404
      ? publicNothing(
          "There is nothing here",
          "The address may be mistyped. Everything that is published stands in the list of all checks.",
          { baseUrl: env.APP_URL, workspaceId: null },
          name,
        )
      : publicNothing("This page was taken back", "The desk does not publish it any more.", { baseUrl: env.APP_URL, workspaceId: null }, name);
  return { state: null, make: () => htmlAnswer(page, { status }) };
}

/** The claim that the address names by its number; null when the page does not show it. */
export function claimOf(report: Report, number: string): ReportClaim | null {
  return report.claims.find(({ deskNumber }) => String(deskNumber) === number) ?? null;
}

/** The annotated text. */
export const articlePage = (request: PublicRequest) => ofPage(request, ({ report, context }) => htmlAnswer(publicArticle(report, context)));

/** One claim's own page. */
export const claimPage = (request: PublicRequest) =>
  ofPage(request, ({ report, context }) => {
    const claim = claimOf(report, request.param("number"));
    return claim && htmlAnswer(publicClaim(report, claim, context, claimReview(report, claim)));
  });

/** The text's card for other sites. */
export const articleEmbed = (request: PublicRequest) =>
  ofPage(request, ({ report, context }) => htmlAnswer(publicEmbed(report, null, context.url), { framed: true }));

/** A claim's card for other sites. */
export const claimEmbed = (request: PublicRequest) =>
  ofPage(request, ({ report, context }) => {
    const claim = claimOf(report, request.param("number"));
    return claim && htmlAnswer(publicEmbed(report, claim, context.url), { framed: true });
  });

/** The form that reports an error; after it was sent, the thanks. */
export const errorForm = (request: PublicRequest) =>
  ofPage(request, ({ report, context }) => {
    const number = request.query.get("claim");
    const claim = number === null ? null : claimOf(report, number);
    if (number !== null && !claim) return null;
    const state = { ...EMPTY_ERROR_FORM, received: request.query.get("sent") === "1" };
    return htmlAnswer(publicErrorForm(report, claim, context.url, context, state));
  });

const image = async (report: Report, claim: ReportClaim | null): Promise<PublicAnswer> => ({
  type: "image/png",
  body: await shareImageInWorker(shareCard(report, claim)),
});

/** The text's picture for link previews. */
export const articleImage = (request: PublicRequest) => ofPage(request, ({ report }) => image(report, null));

/** A claim's picture for link previews. */
export const claimImage = (request: PublicRequest) =>
  ofPage(request, ({ report }) => {
    const claim = claimOf(report, request.param("number"));
    return claim && image(report, claim);
  });
