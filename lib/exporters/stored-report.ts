import { createHash } from "node:crypto";
import type { Report } from "./report";
import type { ReportClaim, ReportEvidence } from "./report-claim";

/** A report as it was kept with a publication. Only publishing writes them, and they are never changed; those from before there were questions, or media, have none. */
export function storedReport(kept: unknown): Report {
  const report = kept as Report; // narrowing: what JSON.stringify made of a Report, by lib/commands/publish-document.ts alone
  return { ...report, claims: report.claims.map(completed) };
}

/** The report as it is kept: who corrected stands in the correction itself, by whose name it is read (see lib/queries/kept-report.ts). */
export function unnamed(report: Report): Report {
  return { ...report, corrections: report.corrections.map((each) => ({ ...each, by: "" })) };
}

function completed(claim: Older<ReportClaim, "questions" | "media">): ReportClaim {
  const { questions = [], media = null } = claim;
  return {
    ...claim,
    questions,
    media,
    evidence: claim.evidence.map((evidence: Older<ReportEvidence, "answer">) => ({ ...evidence, answer: evidence.answer ?? null })),
  };
}

/** The record as it was kept before it had that field. */
type Older<T, Field extends keyof T> = Omit<T, Field> & Partial<Pick<T, Field>>;

/** A hexadecimal SHA-256 that two reports share when they would show their readers the same. */
export function fingerprint(report: Report): string {
  const { exportedAt: _, publication: __, ...shown } = report;
  return createHash("sha256").update(JSON.stringify(shown)).digest("hex");
}
