import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { CLAIM_STATES } from "@/lib/domain/claim";
import { DOCUMENT_KINDS } from "@/lib/domain/document";
import { MEDIA_AUTHENTICITY, MEDIA_KINDS, NOTHING_FOUND } from "@/lib/domain/media";
import { claimReview } from "./claim-review";
import { dataFeed, writeClaimReview } from "./data-feed";
import { safeJson } from "./json";
import { buildReport, type Report } from "./report";
import { correctionOf, published, publishedReport, samplePublisher } from "./sample-publication";
import { anchorOf, claimOf, evidenceOf, rulingOf, sampleLabels, sampleSource, sourceOf, textOf } from "./sample-source";
import { faultsOf } from "./schemas/valid";

// Properties take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const revision = textOf([["paragraph", "The talks fell apart a decade ago. They met, again, in a well-known port; the talks fell apart & nobody said why."]]);
const at = (quote: string) => anchorOf(revision.text, quote);
const reviewsOf = (report: Report) => report.claims.map((claim) => claimReview(report, claim));
const ruled = {
  ...NOTHING_FOUND,
  labelId: "label-2",
  summary: "It is another port.",
  justification: "",
  editor: { id: "user-9", name: "Edda" },
  updatedAt: "2026-11-21T09:00:00.000Z",
};
const only = (report: Report) => {
  const [review] = reviewsOf(report);
  if (!review) throw new Error("No ClaimReview was made.");
  return review;
};

