import { setImmediate as turn } from "node:timers/promises";
import type { Tx } from "@/lib/db/client";
import { insertPublication } from "@/lib/db/insert-publication";
import { insertRows } from "@/lib/db/insert-rows";
import type { DocumentRecords } from "@/lib/domain/document-records";
import type { Actor } from "@/lib/domain/role";
import { freeSlug } from "@/lib/queries/free-slug";

/** Records that are gone through at once. */
const SLICE = 500;

/**
 * Writes what was published elsewhere as history: its page is unlisted and taken back, so that nothing of it is to be seen before an editor opens it. The
 * address is the same where it is free.
 */
export async function writePublications(
  tx: Tx,
  actor: Actor,
  { page, corrections, document }: DocumentRecords,
  { documentId, ids }: { documentId: string; ids: ReadonlyMap<string, string> },
  now: Date,
): Promise<void> {
  if (!page) return;
  const { workspaceId } = actor;
  const here = (id: string) => ids.get(id) ?? id;
  const { publications, slug, ...facts } = page;
  const taken = (await tx.publicPage.count({ where: { slug } })) > 0;
  await tx.publicPage.create({
    data: {
      ...{ ...facts, id: here(page.id), createdById: here(page.createdById), slug: taken ? await freeSlug(tx, document.title) : slug },
      ...{ workspaceId, documentId, visibility: "unlisted", revokedAt: now, revokedById: actor.userId },
    },
    select: { id: true },
  });
  // One by one: each holds a whole report.
  for (const { id, number, report, publishedById, publishedAt } of publications)
    await insertPublication(
      tx,
      { id: here(id), workspaceId, pageId: here(page.id), number, publishedById: here(publishedById), publishedAt: new Date(publishedAt) },
      await renamed(report, ids),
    );
  await insertRows(
    tx,
    "Correction",
    corrections.map((each) => ({
      ...{ ...each, id: here(each.id), workspaceId, documentId, publicationId: here(each.publicationId), byId: here(each.byId) },
      claimId: each.claimId === null ? null : here(each.claimId),
    })),
  );
}

/** The report with the ids that its records have here, as values and as names of fields. */
async function renamed(report: Record<string, unknown>, ids: ReadonlyMap<string, string>): Promise<Record<string, unknown>> {
  if (ids.size === 0) return report;
  const rename = (value: unknown): unknown => {
    if (typeof value === "string") return ids.get(value) ?? value;
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(rename);
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [ids.get(name) ?? name, rename(each)]));
  };
  const fields: [string, unknown][] = [];
  for (const [name, value] of Object.entries(report)) fields.push([name, Array.isArray(value) ? await inTurns(value, rename) : rename(value)]);
  return Object.fromEntries(fields);
}

/** Others have their turn while the claims of a long report are gone through. */
async function inTurns(items: readonly unknown[], change: (item: unknown) => unknown): Promise<unknown[]> {
  const changed: unknown[] = [];
  for (let from = 0; from < items.length; from += SLICE) {
    changed.push(...items.slice(from, from + SLICE).map(change));
    await turn();
  }
  return changed;
}
