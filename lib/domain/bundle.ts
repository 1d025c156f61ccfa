import { z } from "zod";
import { SNAPSHOT_KINDS, type SnapshotType } from "./snapshot";

/** What a bundle's manifest says that it is. */
export const BUNDLE_FORMAT = "assay-bundle";
/** Of bundles that are made; those of the first version are read, too: they hold no snapshots and no publications. */
export const BUNDLE_VERSION = 2;
export const BUNDLE_VERSIONS = [1, BUNDLE_VERSION] as const;

/** The most bytes of snapshots in a bundle. */
export const BUNDLE_SNAPSHOT_BYTES = 40_000_000;
/** The most files of a bundle, and the most bytes of them together once unpacked. */
export const BUNDLE_MAX_FILES = 2000;
export const BUNDLE_MAX_BYTES = 200_000_000;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const BundledSnapshot = z.object({
  /** The name of the file in the bundle, which is its SHA-256. */
  file: z.string().max(300),
  sha256: Sha256,
  mediaType: z.string().max(100),
  /** How the file was called. */
  filename: z.string().max(300),
  /** "yyyy-mm-dd". */
  takenOn: z.string().max(40),
  note: z.string().max(5000),
  /** The claim's number in the workspace, the evidence's id, and the title of its source. */
  claim: z.int().min(1),
  evidenceId: z.string().max(64),
  source: z.string().max(1000),
});

/** The name in a bundle of a snapshot's file. */
export function snapshotFile({ sha256, mediaType }: { sha256: string; mediaType: SnapshotType }): string {
  return `snapshots/${sha256}.${SNAPSHOT_KINDS[mediaType].extension}`;
}

export const BundleManifest = z.object({
  format: z.literal(BUNDLE_FORMAT),
  version: z.literal(BUNDLE_VERSIONS),
  generator: z.string().max(200),
  /** ISO 8601. */
  made: z.string().max(40),
  workspace: z.string().max(500),
  document: z.object({ id: z.string().max(64), title: z.string().max(1000) }),
  audience: z.enum(["reader", "desk"]),
  /** True when the records are in it, so that it can be brought in. */
  whole: z.boolean(),
  /** What sources said when they were read: files of the bundle, once for each piece of evidence that they belong to. */
  snapshots: z.array(BundledSnapshot).max(10_000),
  /** Every file but the manifest itself, by its name. */
  files: z.record(z.string().max(300), z.object({ bytes: z.int().min(0), sha256: Sha256 })),
});
export type BundleManifest = z.output<typeof BundleManifest>;
