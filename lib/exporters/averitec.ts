import type { ClaimType } from "@/lib/domain/claim";
import { joinedQuote } from "@/lib/domain/anchor";
import { judgedClaims, type JudgedClaim } from "./dataset";
import { datasheet } from "./datasheet";
import type { Exporter } from "./exported-file";
import { safeJson, type Json, type JsonObject } from "./json";
import type { Report } from "./report";
import type { ReportEvidence } from "./report-claim";
import { zipped } from "./zip";

const CLAIM_TYPES: Record<ClaimType, string> = {
  event: "Event/Property Claim",
  numerical: "Numerical Claim",
  quote: "Quote Verification",
  causal: "Causal Claim",
  position: "Position Statement",
};

/**
 * The judged claims in the form of AVeriTeC (https://fever.ai/dataset/averitec.html), with days as "dd-mm-yyyy": one JSON list and its datasheet. Evidence is
 * recorded without questions: it stands under `evidence`, which that form does not have, and no question is made up for it.
 */
export const writeAveritec: Exporter = (report) => {
  const about = [
    "Days are written dd-mm-yyyy. What is not known is null.",
    "`questions` belongs to the form and is empty: evidence is recorded without questions. It stands under `evidence`, which the form does not have.",
  ];
  const files = {
    "averitec.json": `${safeJson(
      judgedClaims(report).map((claim) => entry(claim, report)),
      2,
    )}\n`,
    "DATASHEET.md": datasheet(report, { name: "claims in the form of AVeriTeC", about }),
  };
  return { type: "application/zip", extension: "averitec.zip", body: zipped(files) };
};

function entry(claim: JudgedClaim, { document, publication, workspace }: Report): JsonObject {
  return {
    claim_id: claim.deskNumber,
    claim: claim.statement,
    original_claim: joinedQuote(claim.fragments) || null,
    label: claim.label,
    justification: claim.ruling?.justification || claim.ruling?.summary || null,
    claim_date: day(claim.saidOn ?? document.publishedOn),
    speaker: claim.speaker || null,
    original_claim_url: document.url,
    reporting_source: document.publication,
    fact_checking_article: publication === null ? null : `${publication.url}/claims/${claim.deskNumber}`,
    fact_checker: workspace,
    claim_types: claim.type === null ? [] : [CLAIM_TYPES[claim.type]],
    questions: [],
    evidence: claim.evidence.map(evidenceEntry),
  };
}

function evidenceEntry({ stance, quote, source, archiveUrl, archivedOn, accessedOn, locator }: ReportEvidence): Json {
  return {
    stance,
    quote: quote || null,
    source_title: source.title,
    source_url: source.url,
    cached_source_url: archiveUrl,
    cached_on: day(archivedOn),
    accessed_on: day(accessedOn),
    locator: locator || null,
  };
}

function day(value: string | null): string | null {
  return value === null ? null : value.slice(0, 10).split("-").reverse().join("-");
}
