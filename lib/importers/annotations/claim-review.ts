import { decodeEntities } from "@/lib/importers/entities";
import { withoutKnownTags } from "./clean-foreign";
import { ClaimDraft } from "./draft-claim";
import { emptyClaim, quoteOf, type ForeignFault, type ForeignFile } from "./foreign-claim";
import { addressOf, isOf, isThing, listOf, nameOf, textOf, thingsOf, type Thing } from "./json";
import { quotesOfAddress } from "./selectors";

/** How deep reviews may lie in graphs, lists and feeds. */
const DEEPEST = 8;
const WITHIN = [
  "@graph",
  "claims",
  "dataFeedElement",
  "item",
  "itemListElement",
  "mainEntity",
  "mainEntityOfPage",
  "subjectOf",
  "about",
  "hasPart",
  "claimReview",
  "review",
] as const;
const MOST_CITATIONS = 60;

/**
 * schema.org ClaimReview, as tolerant as the wild demands: in lists, graphs and feeds, with ratings as text, http:// types, character references,
 * and without authors or dates. Their rating is noted, with the review as a source; it never becomes a verdict here.
 */
export function readClaimReviews(json: unknown): ForeignFile {
  const faults: ForeignFault[] = [];
  const claims = reviewsIn(json).map((review, index) => {
    const draft = new ClaimDraft(emptyClaim(`ClaimReview ${String(index + 1)}`), faults);
    const reviewed = thingsOf(review["itemReviewed"]);
    draft.statement("claimReviewed", words(review["claimReviewed"]) || words(reviewed[0]?.["name"]));
    if (draft.claim.statement === "") draft.fault("claimReviewed", "Is missing; the words that were found stand for it.");
    const appearances = reviewed.flatMap((item) => [...listOf(item["firstAppearance"]), ...listOf(item["appearance"])]);
    for (const appearance of appearances) draft.otherwise(quotesOfAddress(addressOf(appearance)));
    for (const item of reviewed) for (const key of ["text", "name", "description"]) draft.otherwise([quoteOf(words(item[key]))]);
    draft.otherwise([quoteOf(words(review["claimReviewed"]))]);
    const [item] = reviewed;
    draft.speaker("itemReviewed.author", decodeEntities(nameOf(item?.["author"])));
    draft.saidOn("itemReviewed.datePublished", textOf(item?.["datePublished"]));
    draft.verdict("reviewRating", ratingOf(review["reviewRating"]));
    for (const tag of listOf(review["keywords"]).flatMap((each) => words(each).split(","))) draft.tag("keywords", tag);
    readReview(draft, review);
    for (const citation of listOf(review["citation"]).slice(0, MOST_CITATIONS)) readCitation(draft, citation);
    return draft.claim;
  });
  return { claims, faults };
}

/** True when there is a ClaimReview in it. */
export function holdsClaimReviews(json: unknown): boolean {
  return reviewsIn(json, 1).length > 0;
}

function reviewsIn(json: unknown, most = Infinity): Thing[] {
  const found: Thing[] = [];
  const visit = (value: unknown, depth: number): void => {
    if (depth > DEEPEST) return;
    for (const thing of thingsOf(value)) {
      if (found.length >= most) return;
      const searched = searchedReviews(thing);
      if (searched.length > 0) found.push(...searched);
      else if (isOf(thing, "ClaimReview") || (thing["claimReviewed"] !== undefined && thing["reviewRating"] !== undefined)) found.push(thing);
      else for (const key of WITHIN) if (thing[key] !== undefined) visit(thing[key], depth + 1);
    }
  };
  visit(json, 0);
  return found;
}

/** The reviews of a claim as Google's Fact Check Tools API answers them, in terms of schema.org. https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/claims */
function searchedReviews(claim: Thing): Thing[] {
  return thingsOf(claim["claimReview"])
    .filter((review) => review["textualRating"] !== undefined)
    .map((review) => ({
      claimReviewed: claim["text"],
      itemReviewed: { author: claim["claimant"], datePublished: claim["claimDate"] },
      ...{ url: review["url"], headline: review["title"], datePublished: review["reviewDate"], author: review["publisher"] },
      reviewRating: { alternateName: review["textualRating"] },
    }));
}

/** The review itself is a source for the claim: what it found, and why. */
function readReview(draft: ClaimDraft, review: Thing): void {
  const publisher = decodeEntities(nameOf(review["author"]) || nameOf(review["publisher"]));
  const [rating] = thingsOf(review["reviewRating"]);
  const reasons = [words(rating?.["ratingExplanation"]), words(review["reviewBody"]), words(review["description"])].filter(Boolean);
  const { verdict, statement } = draft.claim;
  const note = [verdict === "" ? "" : `Rated “${verdict}”.`, ...reasons].filter(Boolean).join("\n\n");
  const url = addressOf(review["url"]) || addressOf(review["mainEntityOfPage"]);
  if (url === "") return draft.note("reviewRating", note, publisher);
  draft.source("url", {
    title: words(review["headline"]) || words(review["name"]) || `Fact check: ${statement || verdict}`.slice(0, 300),
    ...{ url, publisher, publishedOn: textOf(review["datePublished"]), type: "news", stance: "context", note: note.slice(0, 5000) },
  });
}

function readCitation(draft: ClaimDraft, citation: unknown): void {
  if (!isThing(citation)) return draft.source("citation", { title: words(citation), url: /^https?:/.test(textOf(citation)) ? textOf(citation) : "" });
  draft.source("citation", {
    title: words(citation["name"]) || words(citation["headline"]),
    url: addressOf(citation),
    publisher: decodeEntities(nameOf(citation["publisher"])),
    author: decodeEntities(nameOf(citation["author"])),
    publishedOn: textOf(citation["datePublished"]),
    archiveUrl: addressOf(citation["archivedAt"]),
  });
}

/** The name of the rating; the number where there is no name. */
function ratingOf(value: unknown): string {
  const [rating] = listOf(value);
  if (!isThing(rating)) return words(rating);
  const named = words(rating["alternateName"]) || words(rating["name"]);
  const [number, best] = [textOf(rating["ratingValue"]), textOf(rating["bestRating"])];
  return named || (number === "" ? "" : best === "" ? number : `${number} of ${best}`);
}

/** Character references are often written twice over, and the tags of the page left in. */
function words(value: unknown): string {
  return withoutKnownTags(decodeEntities(decodeEntities(textOf(value))));
}