describe("claimReview", () => {
  it("holds the whole record by the rules", () => {
    const claim = claimOf(7, [at("fell apart a decade ago"), at("nobody said why")], {
      statement: "The six-party talks collapsed ten years before April 2019, when the northern delegation walked out of them for good.",
      speaker: "The Author",
      saidOn: "2019-04-24",
      ruling: rulingOf("label-2", "They did, nine years and a half before."),
      evidence: [evidenceOf({ archiveUrl: "https://archive.example/1" }), evidenceOf({ archiveUrl: "https://archive.example/1" })],
    });
    expect(only(publishedReport(sourceOf(revision, [claim]), [correctionOf("claim-7"), correctionOf(null)]))).toEqual({
      "@context": "https://schema.org",
      "@type": "ClaimReview",
      url: "https://desk.example/p/two-leaders/claims/7",
      claimReviewed: "The six-party talks collapsed ten years before April 2019, when the…",
      datePublished: "2026-11-22T10:00:00.000Z",
      dateModified: "2026-11-23T12:00:00.000Z",
      author: {
        "@type": "Organization",
        name: "Foreign desk",
        url: "https://desk.example/about",
        correctionsPolicy: "https://desk.example/corrections",
        verificationFactCheckingPolicy: "https://desk.example/method",
        publishingPrinciples: "https://desk.example/principles",
        ownershipFundingInfo: "https://desk.example/funding",
      },
      reviewRating: {
        "@type": "Rating",
        alternateName: "Mostly true",
        ratingValue: 4,
        bestRating: 5,
        worstRating: 1,
        ratingExplanation: "They did, nine years and a half before.",
      },
      itemReviewed: {
        "@type": "Claim",
        text: "fell apart a decade ago … nobody said why",
        author: { "@type": "Person", name: "The Author" },
        datePublished: "2019-04-24",
        appearance: {
          "@type": "CreativeWork",
          url: "https://example.org/two-leaders#:~:text=fell%20apart%20a%20decade%20ago&text=nobody%20said%20why",
          headline: "Two leaders, one dinner and an old format",
          author: { "@type": "Person", name: "M. Writer" },
          publisher: { "@type": "Organization", name: "The Daily Example" },
          datePublished: "2019-04-25",
          inLanguage: "en",
        },
      },
      citation: [
        {
          "@type": "CreativeWork",
          name: "Statement of the delegation",
          url: "https://example.org/statement",
          publisher: { "@type": "Organization", name: "Ministry of Foreign Affairs" },
          datePublished: "2009-04-14",
          archivedAt: "https://archive.example/1",
        },
      ],
      correction: [
        {
          "@type": "CorrectionComment",
          name: "Correction",
          text: "The year was wrong.\n\nA reader sent the record.",
          datePublished: "2026-11-23T12:00:00.000Z",
          author: { "@type": "Person", name: "Edda Editor" },
        },
      ],
      isPartOf: { "@type": "WebPage", url: "https://desk.example/p/two-leaders", name: "Two leaders, one dinner and an old format" },
    });
  });

  it("tells what was found of an image or a recording, and nothing of media without a finding", () => {
    const finding = { mediaAuthenticity: "missing_context" as const, mediaContext: "Filmed in 2014.", mediaOriginalUrl: "https://video.example/original" };
    const about = { mediaKind: "video" as const, mediaUrl: "https://social.example/post/1" };
    const found = only(publishedReport(sourceOf(revision, [claimOf(7, [at("talks")], { ...about, ruling: { ...ruled, ...finding } })])));
    expect(found).toMatchObject({
      associatedMediaReview: {
        "@type": "MediaReview",
        url: "https://desk.example/p/two-leaders/claims/7",
        author: { name: "Foreign desk" },
        mediaAuthenticityCategory: "https://schema.org/DecontextualizedContent",
        originalMediaContextDescription: "Filmed in 2014.",
        originalMediaLink: "https://video.example/original",
        itemReviewed: { mediaItemAppearance: [{ "@type": "VideoObject", contentUrl: "https://social.example/post/1" }] },
      },
    });
    expect(faultsOf("claim-review", found)).toEqual([]);
    const blank = only(publishedReport(sourceOf(revision, [claimOf(7, [at("talks")], { ...about, ruling: { ...ruled, ...finding, mediaContext: " \t" } })])));
    expect(blank["associatedMediaReview"]).not.toHaveProperty("originalMediaContextDescription");
    expect(only(publishedReport(sourceOf(revision, [claimOf(7, [at("talks")], about)])))).not.toHaveProperty("associatedMediaReview");
    expect(only(publishedReport(sourceOf(revision, [claimOf(7, [at("talks")], { ruling: { ...ruled, ...finding } })])))).not.toHaveProperty(
      "associatedMediaReview",
    );
  });

  it("gives no number to a label off the scale, nor to a scale without numbers", () => {
    const off = only(publishedReport(sourceOf(revision, [claimOf(1, [at("talks")], { ruling: rulingOf("label-6") })])));
    expect(off.reviewRating).toEqual({ "@type": "Rating", alternateName: "Unverifiable", ratingExplanation: "The record bears it out." });
    const source = sourceOf(revision, [claimOf(1, [at("talks")])]);
    const labels = sampleLabels().map((label) => ({ ...label, rating: null, outgoing: { claimReview: "Correct" } }));
    const { reviewRating } = only(publishedReport({ ...source, scale: { ...source.scale, labels } }));
    expect(reviewRating).toEqual({ "@type": "Rating", alternateName: "Correct", ratingExplanation: "The record bears it out." });
  });

  it("takes a plain conclusion as the rating's name", () => {
    const source = sourceOf(revision, [claimOf(1, [at("talks")], { ruling: rulingOf(null, "It is so, but later.") })]);
    const review = only(publishedReport({ ...source, scale: { ...source.scale, labels: [] } }));
    expect(review.reviewRating).toEqual({ "@type": "Rating", alternateName: "It is so, but later.", ratingExplanation: "It is so, but later." });
  });

  it("is not there for what is not published, not decided or voided", () => {
    const source = sourceOf(revision, [claimOf(1, [at("talks")])]);
    expect(reviewsOf(buildReport(source))).toEqual([null]);
    const desk = { audience: "desk", states: CLAIM_STATES } as const;
    expect(reviewsOf(publishedReport(sourceOf(revision, [claimOf(1, [], { state: "in_review" })]), [], desk))).toEqual([null]);
    expect(reviewsOf(publishedReport(sourceOf(revision, [claimOf(1, [], { state: "voided" })]), [], { states: CLAIM_STATES }))).toEqual([null]);
    expect(reviewsOf(publishedReport(sourceOf(revision, [claimOf(1, [], { ruling: null })]), [], desk))).toEqual([null]);
  });

  it("was decided but not published yet: there is none before it is", () => {
    const source = published(sourceOf(revision, [claimOf(1, [at("talks")])]));
    const later = { ...source, claims: [claimOf(2, [at("They met")])] };
    expect(reviewsOf(buildReport(later))).toEqual([null]);
  });

  it("never names confidential evidence, even in the desk's own report", () => {
    const claim = claimOf(1, [at("talks")], { evidence: [evidenceOf({ source: { confidential: true, title: "SECRET-TITLE" } })] });
    const review = only(publishedReport(sourceOf(revision, [claim]), [], { audience: "desk", confidential: true }));
    expect(review).not.toHaveProperty("citation");
  });

  it("says first appearance only of texts that are themselves what was said", () => {
    for (const kind of DOCUMENT_KINDS) {
      const { itemReviewed } = only(publishedReport(sourceOf(revision, [claimOf(1, [at("talks")])], { kind })));
      expect(itemReviewed).toHaveProperty(kind === "article" ? "appearance" : "firstAppearance");
    }
  });

  it("names words that occur more than once by what stands around them", () => {
    const review = only(publishedReport(sourceOf(revision, [claimOf(1, [at("talks fell apart")])])));
    expect(JSON.stringify(review)).toContain("#:~:text=The-,talks%20fell%20apart,-a%20decade%20ago.%20They");
  });

  it("takes a speaker of nothing but white space for nobody", () => {
    const feed: unknown = JSON.parse(
      writeClaimReview(publishedReport(sourceOf(revision, [claimOf(1, [at("talks")], { speaker: "\t" })], { author: " " }))).body,
    );
    expect(faultsOf("claim-review", feed)).toEqual([]);
  });

  it("follows the schema and the ranges, whatever people type", () => {
    const words = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.constantFrom("</script><script>", "x".repeat(500), "=cmd|' /C calc'!A0", "\u202Eabc", "😀".repeat(60)),
    );
    const said = words.filter((each) => each.replace(/[\s\p{C}]/gu, "") !== "");
    const claim = fc.record({
      statement: said,
      shortForm: words,
      speaker: words,
      label: fc.constantFrom(null, ...sampleLabels().map(({ id }) => id)),
      summary: words,
      media: fc.constantFrom(null, ...MEDIA_KINDS),
      authenticity: fc.constantFrom(null, ...MEDIA_AUTHENTICITY),
      title: said,
      url: fc.oneof(fc.webUrl(), fc.constant("javascript:alert(1)")),
      quote: fc.tuple(fc.nat(revision.text.length), fc.nat(revision.text.length)),
    });
    fc.assert(
      fc.property(fc.array(claim, { maxLength: 5 }), said, fc.constantFrom(...DOCUMENT_KINDS), (claims, title, kind) => {
        const made = claims.map((each, index) =>
          claimOf(index + 1, [{ ...at("talks"), start: Math.min(...each.quote), end: Math.max(...each.quote) }], {
            statement: each.statement,
            shortForm: each.shortForm,
            speaker: each.speaker,
            mediaKind: each.media,
            mediaUrl: each.url,
            ruling: {
              ...ruled,
              labelId: each.label,
              summary: each.summary,
              mediaAuthenticity: each.authenticity,
              mediaContext: each.shortForm,
              mediaOriginalUrl: each.url,
            },
            evidence: [evidenceOf({ source: { title: each.title, url: each.url, author: each.speaker } })],
          }),
        );
        const file = writeClaimReview(publishedReport(sourceOf(revision, made, { title, kind, author: title }))).body;
        expect(file).not.toContain("<");
        const feed: unknown = JSON.parse(file);
        expect(faultsOf("claim-review", feed)).toEqual([]);
        for (const [, worst, value, best] of ratings(feed)) {
          expect(worst).toBeLessThanOrEqual(value);
          expect(value).toBeLessThanOrEqual(best);
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** Worst, value and best of each rating in the feed. */
function ratings(feed: unknown): [string, number, number, number][] {
  const found = JSON.stringify(feed).matchAll(/"ratingValue":(-?\d+),"bestRating":(-?\d+),"worstRating":(-?\d+)/g);
  return [...found].map(([all, value, best, worst]) => [all, Number(worst), Number(value), Number(best)]);
}

describe("dataFeed", () => {
  const facts = { workspace: "Foreign desk", publisher: samplePublisher, url: "https://desk.example/p/claimreview.json" };

  it("has every published claim once, the last change first", () => {
    const report = publishedReport(sampleSource(), [correctionOf("claim-3")]);
    const feed = dataFeed([report, publishedReport(sourceOf(revision, [claimOf(99, [at("talks")])]))], facts);
    expect(faultsOf("claim-review", feed)).toEqual([]);
    const urls = Array.isArray(feed.dataFeedElement) ? feed.dataFeedElement.map((item) => JSON.stringify(item)) : [];
    expect(urls[0]).toContain("/claims/3");
    expect(urls).toHaveLength(report.claims.filter(({ state }) => state !== "voided").length + 1);
    expect(feed.dateModified).toBe("2026-11-23T12:00:00.000Z");
  });

  it("is valid and says why when nothing is published", () => {
    const feed: unknown = JSON.parse(writeClaimReview(buildReport(sampleSource())).body);
    expect(faultsOf("claim-review", feed)).toEqual([]);
    expect(feed).toMatchObject({ dataFeedElement: [], description: expect.stringContaining("not published") });
  });

  it("can stand inside a page", () => {
    const claim = claimOf(1, [at("talks")], { statement: "</script><img src=x>", ruling: rulingOf("label-1", "<!-- no -->") });
    expect(safeJson(only(publishedReport(sourceOf(revision, [claim]))))).not.toContain("<");
  });
});
