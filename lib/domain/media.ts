/** What a claim can be about, beside words. */
export const MEDIA_KINDS = ["image", "video", "audio"] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];

export const MEDIA_KIND_NAMES: Record<MediaKind, string> = { image: "An image", video: "A video", audio: "A sound recording" };

/** What was found of an image or a recording: the categories of schema.org's MediaManipulationRatingEnumeration. */
export const MEDIA_AUTHENTICITY = ["original", "missing_context", "edited", "transformed", "staged", "satire"] as const;
export type MediaAuthenticity = (typeof MEDIA_AUTHENTICITY)[number];

export const MEDIA_AUTHENTICITY_NAMES: Record<MediaAuthenticity, string> = {
  original: "Original",
  missing_context: "Missing context",
  edited: "Edited or cropped",
  transformed: "Transformed",
  staged: "Staged",
  satire: "Satire or parody",
};

/** When each is right. */
export const MEDIA_AUTHENTICITY_MEANINGS: Record<MediaAuthenticity, string> = {
  original: "It shows what it is said to show, and nothing was done to it.",
  missing_context: "It is unaltered, and shown as something else than it is: another time, place or event.",
  edited: "Parts were cut out, put together or arranged anew, so that it tells another story.",
  transformed: "What is to be seen or heard was changed or made up, by hand or by a machine.",
  staged: "It was made by people who acted, and is shown as if it had happened.",
  satire: "It was made as a joke or a parody, and is taken for real.",
};

/** The longest account of where the original comes from, in UTF-16 units. */
export const MEDIA_CONTEXT_MAX = 1000;

/** What a ruling says of an image or a recording; addresses are empty or http(s). */
export type MediaFinding = { mediaAuthenticity: MediaAuthenticity | null; mediaContext: string; mediaOriginalUrl: string };

/** The finding alone, of whatever holds it. */
export function mediaFinding({ mediaAuthenticity, mediaContext, mediaOriginalUrl }: MediaFinding): MediaFinding {
  return { mediaAuthenticity, mediaContext, mediaOriginalUrl };
}

/** Before anything was found, and of claims about words alone. */
export const NOTHING_FOUND: MediaFinding = { mediaAuthenticity: null, mediaContext: "", mediaOriginalUrl: "" };

/** What a claim is about beside words, and what was found: "About a video: missing context. Filmed in 2014." */
export function mediaSentence({ kind, authenticity, context }: { kind: MediaKind; authenticity: MediaAuthenticity | null; context: string }): string {
  const found = authenticity === null ? "" : `: ${MEDIA_AUTHENTICITY_NAMES[authenticity].toLowerCase()}`;
  return [`About ${MEDIA_KIND_NAMES[kind].toLowerCase()}${found}.`, context].filter(Boolean).join(" ");
}

/** Where the image or recording is to be seen, and its original, as far as they are known. */
export function mediaLinks({ url, originalUrl }: { url: string | null; originalUrl: string | null }): { name: string; url: string }[] {
  const links = [
    { name: "Where it is to be seen", url },
    { name: "The original", url: originalUrl },
  ];
  return links.flatMap(({ name, url: address }) => (address ? [{ name, url: address }] : []));
}
