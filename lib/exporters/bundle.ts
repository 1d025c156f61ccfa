import { createHash } from "node:crypto";
import { BRAND } from "@/lib/domain/brand";
import { BUNDLE_FORMAT, BUNDLE_VERSION, snapshotFile, type BundleManifest } from "@/lib/domain/bundle";
import { bundleReadme } from "./bundle-readme";
import { votesOf } from "./bundle-votes";
import type { ExportedFile, Exporter, WriteOptions } from "./exported-file";
import type { Report } from "./report";
import { zipped } from "./zip";

/** A format that the bundle holds, too. */
export interface BundledFormat {
  key: string;
  name: string;
  write: Exporter;
}

/**
 * One zip with the report, the document in every format and, where the report is whole and for the desk, the records, the votes and the history: enough for a
 * stranger to do the check again, and for another workspace to take it over. The manifest holds the SHA-256 of every other file.
 */
export async function writeBundle(report: Report, formats: readonly BundledFormat[], options?: WriteOptions): Promise<ExportedFile<Uint8Array<ArrayBuffer>>> {
  const { records, snapshots = [], ...plain } = report;
  const files: Record<string, string | Uint8Array> = { "README.md": bundleReadme(report, formats), "report.json": json(plain) };
  for (const { key, write } of formats) {
    const { extension, body } = await write(report, options);
    files[`exports/${key}.${extension.split(".").at(-1) ?? extension}`] = body;
  }
  if (records) {
    files["records.json"] = json(records.document);
    files["votes.json"] = json(votesOf(records.document));
    files["history.json"] = json(records.history);
  }
  for (const snapshot of snapshots) files[snapshotFile(snapshot)] = snapshot.body;
  files["manifest.json"] = json(manifestOf(report, files));
  return { type: "application/zip", extension: "bundle.zip", body: zipped(files) };
}

function manifestOf(report: Report, files: Readonly<Record<string, string | Uint8Array>>): BundleManifest {
  return {
    format: BUNDLE_FORMAT,
    version: BUNDLE_VERSION,
    generator: BRAND.name,
    made: report.exportedAt,
    workspace: report.workspace,
    document: { id: report.document.id, title: report.document.title },
    audience: report.audience,
    whole: report.records !== null,
    snapshots: bundledSnapshots(report),
    files: Object.fromEntries(
      Object.entries(files)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, body]) => [name, { bytes: Buffer.byteLength(body), sha256: createHash("sha256").update(body).digest("hex") }]),
    ),
  };
}

/** Which file belongs to which evidence, in the order of the claims. */
function bundledSnapshots({ claims, snapshots = [] }: Report): BundleManifest["snapshots"] {
  return claims.flatMap(({ deskNumber, evidence }) =>
    evidence.flatMap(({ id, source }) =>
      snapshots
        .filter(({ evidenceId }) => evidenceId === id)
        .map(({ body: _, ...snapshot }) => ({ file: snapshotFile(snapshot), ...snapshot, claim: deskNumber, source: source.title })),
    ),
  );
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
