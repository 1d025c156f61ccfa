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

const FINDABLE = { visibility: "public", revokedAt: null, document: { deletedAt: null } } as const;

/** Who publishes here: the workspace when there is one, else the installation. */
export async function publicSite(tx: Tx) {
  const workspaces = await tx.workspace.findMany({ select: publisherSelect, take: 2 });
  const only = workspaces.length === 1 ? workspaces[0] : undefined;
  return { name: only?.name ?? BRAND.name, publisher: only ? toPublisher(only) : null };
}

/** Changes whenever a list of what is published could change. */
export async function publicState(tx: Tx): Promise<string> {
  const pages = await tx.publicPage.aggregate({ where: FINDABLE, _count: true, _sum: { version: true } });
  const publications = await tx.publication.aggregate({ where: { page: FINDABLE }, _count: true, _max: { publishedAt: true } });
  const workspaces = await tx.workspace.aggregate({ _count: true, _sum: { version: true } });
  return JSON.stringify([pages, publications, workspaces]);
}

/** What is published for everybody to find, the latest first; `limit` of them at most. */
export async function publicItems(limit?: number): Promise<PublicItem[]> {
  const prisma = await db();
  const latest = await prisma.publication.groupBy({
    by: ["pageId"],
    where: { page: FINDABLE },
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
