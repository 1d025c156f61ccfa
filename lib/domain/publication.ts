import { CLAIM_STATES, isDecided, type ClaimState } from "./claim";

/** Who finds a published page: everybody, or whoever has its address. */
export const VISIBILITIES = ["public", "unlisted"] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** How much of the text under check is published with the checks: all of it, the paragraphs around the claims, or the quotes alone. */
export const TEXT_EXTENTS = ["full", "around", "quotes"] as const;
export type TextExtent = (typeof TEXT_EXTENTS)[number];

/** The longest name of a page in its address, in characters. */
export const SLUG_MAX = 80;
/** Other addresses stand where these names would. */
const TAKEN = new Set(["corrections", "feed", "claimreview", "oembed", "transparency"]);

/** True for what may name a page in its address: small Latin letters and digits, with single hyphens between. */
export function isSlug(value: string): boolean {
  return value.length <= SLUG_MAX && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value) && !TAKEN.has(value);
}

/** A name for the page of a document with this title: its Latin letters and digits, cut between words; "text" where there are none. */
export function slugOf(title: string): string {
  const words = title
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  let slug = "";
  for (const word of words ?? []) {
    const longer = slug === "" ? word : `${slug}-${word}`;
    if (longer.length > SLUG_MAX - 4) break;
    slug = longer;
  }
  return slug === "" || TAKEN.has(slug) ? "text" : slug;
}

/** What published pages say of who publishes them, beside the name. */
export interface PublisherSettings {
  homepage: string | null;
  /** "#rrggbb". */
  accent: string | null;
  /** A data: address. */
  logo: string | null;
  correctionsPolicy: string | null;
  verificationPolicy: string | null;
  publishingPrinciples: string | null;
  /** Who owns and funds the publisher, where that stands at an address of its own. */
  fundingInfo: string | null;
}

/** How a new published page begins. */
export interface PageDefaults {
  visibility: Visibility;
  extent: TextExtent;
}

/** True once readers may learn what became of the claim. Of one that is voided they learn that its check no longer holds, and no verdict. */
export function isShownToReaders(state: ClaimState): boolean {
  return isDecided(state) || state === "voided";
}

/** The states of the claims that a file holds unless others are asked for: what is decided, and what a reader of the page is told was voided. */
export const REPORTED_STATES: readonly ClaimState[] = CLAIM_STATES.filter(isShownToReaders);

/** True once the claim stands on a published page, where only a correction changes it. */
export function isPublished(state: ClaimState): boolean {
  return state === "published" || state === "corrected" || state === "voided";
}
