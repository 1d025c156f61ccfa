import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { insertRows } from "@/lib/db/insert-rows";
import type { DocumentRecords } from "@/lib/domain/document-records";
import type { Actor } from "@/lib/domain/role";
import { freeSlug } from "@/lib/queries/free-slug";

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
    await tx.publication.create({
      data: { id: here(id), workspaceId, pageId: here(page.id), number, report: renamed(report, ids), publishedById: here(publishedById), publishedAt },
      select: { id: true },
    });
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
function renamed(report: Record<string, unknown>, ids: ReadonlyMap<string, string>): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(report), (_key, value: unknown) => {
    if (typeof value === "string") return ids.get(value) ?? value;
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [ids.get(name) ?? name, each]));
  }) as Prisma.InputJsonObject; // narrowing: what JSON.parse gives is JSON
}
