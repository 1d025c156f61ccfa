import { setImmediate as turn } from "node:timers/promises";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { DocumentRecords } from "@/lib/domain/document-records";
import { toDate } from "@/lib/domain/fields";
import type { Actor } from "@/lib/domain/role";
import { searchTextOf } from "@/lib/domain/search";
import { normalizeUrl } from "@/lib/domain/url";
import { NO_PASSWORD } from "./password";
import { UNKNOWN_DOMAIN, type BundlePlan } from "./plan-bundle";
import { claimRows } from "./bundle-rows";
import { writePublications } from "./write-publications";

/** Rows a statement: the embedded database works in this thread, and others want their turn. */
const ROWS = 100;

/** Writes the records of a bundle as the plan says, and answers the id of the document. */
export async function writeBundleRecords(
  tx: Tx,
  actor: Actor,
  records: DocumentRecords,
  plan: BundlePlan,
  words: ReadonlyMap<string, string | null>,
  now: Date,
): Promise<string> {
  const here = (id: string) => plan.ids.get(id) ?? id;
  const { workspaceId } = actor;
  await writePeople(tx, plan, here);
  if (plan.newScale) await writeScale(tx, workspaceId, plan.newScale, here);
  const sources = plan.newSources.map((source) => ({
    ...source,
    id: here(source.id),
    workspaceId,
    normalizedUrl: source.url && normalizeUrl(source.url),
    publishedOn: toDate(source.publishedOn),
    createdById: here(source.createdById),
  }));
  await inSlices(sources, (data) => tx.source.createMany({ data }));
  const documentId = await writeDocument(tx, actor, records, here, now);
  const rows = claimRows(records, { workspaceId, documentId }, here, words);
  await inSlices(rows.claims, (data) => tx.claim.createMany({ data }));
  await inSlices(rows.anchors, (data) => tx.anchor.createMany({ data }));
  await inSlices(rows.questions, (data) => tx.question.createMany({ data }));
  await inSlices(rows.evidence, (data) => tx.evidence.createMany({ data }));
  await inSlices(rows.snapshots, (data) => tx.snapshot.createMany({ data }));
  await inSlices(rows.assignments, (data) => tx.assignment.createMany({ data }));
  await inSlices(rows.contacts, (data) => tx.claimantContact.createMany({ data }));
  await inSlices(rows.assessments, (data) => tx.assessment.createMany({ data }));
  await inSlices(rows.versions, (data) => tx.assessmentVersion.createMany({ data }));
  await inSlices(rows.adjudications, (data) => tx.adjudication.createMany({ data }));
  await inSlices(rows.rulings, (data) => tx.ruling.createMany({ data }));
  await inSlices(rows.threads, (data) => tx.thread.createMany({ data }));
  await inSlices(rows.comments, (data) => tx.comment.createMany({ data }));
  await writePublications(tx, actor, records, { documentId, ids: plan.ids }, now);
  return documentId;
}

/** Those who are unknown here get a record for their name; nobody can sign in with it. */
async function writePeople(tx: Tx, { strangers }: BundlePlan, here: (id: string) => string): Promise<void> {
  const people = strangers.map(({ id, name }) => ({
    id: here(id),
    name,
    email: `${here(id)}${UNKNOWN_DOMAIN}`,
    passwordHash: NO_PASSWORD,
    suspendedAt: new Date(0),
  }));
  await inSlices(people, (data) => tx.user.createMany({ data }));
}

async function writeScale(tx: Tx, workspaceId: string, scale: DocumentRecords["scale"], here: (id: string) => string): Promise<void> {
  const { id, template, name, version, labels } = scale;
  const taken = await tx.scale.count({ where: { workspaceId, template, version } });
  await tx.scale.create({
    data: {
      id: here(id),
      workspaceId,
      // The workspace may have another scale by that name and version.
      template: taken > 0 ? `${template}:${here(id)}` : template,
      name,
      version,
      labels: { create: labels.map(({ retired, ...label }) => ({ ...label, id: here(label.id), retiredAt: retired ? new Date(0) : null })) },
    },
    select: { id: true },
  });
}

async function writeDocument(
  tx: Tx,
  actor: Actor,
  { document, revisions, scale, page }: DocumentRecords,
  here: (id: string) => string,
  now: Date,
): Promise<string> {
  const id = here(document.id);
  const current = revisions.find(({ number }) => number === document.revision);
  const { createdById, createdAt, ...facts } = document;
  await tx.document.create({
    data: {
      ...facts,
      id,
      workspaceId: actor.workspaceId,
      scaleId: here(scale.id),
      // Bundles of the first version do not say what was published.
      state: document.state === "published" && !page ? "closing" : document.state,
      publishedOn: toDate(document.publishedOn),
      searchText: searchTextOf(document, current?.text ?? ""),
      wordCount: current?.wordCount ?? 0,
      createdById: here(createdById),
      createdAt,
      updatedAt: now,
    },
    select: { id: true },
  });
  const rows = revisions.map(({ blocks, ...revision }) => ({
    ...revision,
    id: here(revision.id),
    documentId: id,
    workspaceId: actor.workspaceId,
    // What is undefined in a block is not there in JSON.
    blocks: JSON.parse(JSON.stringify(blocks)) as Prisma.InputJsonValue,
    createdById: here(revision.createdById),
  }));
  await inSlices(rows, (data) => tx.revision.createMany({ data }));
  return id;
}

async function inSlices<Row>(rows: readonly Row[], write: (slice: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS) {
    await write(rows.slice(from, from + ROWS));
    await turn();
  }
}
