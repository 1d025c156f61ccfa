import type { Tx } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/role";
import { env } from "@/lib/env";
import { buildReport, type Report } from "@/lib/exporters/report";
import { replaceClaim } from "@/lib/exporters/replace-claim";
import { differences } from "@/lib/exporters/report-differences";
import type { ReportCorrection, ReportPublication } from "@/lib/exporters/report-publication";
import { claimViews } from "./claim";
import { readDocument } from "./document";
import { PUBLIC_STATES } from "./publishable";
import { publishedFacts } from "./published-facts";

/** A published report with one claim as the desk has it now. */
export interface CorrectedReport {
  /** False when readers would see the same of the claim. */
  changed: boolean;
  reportWith: (facts: { publication: ReportPublication; corrections: readonly ReportCorrection[] }) => Report;
}

/** The published report with that claim as it is now, in the text that was published. */
export async function correctedReport(tx: Tx, actor: Actor, published: Report, claim: { id: string; documentId: string }, now: Date): Promise<CorrectedReport> {
  const { scale, members } = await readDocument(tx, actor, claim.documentId);
  const { number } = published.revision;
  const revision = await tx.revision.findUniqueOrThrow({
    where: { documentId_number: { documentId: claim.documentId, number } },
    select: { id: true, number: true },
  });
  const facts = await publishedFacts(tx, actor, claim.documentId);
  const claims = await claimViews(tx, actor, claim.documentId, revision, { id: claim.id });
  const source = {
    ...facts,
    baseUrl: env.APP_URL,
    exportedAt: now.toISOString(),
    document: { ...published.document, members },
    revision: published.revision,
    scale,
    claims,
  };
  const build = (corrections: ReportCorrection[], publication: ReportPublication | null) =>
    replaceClaim(published, buildReport({ ...source, publication }, { audience: "reader", states: PUBLIC_STATES }), corrections);
  const plain = build(facts.corrections, facts.publication);
  return {
    changed: differences(published, plain).length > 0 || stateOf(published, claim.id) !== stateOf(plain, claim.id),
    reportWith: ({ publication, corrections }) => build([...corrections, ...facts.corrections], publication),
  };
}

/** Voiding is a change by itself; that a claim counts as corrected is none. */
function stateOf(report: Report, claimId: string): string {
  return report.claims.find(({ id }) => id === claimId)?.state === "voided" ? "voided" : "standing";
}
