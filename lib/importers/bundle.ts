import { createHash } from "node:crypto";
import type { z } from "zod";
import { snapshotFile, type BundleManifest } from "@/lib/domain/bundle";
import { DocumentRecords } from "@/lib/domain/document-records";
import { AppError } from "@/lib/domain/errors";
import { History, type HistoryEntry } from "@/lib/domain/history-entry";
import { SNAPSHOT_MAX_BYTES, type SnapshotType } from "@/lib/domain/snapshot";
import { readArchive, type Archive } from "./bundle-archive";
import { checkBundle } from "./bundle-check";
import { recordsFault } from "./bundle-records";
import { parsedJson } from "./parsed-json";
import { snapshotKind } from "./snapshot-text";

/** What happened to a document, oldest first. As text it comes out of the worker in a fraction of the time. */
export interface ToldHistory {
  entries: number;
  /** `HistoryEntry[]` as JSON, at most a thousand each. */
  slices: string[];
}

export interface OpenedBundle {
  manifest: BundleManifest;
  records: DocumentRecords;
  history: ToldHistory;
  /** What the records name as snapshots, by their SHA-256. */
  snapshots: Map<string, { mediaType: SnapshotType; bytes: Uint8Array }>;
}

/** The records in a bundle, once all of it is as its manifest says. It holds the thread for long: run it in a worker. Throws `invalid` or `too_large` with one sentence. */
export async function openBundle(bytes: Uint8Array): Promise<OpenedBundle> {
  const archive = await readArchive(bytes);
  const { manifest, faults } = checkBundle(archive);
  const [first, ...more] = faults;
  if (first !== undefined || !manifest)
    throw refused(`The bundle is not as it was made. ${first ?? ""}${more.length === 0 ? "" : ` And ${more.length} more.`}`);
  const bytesOfRecords = archive.files.get("records.json");
  if (!bytesOfRecords)
    throw refused(
      "This bundle holds no records: it is for reading. One that can be brought in is taken out by an editor, for the desk, with every claim, the assessments and confidential sources.",
    );
  const records = read("records", DocumentRecords, parsedJson(bytesOfRecords));
  const fault = recordsFault(records);
  if (fault) throw refused(`The records in the bundle do not fit together: ${fault}`);
  const entries = historyIn(archive);
  return { manifest, records: { ...records, people: withAuthors(records.people, entries) }, history: told(entries), snapshots: snapshotsIn(archive, records) };
}

/** Entries a slice. */
const SLICE = 1000;

function historyIn({ files }: Archive): HistoryEntry[] {
  const bytes = files.get("history.json");
  return bytes ? read("history", History, parsedJson(bytes)) : [];
}

function told(entries: readonly HistoryEntry[]): ToldHistory {
  const slices: string[] = [];
  for (let from = 0; from < entries.length; from += SLICE) slices.push(JSON.stringify(entries.slice(from, from + SLICE)));
  return { entries: entries.length, slices };
}

/** The people of the records, and those who did something and are named nowhere in them. */
function withAuthors(people: DocumentRecords["people"], entries: readonly HistoryEntry[]): DocumentRecords["people"] {
  const known = new Map(people.map((person) => [person.id, person]));
  for (const { byId, by } of entries) if (byId !== null && !known.has(byId)) known.set(byId, { id: byId, name: by });
  return [...known.values()];
}

function snapshotsIn({ files }: Archive, { claims }: DocumentRecords): OpenedBundle["snapshots"] {
  const read: OpenedBundle["snapshots"] = new Map();
  for (const { evidence, number } of claims)
    for (const snapshot of evidence.flatMap(({ snapshots }) => snapshots)) {
      if (read.has(snapshot.sha256)) continue;
      const bytes = files.get(snapshotFile(snapshot));
      if (bytes?.length !== snapshot.bytes || sha256Of(bytes) !== snapshot.sha256)
        throw refused(`The bundle lacks a snapshot of claim ${number}, or holds another.`);
      const kind = snapshotKind(bytes);
      // Pasted markup is words, not a page.
      if (kind !== snapshot.mediaType && !(kind === "text/html" && snapshot.mediaType === "text/plain"))
        throw refused(`A snapshot of claim ${number} is not what the records call it.`);
      if (bytes.length > SNAPSHOT_MAX_BYTES) throw refused(`A snapshot of claim ${number} is larger than ${SNAPSHOT_MAX_BYTES / 1_000_000} MB.`);
      read.set(snapshot.sha256, { mediaType: snapshot.mediaType, bytes });
    }
  return read;
}

function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function read<Schema extends z.ZodType>(what: "records" | "history", schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const place = (issue?.path ?? []).join(".");
  throw refused(`The ${what} in the bundle cannot be read: ${place || `${what}.json`}: ${issue?.message ?? "not JSON."}`);
}

function refused(sentence: string): AppError {
  return new AppError("invalid", sentence, { fields: [{ field: "dataBase64", message: sentence }] });
}
