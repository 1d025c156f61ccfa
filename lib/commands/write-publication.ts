import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { CorrectionKind } from "@/lib/domain/correction";
import type { Actor } from "@/lib/domain/role";
import type { Report } from "@/lib/exporters/report";
import type { ReportCorrection, ReportPublication } from "@/lib/exporters/report-publication";
import { unnamed } from "@/lib/exporters/stored-report";
import { pageUrl } from "@/lib/queries/page-url";

/** What is said of a change to what is published. */
export interface Change {
  claimId: string | null;
  kind: CorrectionKind;
  what: string;
  why: string;
  verdict: ReportCorrection["verdict"];
}

interface Page {
  id: string;
  slug: string;
  documentId: string;
}

interface NextPublication {
  number: number;
  /** Of the publication before, null for the first. */
  before: ReportPublication | null;
  /** Claims that are published for the first time. */
  fresh: readonly string[];
  change: Change | null;
}

/**
 * Writes the page's next publication, with the correction that it makes. `reportOf` builds its report from what only this function knows. Answers the
 * publication's id.
 */
export async function writePublication(
  tx: Tx,
  actor: Actor,
  page: Page,
  { number, before, fresh, change }: NextPublication,
  now: Date,
  reportOf: (facts: { publication: ReportPublication; correction: ReportCorrection | null }) => Report,
): Promise<string> {
  const at = now.toISOString();
  const correction: ReportCorrection | null = change && { id: randomUUID(), ...change, by: actor.name, at, version: number };
  const publication: ReportPublication = {
    url: pageUrl(page.slug),
    version: number,
    firstPublishedAt: before?.firstPublishedAt ?? at,
    publishedAt: at,
    claims: { ...before?.claims, ...Object.fromEntries(fresh.map((claimId) => [claimId, at])) },
  };
  const { id } = await tx.publication.create({
    data: {
      workspaceId: actor.workspaceId,
      pageId: page.id,
      number,
      report: toJson(unnamed(reportOf({ publication, correction }))),
      publishedById: actor.userId,
      publishedAt: now,
    },
    select: { id: true },
  });
  if (correction) {
    const { claimId, kind, what, why, verdict } = correction;
    await tx.correction.create({
      data: {
        ...{ id: correction.id, workspaceId: actor.workspaceId, documentId: page.documentId, claimId, publicationId: id, kind, what, why },
        ...{ verdictBefore: verdict?.before ?? null, verdictAfter: verdict?.after ?? null, byId: actor.userId, at: now },
      },
      select: { id: true },
    });
  }
  return id;
}

/** The report as the JSON column takes it. */
function toJson(report: Report): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(report)) as Prisma.InputJsonValue; // narrowing: what JSON.parse gives is JSON
}
