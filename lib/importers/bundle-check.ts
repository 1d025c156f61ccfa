import { createHash } from "node:crypto";
import { BUNDLE_FORMAT, BUNDLE_VERSION, BUNDLE_VERSIONS, BundleManifest } from "@/lib/domain/bundle";
import type { Archive } from "./bundle-archive";
import { parsedJson } from "./parsed-json";

export interface CheckedBundle {
  /** Null where it cannot be read. */
  manifest: BundleManifest | null;
  /** What is wrong, one sentence each; empty for a bundle that is as it was made. */
  faults: string[];
}

/** Compares every file of the archive with the manifest. */
export function checkBundle({ files, faults }: Archive): CheckedBundle {
  const bytes = files.get("manifest.json");
  if (!bytes) return { manifest: null, faults: [...faults, "manifest.json: missing. This is not a bundle."] };
  const read = parsedJson(bytes);
  const parsed = BundleManifest.safeParse(read);
  if (!parsed.success) return { manifest: null, faults: [...faults, manifestFault(read)] };
  const manifest = parsed.data;
  const listed = Object.entries(manifest.files);
  const extra = [...files.keys()].filter((name) => name !== "manifest.json" && !Object.hasOwn(manifest.files, name));
  return {
    manifest,
    faults: [
      ...faults,
      ...listed.flatMap(([name, said]) => fileFault(name, said, files.get(name)) ?? []),
      ...manifest.snapshots.flatMap((snapshot) => snapshotFault(snapshot, manifest.files[snapshot.file]) ?? []),
      ...extra.map((name) => `${name}: not in the manifest.`),
    ],
  };
}

function fileFault(name: string, said: BundleManifest["files"][string], bytes: Uint8Array | undefined): string | null {
  if (!bytes) return `${name}: missing.`;
  if (bytes.length !== said.bytes) return `${name}: ${bytes.length} bytes instead of ${said.bytes}.`;
  return createHash("sha256").update(bytes).digest("hex") === said.sha256 ? null : `${name}: its SHA-256 is not the one in the manifest.`;
}

/** Who looks for a snapshot by its hash finds it by its name. */
function snapshotFault({ file, sha256 }: BundleManifest["snapshots"][number], listed: BundleManifest["files"][string] | undefined): string | null {
  if (!listed) return `${file}: the manifest names it as a snapshot, and does not list it.`;
  return listed.sha256 === sha256 && file.startsWith(`snapshots/${sha256}.`) ? null : `${file}: its name is not its SHA-256.`;
}

function manifestFault(read: unknown): string {
  const about = typeof read === "object" && read !== null ? { ...read } : {};
  if (!("format" in about) || about.format !== BUNDLE_FORMAT) return "manifest.json: this is not the manifest of a bundle.";
  if (!("version" in about) || !BUNDLE_VERSIONS.some((version) => version === about.version))
    return `manifest.json: bundles of this version cannot be read here; only versions up to ${BUNDLE_VERSION} can.`;
  return "manifest.json: it lacks something, or holds what does not belong there.";
}
