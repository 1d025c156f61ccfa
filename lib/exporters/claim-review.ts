import { joinedQuote } from "@/lib/domain/anchor";
import { SHORT_FORM_MAX } from "@/lib/domain/claim";
import type { MediaAuthenticity, MediaKind } from "@/lib/domain/media";
import { reviewWord } from "@/lib/domain/outgoing";
import { correctionComment } from "./correction-comment";
import { cutText } from "./cut-text";
import { known, type Json, type JsonObject } from "./json";
import type { Report } from "./report";
import type { ReportClaim, ReportEvidence } from "./report-claim";
import { correctionsAbout } from "./report-publication";
import { createFragmenter, type Fragmenter } from "./text-fragment";

/** Texts that are where their words were first said, as far as a desk knows; an article tells of words that may be older. */
const FIRST_SAID: readonly Report["document"]["kind"][] = ["speech", "transcript", "post"];

/**
 * The claim's ClaimReview (https://schema.org/ClaimReview): the record that its own public page carries. Null unless the claim is published, and has a verdict or
 * a conclusion that still holds. Confidential evidence is never in it, whatever the report shows.
 */
export function claimReview(report: Report, claim: ReportClaim): JsonObject | null {
  const { publication } = report;
  if (!publication || !isPublished(report, claim)) return null;
  const rating = ratingOf(report, claim);
  if (!rating) return null;
  const changes = correctionsAbout(report, claim.id);
  return {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    url: `${publication.url}/claims/${claim.deskNumber}`,
    claimReviewed: cutText(claim.shortForm.trim() === "" ? claim.statement : claim.shortForm, SHORT_FORM_MAX),
    datePublished: publication.claims[claim.id] ?? publication.firstPublishedAt,
    ...known("dateModified", latest(changes.map(({ at }) => at))),
    author: organisation(report),
    reviewRating: rating,
    itemReviewed: itemReviewed(report, claim),
    ...known("associatedMediaReview", mediaReview(report, claim)),
    ...known("citation", citations(claim.evidence)),
    ...known("correction", changes.map(correctionComment)),
    isPartOf: { "@type": "WebPage", url: publication.url, name: report.document.title },
  };
}

/** Who publishes, with the addresses of its policies. */
export function organisation({ workspace, publisher }: Pick<Report, "workspace" | "publisher">): JsonObject {
  return {
    "@type": "Organization",
    name: workspace,
    ...known("url", publisher.homepage),
    ...known("correctionsPolicy", publisher.policies.corrections),
    ...known("verificationFactCheckingPolicy", publisher.policies.verification),
    ...known("publishingPrinciples", publisher.policies.principles),
    ...known("ownershipFundingInfo", publisher.policies.funding),
  };
}

const fragmenters = new WeakMap<Report, Fragmenter>();

/** The text of a report is read once for all of its claims. */
function fragmenterOf(report: Report): Fragmenter {
  const known = fragmenters.get(report) ?? createFragmenter(report.revision.text, report.document.language);
  fragmenters.set(report, known);
  return known;
}

function isPublished({ publication }: Report, { id, state }: ReportClaim): boolean {
  return state !== "voided" && (state === "published" || state === "corrected" || publication?.claims[id] !== undefined);
}

/** A number only for a label that has one, between those of the worst and the best of its scale. */
function ratingOf({ scale }: Report, { verdict, ruling }: ReportClaim): JsonObject | null {
  const label = scale.labels.find(({ id }) => id === verdict?.labelId);
  const name = (label ? reviewWord(label) : verdict?.name) ?? ruling?.summary.trim() ?? "";
  if (name === "") return null;
  const numbers = scale.labels.flatMap(({ rating }) => rating ?? []);
  const [worst, best] = [Math.min(...numbers), Math.max(...numbers)];
  const value = verdict?.rating ?? null;
  const ranked = value !== null && worst < best && value >= worst && value <= best;
  return {
    "@type": "Rating",
    alternateName: name,
    ...(ranked ? { ratingValue: value, bestRating: best, worstRating: worst } : {}),
    ...known("ratingExplanation", ruling?.summary.trim() ?? null),
  };
}

function itemReviewed(report: Report, claim: ReportClaim): JsonObject {
  const { document } = report;
  // Words that nobody is named for are those of whoever wrote the text.
  const speaker = claim.speaker.trim() === "" ? document.author : claim.speaker;
  const appearance: JsonObject = {
    "@type": "CreativeWork",
    ...known("url", document.url && fragmenterOf(report)(document.url, claim.fragments)),
    headline: document.title,
    ...known("author", named("Person", document.author)),
    ...known("publisher", named("Organization", document.publication)),
    ...known("datePublished", document.publishedOn),
    inLanguage: document.language,
  };
  return {
    "@type": "Claim",
    ...known("text", joinedQuote(claim.fragments)),
    ...known("author", named("Person", speaker)),
    ...known("datePublished", claim.saidOn ?? document.publishedOn),
    [FIRST_SAID.includes(document.kind) ? "firstAppearance" : "appearance"]: appearance,
  };
}

/** The categories of schema.org's MediaManipulationRatingEnumeration. */
const CATEGORIES: Record<MediaAuthenticity, string> = {
  original: "OriginalMediaContent",
  missing_context: "DecontextualizedContent",
  edited: "EditedOrCroppedContent",
  transformed: "TransformedContent",
  staged: "StagedContent",
  satire: "SatireOrParodyContent",
};

const OBJECTS: Record<MediaKind, string> = { image: "ImageObject", video: "VideoObject", audio: "AudioObject" };

/** What was found of the image or recording (https://schema.org/MediaReview); null for words alone, and while nothing was found. */
function mediaReview(report: Report, { id, media, deskNumber }: ReportClaim): JsonObject | null {
  const { publication } = report;
  if (!publication || !media?.authenticity) return null;
  return {
    "@type": "MediaReview",
    url: `${publication.url}/claims/${deskNumber}`,
    author: organisation(report),
    datePublished: publication.claims[id] ?? publication.firstPublishedAt,
    mediaAuthenticityCategory: `https://schema.org/${CATEGORIES[media.authenticity]}`,
    ...known("originalMediaContextDescription", media.context),
    ...known("originalMediaLink", media.originalUrl),
    itemReviewed: {
      "@type": "MediaReviewItem",
      mediaItemAppearance: [{ "@type": OBJECTS[media.kind], ...known("contentUrl", media.url) }],
    },
  };
}

/** One work a source and copy, however often it is used. */
function citations(evidence: readonly ReportEvidence[]): Json[] {
  const works = evidence
    .filter(({ confidential }) => !confidential)
    .map(({ source, archiveUrl }): JsonObject => ({
      "@type": "CreativeWork",
      name: source.title.trim() || (source.url ?? "Untitled"),
      ...known("url", source.url),
      ...known("author", named("Person", source.author)),
      ...known("publisher", named("Organization", source.publisher)),
      ...known("datePublished", source.publishedOn),
      ...known("archivedAt", archiveUrl),
    }));
  return [...new Map(works.map((work) => [JSON.stringify(work), work])).values()];
}

function named(type: "Person" | "Organization", name: string | null): JsonObject | null {
  const plain = name?.trim() ?? "";
  return plain === "" ? null : { "@type": type, name: plain };
}

/** The latest of the moments; null for none. */
export function latest(moments: readonly string[]): string | null {
  return moments.reduce<string | null>((last, each) => (last === null || each > last ? each : last), null);
}
