import type { Tx } from "@/lib/db/client";
import type { PageDefaults, PublisherSettings } from "@/lib/domain/publication";
import type { Actor } from "@/lib/domain/role";
import type { ReportSource } from "@/lib/exporters/report";
import type { ReportCorrection, ReportPublication, ReportPublisher } from "@/lib/exporters/report-publication";
import { pageUrl } from "./page-url";

/** What a report says of who publishes it, of its own publication and of what was corrected since. */
export async function publishedFacts(
  tx: Tx,
  actor: Pick<Actor, "workspaceId">,
  documentId: string,
): Promise<Pick<ReportSource, "workspace" | "publisher" | "publication" | "corrections">> {
  const workspace = await tx.workspace.findUniqueOrThrow({ where: { id: actor.workspaceId }, select: publisherSelect });
  const page = await tx.publicPage.findFirst({ where: { documentId, workspaceId: actor.workspaceId, revokedAt: null }, select: { slug: true } });
  const facts = page && (await latestFacts(tx, documentId));
  return {
    workspace: workspace.name,
    publisher: toPublisher(workspace),
    publication: facts ? { ...facts, url: pageUrl(page.slug) } : null,
    corrections: await correctionsOf(tx, documentId),
  };
}

/** What the latest report says of its publication: the whole of it, with all its claims, is long. */
async function latestFacts(tx: Tx, documentId: string): Promise<ReportPublication | null> {
  const [latest] = await tx.$queryRaw<{ publication: ReportPublication | null }[]>`
    SELECT "report"->'publication' AS "publication"
    FROM "Publication" publication JOIN "PublicPage" page ON page."id" = publication."pageId"
    WHERE page."documentId" = ${documentId} ORDER BY publication."number" DESC LIMIT 1`;
  return latest?.publication ?? null;
}

export const publisherSelect = {
  name: true,
  homepage: true,
  accent: true,
  logo: true,
  correctionsPolicy: true,
  verificationPolicy: true,
  publishingPrinciples: true,
  fundingInfo: true,
} as const;

export const pageDefaultsSelect = { visibility: true, extent: true } as const;

/** With what a new published page begins. */
export function pageDefaults(tx: Tx, { workspaceId }: Pick<Actor, "workspaceId">): Promise<PageDefaults> {
  return tx.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: pageDefaultsSelect });
}

/** The workspace as its publications name it. */
export function toPublisher(row: PublisherSettings): ReportPublisher {
  return {
    homepage: row.homepage,
    accent: row.accent,
    logo: row.logo,
    policies: {
      corrections: row.correctionsPolicy,
      verification: row.verificationPolicy,
      principles: row.publishingPrinciples,
      funding: row.fundingInfo,
    },
  };
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
