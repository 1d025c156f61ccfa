import type { ClaimType } from "@/lib/domain/claim";
import { joinedQuote } from "@/lib/domain/anchor";
import type { SnapshotType } from "@/lib/domain/snapshot";
import type { AnswerType } from "@/lib/domain/question";
import { judgedClaims, type JudgedClaim } from "./dataset";
import { datasheet } from "./datasheet";
import type { Exporter } from "./exported-file";
import { known, safeJson, type Json, type JsonObject } from "./json";
import type { Report } from "./report";
import type { ReportEvidence } from "./report-claim";
import { answeredQuestions } from "./report-questions";
import { counted } from "./words";
import { zipped } from "./zip";

const CLAIM_TYPES: Record<ClaimType, string> = {
  event: "Event/Property Claim",
  numerical: "Numerical Claim",
  quote: "Quote Verification",
  causal: "Causal Claim",
  position: "Position Statement",
};

/**
 * The judged claims in the form of AVeriTeC (https://fever.ai/dataset/averitec.html), with days as "dd-mm-yyyy": one JSON list and its datasheet. Evidence
 * that answers no question stands under `evidence`, which that form does not have: no question is made up for it.
 */
export const writeAveritec: Exporter = (report) => {
  const claims = judgedClaims(report, "averitec");
  const open = claims.reduce((sum, claim) => sum + claim.questions.length - questionsOf(claim, {}).length, 0);
  const about = [
    "Days are written dd-mm-yyyy. What is not known is null.",
    "Evidence that answers no question stands under `evidence`, which the form does not have, and so do the title, the quote and the stance of what answers one. `source_medium` is the kind of the copy that the desk kept of a source; null where it kept none.",
    ...(open === 0 ? [] : [`Left out: ${counted(open, "question")} without an answer. What their evidence says stands under \`evidence\`.`]),
  ];
  const files = {
    "averitec.json": `${safeJson(
      claims.map((claim) => entry(claim, report)),
      2,
    )}\n`,
    "DATASHEET.md": datasheet(report, { name: "claims in the form of AVeriTeC", form: "averitec", about }),
  };
  return { type: "application/zip", extension: "averitec.zip", body: zipped(files) };
};

function entry(claim: JudgedClaim, { document, publication, workspace, media = {} }: Report): JsonObject {
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
    questions: questionsOf(claim, media),
    evidence: claim.evidence.filter(({ answer }) => !answer?.words).map((evidence) => evidenceEntry(evidence, media)),
  };
}

const ANSWER_TYPES: Record<AnswerType, string> = { extractive: "Extractive", abstractive: "Abstractive", boolean: "Boolean" };

/** The questions that have an answer in words, and those that have none to be found. */
function questionsOf(claim: JudgedClaim, media: Media): Json[] {
  return answeredQuestions(claim).asked.flatMap(({ question, answers }): Json[] => {
    const written = answers.flatMap((evidence) => answerEntry(evidence, media));
    if (written.length > 0) return [{ question: question.text, answers: written }];
    return question.unanswerable ? [{ question: question.text, answers: [UNANSWERABLE] }] : [];
  });
}

/** The words that the form has for it. */
const UNANSWERABLE = { answer: "No answer could be found.", answer_type: "Unanswerable", source_url: null, cached_source_url: null, source_medium: null };

function answerEntry(evidence: ReportEvidence, media: Media): JsonObject[] {
  const { answer } = evidence;
  if (!answer?.words) return [];
  const said = { answer: answer.words, answer_type: ANSWER_TYPES[answer.type], ...known("boolean_explanation", answer.reason) };
  return [{ ...said, ...evidenceEntry(evidence, media) }];
}

/** As the form calls them. */
const MEDIA: Record<SnapshotType, string> = {
  "text/html": "Web text",
  "text/plain": "Web text",
  "application/pdf": "PDF",
  "image/png": "Image/graphic",
  "image/jpeg": "Image/graphic",
  "image/webp": "Image/graphic",
};

type Media = NonNullable<Report["media"]>;

function evidenceEntry({ id, stance, quote, source, archiveUrl, archivedOn, accessedOn, locator }: ReportEvidence, media: Media): JsonObject {
  const kept = media[id];
  return {
    stance,
    quote: quote || null,
    source_title: source.title,
    source_url: source.url,
    cached_source_url: archiveUrl,
    source_medium: kept === undefined ? null : MEDIA[kept],
    cached_on: day(archivedOn),
    accessed_on: day(accessedOn),
    locator: locator || null,
  };
}

function day(value: string | null): string | null {
  return value === null ? null : value.slice(0, 10).split("-").reverse().join("-");
}
