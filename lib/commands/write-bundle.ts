import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { insertRows } from "@/lib/db/insert-rows";
import type { DocumentRecords } from "@/lib/domain/document-records";
import { toDate } from "@/lib/domain/fields";
import type { Actor } from "@/lib/domain/role";
import { searchTextOf } from "@/lib/domain/search";
import { normalizeUrl } from "@/lib/domain/url";
import { NO_PASSWORD } from "./password";
import { UNKNOWN_DOMAIN, type BundlePlan } from "./plan-bundle";
import { claimRows, type BundleRows } from "./bundle-rows";
import { writePublications } from "./write-publications";

/** Claims that are made rows at once: others have their turn while they are written. */
const CLAIMS = 250;

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
  if (plan.unusedScale !== null) await renameScale(tx, workspaceId, plan.unusedScale, records.scale);
  const sources = plan.newSources.map((source) => ({
    ...source,
    id: here(source.id),
    workspaceId,
    normalizedUrl: source.url && normalizeUrl(source.url),
    publishedOn: toDate(source.publishedOn),
    createdById: here(source.createdById),
  }));
  await insertRows(tx, "Source", sources);
  const documentId = await writeDocument(tx, actor, records, here, now);
  const place = { workspaceId, documentId };
  for (let from = 0; from < records.claims.length; from += CLAIMS)
    await writeClaims(tx, claimRows({ claims: records.claims.slice(from, from + CLAIMS), threads: [] }, place, here, words));
  await writeClaims(tx, claimRows({ claims: [], threads: records.threads }, place, here, words));
  await writePublications(tx, actor, records, { documentId, ids: plan.ids }, now);
  return documentId;
}

async function writeClaims(tx: Tx, rows: BundleRows): Promise<void> {
  await insertRows(tx, "Claim", rows.claims);
  await insertRows(tx, "Anchor", rows.anchors);
  await insertRows(tx, "Question", rows.questions);
  await insertRows(tx, "Evidence", rows.evidence);
  await insertRows(tx, "Snapshot", rows.snapshots);
  await insertRows(tx, "Assignment", rows.assignments);
  await insertRows(tx, "ClaimantContact", rows.contacts);
  await insertRows(tx, "Assessment", rows.assessments);
  await insertRows(tx, "AssessmentVersion", rows.versions);
  await insertRows(tx, "Adjudication", rows.adjudications);
  await insertRows(tx, "Ruling", rows.rulings);
  await insertRows(tx, "Thread", rows.threads);
  await insertRows(tx, "Comment", rows.comments);
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
  await insertRows(tx, "User", people);
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

/** Gives a scale, and its labels by their places, the ids of its like. */
async function renameScale(tx: Tx, workspaceId: string, from: string, { id, labels }: DocumentRecords["scale"]): Promise<void> {
  await tx.scale.update({ where: { id: from }, data: { id }, select: { id: true } });
  await tx.workspace.updateMany({ where: { id: workspaceId, defaultScaleId: from }, data: { defaultScaleId: id } });
  const own = await tx.scaleLabel.findMany({ where: { scaleId: id }, select: { id: true }, orderBy: { position: "asc" } });
  const sorted = [...labels].sort((a, b) => a.position - b.position);
  for (const [index, label] of own.entries())
    await tx.scaleLabel.update({ where: { id: label.id }, data: { id: sorted[index]?.id ?? label.id }, select: { id: true } });
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
  await insertRows(tx, "Revision", rows);
  return id;
}
