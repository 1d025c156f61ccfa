import { db, type Tx } from "@/lib/db/client";
import { BRAND } from "@/lib/domain/brand";
import type { Report } from "@/lib/exporters/report";
import { publicPageFor, publicReport } from "./public-page";
import { pageUrl } from "./page-url";
import { publisherSelect, toPublisher } from "./published-facts";

/** A page that everybody may find, with its latest publication. */
export interface PublicItem {
  slug: string;
  url: string;
  report: Report;
}

/** Whose publications a list has: those of one workspace, by its id; null for everything that is published here. */
export type Publishing = string | null;

const among = (workspaceId: Publishing) => (workspaceId === null ? {} : { workspaceId });

const findable = (workspaceId: Publishing) => ({ ...among(workspaceId), visibility: "public", revokedAt: null, document: { deletedAt: null } }) as const;

/** True for a workspace that has published something, be it taken back since: there is nothing to say of others. */
export async function hasPublished(tx: Tx, workspaceId: string): Promise<boolean> {
  return (await tx.publicPage.count({ where: { workspaceId } })) > 0;
}

/** Who publishes: the workspace that was asked for, or the only one, else the installation. */
export async function publicSite(tx: Tx, workspaceId: Publishing = null) {
  const workspaces = await tx.workspace.findMany({ where: workspaceId === null ? {} : { id: workspaceId }, select: publisherSelect, take: 2 });
  const only = workspaces.length === 1 ? workspaces[0] : undefined;
  return { name: only?.name ?? BRAND.name, publisher: only ? toPublisher(only) : null };
}

/** Changes whenever a list of what is published could change. */
export async function publicState(tx: Tx, workspaceId: Publishing = null): Promise<string> {
  const where = findable(workspaceId);
  const pages = await tx.publicPage.aggregate({ where, _count: true, _sum: { version: true } });
  const publications = await tx.publication.aggregate({ where: { page: where }, _count: true, _max: { publishedAt: true } });
  const workspaces = await tx.workspace.aggregate({ where: workspaceId === null ? {} : { id: workspaceId }, _count: true, _sum: { version: true } });
  return JSON.stringify([pages, publications, workspaces]);
}

/** What is published for everybody to find, the latest first; `limit` of them at most. */
export async function publicItems(limit?: number, workspaceId: Publishing = null): Promise<PublicItem[]> {
  const prisma = await db();
  const latest = await prisma.publication.groupBy({
    by: ["pageId"],
    where: { page: findable(workspaceId) },
    _max: { publishedAt: true },
    orderBy: { _max: { publishedAt: "desc" } },
    ...(limit === undefined ? {} : { take: limit }),
  });
  const pages = await prisma.publicPage.findMany({ where: { id: { in: latest.map(({ pageId }) => pageId) } }, select: { id: true, slug: true } });
  const slugs = new Map(pages.map(({ id, slug }) => [id, slug]));
  const items: PublicItem[] = [];
  // One after the other: an embedded database has one connection anyway, and reports can be long.
  for (const { pageId } of latest) {
    const page = await publicPageFor(prisma, slugs.get(pageId) ?? "");
    const report = page && !page.revoked ? await publicReport(prisma, page) : null;
    if (page && report) items.push({ slug: page.slug, url: pageUrl(page.slug), report });
  }
  return items;
}
