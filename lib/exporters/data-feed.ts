import { claimReview, latest, organisation } from "./claim-review";
import type { TextExporter } from "./exported-file";
import { known, safeJson, type Json, type JsonObject } from "./json";
import type { Report } from "./report";

/** Whose feed it is, and where it stands. */
export interface FeedFacts extends Pick<Report, "workspace" | "publisher"> {
  url: string;
  /** Said of a feed that has nothing to tell. */
  note?: string;
}

/** Every ClaimReview of the reports, the latest first, as the feed that fact-check explorers read (https://schema.org/DataFeed). */
export function dataFeed(reports: readonly Report[], facts: FeedFacts): JsonObject {
  const items = reports.flatMap((report) => report.claims.flatMap((claim) => feedItem(claimReview(report, claim))));
  items.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return {
    "@context": "https://schema.org",
    "@type": "DataFeed",
    name: `Fact checks by ${facts.workspace}`,
    ...known("description", facts.note ?? null),
    url: facts.url,
    publisher: organisation(facts),
    ...known("dateModified", latest(items.map(({ at }) => at))),
    dataFeedElement: items.map(({ item }) => item),
  };
}

function feedItem(review: JsonObject | null): { at: string; item: Json }[] {
  if (!review) return [];
  const { url = null, datePublished = null, dateModified = datePublished } = review;
  const at = typeof dateModified === "string" ? dateModified : "";
  return [{ at, item: { "@type": "DataFeedItem", url, dateCreated: datePublished, dateModified, item: [review] } }];
}

/** The ClaimReviews of the document as one feed. Nothing stands in it before the document is published: a ClaimReview names its claim's public page. */
export const writeClaimReview: TextExporter = (report) => {
  const url = report.publication?.url ?? report.baseUrl;
  const note = report.publication ? {} : { note: "This document is not published, so none of its claims has a public page for a ClaimReview to name." };
  const feed = dataFeed([report], { workspace: report.workspace, publisher: report.publisher, url, ...note });
  return { type: "application/ld+json", extension: "claimreview.json", body: `${safeJson(feed, 2)}\n` };
};
