import { z } from "zod";
import { db } from "@/lib/db/client";
import { BUNDLE_FILE_BYTES, type BundlePreview } from "@/lib/domain/bundle-preview";
import { isDecided } from "@/lib/domain/claim";
import { invalidField } from "@/lib/domain/errors";
import { record, recordAll } from "@/lib/events/record";
import type { OpenedBundle } from "@/lib/importers/bundle";
import { snapshotText } from "@/lib/importers/snapshot-text";
import { openBundleInWorker } from "@/lib/importers/worker-pool";
import { authorize } from "@/lib/policies/authorize";
import { documentPolicy } from "@/lib/policies/document";
import { keepBlob } from "@/lib/storage/snapshot-files";
import { preparedCommand, query } from "./command";
import { planBundle, type BundlePlan } from "./plan-bundle";
import { screenAtOnce, screenWords, wordsIn } from "./screen";
import { writeEarlierEvents } from "./write-earlier-events";
import { writeBundleRecords } from "./write-bundle";

/** A bundle of the largest size in base64, and what is around it. */
const MAX_BODY_BYTES = 81_000_000;

const UNPADDED = /^[A-Za-z0-9+/]*$/;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
const NO_BASE64 = "Send the file's bytes in base64.";

export const ImportBundle = z.object({
  // Only its beginning: a bundle is long, and the rest is looked at as it is decoded.
  dataBase64: z.string().refine((data) => BASE64.test(data.slice(0, 1000)), NO_BASE64),
});

/** Characters that are decoded at once, in fours: others have their turn between two slices of a long bundle. */
const SLICE = 2_000_000;

async function bundleIn(dataBase64: string): Promise<OpenedBundle> {
  if (Buffer.byteLength(dataBase64, "base64") > BUNDLE_FILE_BYTES)
    throw invalidField("dataBase64", `The bundle is larger than ${BUNDLE_FILE_BYTES / 1_000_000} MB.`);
  return openBundleInWorker(decoded(dataBase64));
}

async function* decoded(dataBase64: string): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < dataBase64.length; from += SLICE) {
    const slice = dataBase64.slice(from, from + SLICE);
    if (!(from + SLICE < dataBase64.length ? UNPADDED : BASE64).test(slice)) throw invalidField("dataBase64", NO_BASE64);
    yield Buffer.from(slice, "base64");
  }
}

/** What a bundle would make here; writes nothing. */
export const previewBundle = query(
  ImportBundle,
  { summary: "See what a bundle would make, without keeping it.", maxBytes: MAX_BODY_BYTES },
  async (actor, input): Promise<BundlePreview> => {
    authorize(documentPolicy, actor, "importRecords");
    const bundle = await bundleIn(input.dataBase64);
    return previewOf(bundle, await planBundle(await db(), actor, bundle.records));
  },
);

/** What of records their authors wrote; texts and quotes are the words of others. */
const WORDS = new Set([
  ...["title", "author", "publication", "publisher", "url", "archiveUrl", "mediaUrl", "mediaOriginalUrl"],
  ...["statement", "shortForm", "speaker", "tags", "skipNote", "text", "note", "answer", "locator", "channel"],
  ...["rationale", "reason", "summary", "justification", "mediaContext", "body", "what", "why"],
]);

/** Brings a document in with all its records, as a new document. */
export const importBundle = preparedCommand(
  ImportBundle,
  { summary: "Bring a bundle in as a new document, with all its records.", status: 201, contributes: true, maxBytes: MAX_BODY_BYTES },
  async (actor, input) => {
    authorize(documentPolicy, actor, "importRecords");
    const bundle = await bundleIn(input.dataBase64);
    await keepSnapshots(bundle);
    return { bundle, words: await wordsOf(bundle) };
  },
  async ({ actor, tx, now }, _input, { bundle, words }) => {
    const { manifest, records } = bundle;
    const { document, sources, claims: judged, threads, corrections } = records;
    await screenAtOnce(tx, actor, { dataBase64: wordsIn({ document, sources, claims: judged, threads, corrections }, WORDS) });
    const plan = await planBundle(tx, actor, records);
    const id = await writeBundleRecords(tx, actor, records, plan, words, now);
    await writeEarlierEvents(tx, bundle, {
      ...{ workspaceId: actor.workspaceId, documentId: id, here: (each) => plan.ids.get(each) ?? each },
      look: (entries) => screenWords(tx, actor, { dataBase64: wordsIn(entries, WORDS) }),
    });
    // From the rows on, housekeeping leaves the files alone; what it took before is written again.
    await keepSnapshots(bundle);
    await record(tx, actor, {
      type: "document.imported",
      documentId: id,
      after: { title: records.document.title, workspace: manifest.workspace, made: manifest.made },
    });
    const claims = records.claims.map((claim) => ({
      type: "claim.imported" as const,
      claimId: plan.ids.get(claim.id) ?? claim.id,
      after: { workspace: manifest.workspace },
    }));
    await recordAll(tx, actor, id, claims);
    return { id };
  },
);

/** By the SHA-256 of each snapshot its words, where they can be read. */
async function wordsOf({ snapshots }: OpenedBundle): Promise<Map<string, string | null>> {
  const words = new Map<string, string | null>();
  for (const [sha256, { mediaType, bytes }] of snapshots) words.set(sha256, await snapshotText(mediaType, bytes));
  return words;
}

async function keepSnapshots({ snapshots }: OpenedBundle): Promise<void> {
  for (const { bytes } of snapshots.values()) await keepBlob(bytes);
}

function previewOf({ manifest, records, history }: OpenedBundle, plan: BundlePlan): BundlePreview {
  const { document, claims, scale, people, sources } = records;
  const counted = (count: (claim: (typeof claims)[number]) => number) => claims.reduce((total, claim) => total + count(claim), 0);
  return {
    title: document.title,
    workspace: manifest.workspace,
    made: manifest.made,
    revisions: records.revisions.length,
    claims: claims.length,
    decided: claims.filter(({ state }) => isDecided(state)).length,
    evidence: counted(({ evidence }) => evidence.length),
    snapshots: counted(({ evidence }) => evidence.reduce((total, each) => total + each.snapshots.length, 0)),
    publications: records.page?.publications.length ?? 0,
    assessments: counted(({ assessments }) => assessments.length),
    history: history.entries,
    comments: counted(({ threads }) => threads.reduce((total, thread) => total + thread.comments.length, 0)),
    sources: { made: plan.newSources.length, known: sources.length - plan.newSources.length },
    scale: { name: scale.name, version: scale.version, known: plan.newScale === null },
    people: {
      known: people.filter(({ id }) => plan.members.has(id)).map(({ name }) => name),
      unknown: people.filter(({ id }) => !plan.members.has(id)).map(({ name }) => name),
    },
    keepsIds: plan.keepsIds,
  };
}
