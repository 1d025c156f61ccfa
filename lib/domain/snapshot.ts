/** The largest snapshot, in bytes, and the most that a piece of evidence has. */
export const SNAPSHOT_MAX_BYTES = 10_000_000;
export const SNAPSHOTS_MAX = 5;

/** What may be kept of a source, by its media type. */
export const SNAPSHOT_TYPES = ["application/pdf", "image/png", "image/jpeg", "image/webp", "text/html", "text/plain"] as const;
export type SnapshotType = (typeof SNAPSHOT_TYPES)[number];

/** How a kind is called on the page, and how its files end, without the dot. */
export const SNAPSHOT_KINDS: Record<SnapshotType, { name: string; extension: string }> = {
  "application/pdf": { name: "PDF", extension: "pdf" },
  "image/png": { name: "PNG image", extension: "png" },
  "image/jpeg": { name: "JPEG image", extension: "jpg" },
  "image/webp": { name: "WebP image", extension: "webp" },
  "text/html": { name: "Web page", extension: "html" },
  "text/plain": { name: "Text", extension: "txt" },
};

/** Narrows what the database says to a kind. Throws for what no snapshot is. */
export function snapshotType(mediaType: string): SnapshotType {
  const type = SNAPSHOT_TYPES.find((each) => each === mediaType);
  if (!type) throw new Error(`No snapshot is ${mediaType}.`);
  return type;
}

/** Whether a quote stands in the words of a snapshot: word for word, in other words, or not at all. */
export const QUOTE_FINDINGS = ["exact", "changed", "missing"] as const;
export type QuoteFinding = (typeof QUOTE_FINDINGS)[number];
