import type { Tx } from "@/lib/db/client";
import type { TextExtent, Visibility } from "@/lib/domain/publication";
import { cropReport } from "@/lib/exporters/crop-report";
import type { Report } from "@/lib/exporters/report";
import { withoutHidden } from "@/lib/exporters/without-hidden";
import { hiddenIn } from "./hidden";
import { keptReport } from "./kept-report";
import { pageUrl } from "./page-url";
import { publisherSelect, toPublisher } from "./published-facts";

/* What the public may read. There is no actor: nothing here knows of the desk but what it published. */

/** A page that was published, as everybody may know of it. */
export interface PublicPage {
  id: string;
  workspaceId: string;
  documentId: string;
  slug: string;
  visibility: Visibility;
  extent: TextExtent;
  /** Nothing of it is shown any more. */
  revoked: boolean;
  /** The number of its latest publication. */
  latest: number;
  /** Changes whenever what the page shows could change; safe in an ETag. */
  state: string;
}

/** The page with that name in its address; null when there is none. */
export async function publicPageFor(tx: Tx, slug: string): Promise<PublicPage | null> {
  const row = await tx.publicPage.findUnique({
    where: { slug },
    select: {
      ...{ id: true, workspaceId: true, documentId: true, slug: true, visibility: true, extent: true, version: true, revokedAt: true },
      document: { select: { deletedAt: true } },
      workspace: { select: { version: true } },
      publications: { select: { number: true }, orderBy: { number: "desc" }, take: 1 },
    },
  });
  const latest = row?.publications[0]?.number;
  if (!row || latest === undefined) return null;
  const { document, workspace, publications: _, revokedAt, version, ...page } = row;
  return { ...page, revoked: revokedAt !== null || document.deletedAt !== null, latest, state: `${latest}.${version}.${workspace.version}` };
}

/** The report of one publication of the page, with as much of the text as the page shows now; null when there is no such publication. */
export async function publicReport(tx: Tx, page: PublicPage, number = page.latest): Promise<Report | null> {
  const row = await tx.publication.findUnique({
    where: { pageId_number: { pageId: page.id, number } },
    select: { report: true, workspace: { select: publisherSelect } },
  });
  if (!row) return null;
  const report = withoutHidden(await keptReport(tx, page.documentId, row.report), await hiddenIn(tx, { documentId: page.documentId }));
  return cropReport(
    {
      ...report,
      // Who publishes is told as it is today, and under today's address.
      workspace: row.workspace.name,
      publisher: toPublisher(row.workspace),
      publication: report.publication && { ...report.publication, url: pageUrl(page.slug) },
    },
    page.extent,
  );
}

/** The claim behind its number on the page; null when the latest publication does not show it. */
export async function publicClaimId(tx: Tx, page: PublicPage, number: number): Promise<string | null> {
  const report = await publicReport(tx, page);
  return report?.claims.find(({ deskNumber }) => deskNumber === number)?.id ?? null;
}
