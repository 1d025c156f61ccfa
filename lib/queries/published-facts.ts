import type { Tx } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/role";
import { env } from "@/lib/env";
import type { ReportSource } from "@/lib/exporters/report";
import type { ReportCorrection, ReportPublisher } from "@/lib/exporters/report-publication";

/** What a report says of who publishes it, of its own publication and of what was corrected since. */
export async function publishedFacts(
  tx: Tx,
  actor: Pick<Actor, "workspaceId">,
  documentId: string,
): Promise<Pick<ReportSource, "workspace" | "publisher" | "publication" | "corrections">> {
  const workspace = await tx.workspace.findUniqueOrThrow({ where: { id: actor.workspaceId }, select: publisherSelect });
  const page = await tx.publicPage.findFirst({
    where: { documentId, workspaceId: actor.workspaceId, revokedAt: null },
    select: { slug: true, publications: { select: { number: true, publishedAt: true }, orderBy: { number: "asc" } } },
  });
  const first = page?.publications[0];
  const latest = page?.publications.at(-1);
  return {
    workspace: workspace.name,
    publisher: toPublisher(workspace),
    publication:
      page && first && latest
        ? {
            url: pageUrl(page.slug),
            version: latest.number,
            firstPublishedAt: first.publishedAt.toISOString(),
            publishedAt: latest.publishedAt.toISOString(),
            claims: await firstPublished(tx, documentId),
          }
        : null,
    corrections: await correctionsOf(tx, documentId),
  };
}

/** The address of a published page, for people and machines. */
export function pageUrl(slug: string): string {
  return `${env.APP_URL}/p/${slug}`;
}

export const publisherSelect = {
  name: true,
  homepage: true,
  accent: true,
  logo: true,
  correctionsPolicy: true,
  verificationPolicy: true,
  publishingPrinciples: true,
} as const;

type PublisherRow = { [Key in keyof typeof publisherSelect]: string | null };

/** The workspace as its publications name it. */
export function toPublisher(row: PublisherRow): ReportPublisher {
  return {
    homepage: row.homepage,
    accent: row.accent,
    logo: row.logo,
    policies: { corrections: row.correctionsPolicy, verification: row.verificationPolicy, principles: row.publishingPrinciples },
  };
}

/** When each claim of the document was first published, by its id. */
async function firstPublished(tx: Tx, documentId: string): Promise<Record<string, string>> {
  const events = await tx.event.findMany({
    where: { documentId, type: "claim.published", claimId: { not: null } },
    select: { claimId: true, at: true },
    orderBy: { seq: "desc" },
  });
  return Object.fromEntries(events.flatMap(({ claimId, at }) => (claimId === null ? [] : [[claimId, at.toISOString()]])));
}

/** The document's corrections, the latest first. */
export async function correctionsOf(tx: Tx, documentId: string): Promise<ReportCorrection[]> {
  const rows = await tx.correction.findMany({
    where: { documentId },
    select: {
      id: true,
      claimId: true,
      kind: true,
      what: true,
      why: true,
      at: true,
      verdictBefore: true,
      verdictAfter: true,
      by: { select: { name: true } },
      publication: { select: { number: true } },
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  return rows.map(({ id, claimId, kind, what, why, at, by, publication, verdictBefore, verdictAfter }) => ({
    id,
    claimId,
    kind,
    what,
    why,
    by: by.name,
    at: at.toISOString(),
    version: publication.number,
    verdict: verdictBefore === null && verdictAfter === null ? null : { before: verdictBefore, after: verdictAfter },
  }));
}
