import { z } from "zod";

/** What a bundle's manifest says that it is. */
export const BUNDLE_FORMAT = "assay-bundle";
/** Bundles of another version are not read. */
export const BUNDLE_VERSION = 1;

/** The most files of a bundle, and the most bytes of them together once unpacked. */
export const BUNDLE_MAX_FILES = 200;
export const BUNDLE_MAX_BYTES = 200_000_000;

export const BundleManifest = z.object({
  format: z.literal(BUNDLE_FORMAT),
  version: z.literal(BUNDLE_VERSION),
  generator: z.string().max(200),
  /** ISO 8601. */
  made: z.string().max(40),
  workspace: z.string().max(500),
  document: z.object({ id: z.string().max(64), title: z.string().max(1000) }),
  audience: z.enum(["reader", "desk"]),
  /** True when the records are in it, so that it can be brought in. */
  whole: z.boolean(),
  /** Stored copies of sources; none yet. */
  snapshots: z.array(z.string()).max(10_000),
  /** Every file but the manifest itself, by its name. */
  files: z.record(z.string().max(300), z.object({ bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});
export type BundleManifest = z.output<typeof BundleManifest>;
