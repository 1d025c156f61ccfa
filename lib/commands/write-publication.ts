import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/db/client";
import { insertPublication } from "@/lib/db/insert-publication";
import { insertRows } from "@/lib/db/insert-rows";
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
  changes: readonly Change[];
}

/** What only writing the publication knows of it; its own corrections in the order of the changes. */
export interface WrittenFacts {
  publication: ReportPublication;
  corrections: ReportCorrection[];
}

/** Writes the page's next publication, with the corrections that it makes. `reportOf` builds its report. Answers the publication's id, and its report. */
export async function writePublication(
  tx: Tx,
  actor: Actor,
  page: Page,
  { number, before, fresh, changes }: NextPublication,
  now: Date,
  reportOf: (facts: WrittenFacts) => Report,
): Promise<{ id: string; report: Report }> {
  const at = now.toISOString();
  // They share their moment, and are read by falling ids: so they keep their order.
  const ids = changes.map(() => randomUUID()).sort((a, b) => (a < b ? 1 : -1));
  const corrections = changes.map((change, index): ReportCorrection => ({ id: ids[index] ?? "", ...change, by: actor.name, at, version: number }));
  const publication: ReportPublication = {
    url: pageUrl(page.slug),
    version: number,
    firstPublishedAt: before?.firstPublishedAt ?? at,
    publishedAt: at,
    claims: { ...before?.claims, ...Object.fromEntries(fresh.map((claimId) => [claimId, at])) },
  };
  const row = { workspaceId: actor.workspaceId, pageId: page.id, number, publishedById: actor.userId, publishedAt: now };
  const report = reportOf({ publication, corrections });
  const id = await insertPublication(tx, row, unnamed(report));
  await insertRows(
    tx,
    "Correction",
    corrections.map(({ id: correctionId, claimId, kind, what, why, verdict }) => ({
      ...{ id: correctionId, workspaceId: actor.workspaceId, documentId: page.documentId, claimId, publicationId: id, kind, what, why },
      ...{ verdictBefore: verdict?.before ?? null, verdictAfter: verdict?.after ?? null, byId: actor.userId, at: now },
    })),
  );
  return { id, report };
}
