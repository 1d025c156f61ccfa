import type { CodePointIndex } from "@/lib/anchoring/code-points";
import type { DescribedSpan } from "@/lib/anchoring/describe";
import type { ClaimState } from "@/lib/domain/claim";
import type { Span } from "@/lib/domain/text";
import { known, type Json, type JsonObject } from "./json";
import { claimIri, labelIri, sourceIri, textIri } from "./jsonld-iris";
import type { Report } from "./report";
import type { ReportClaim, ReportEvidence } from "./report-claim";
import type { ReportFragment, ReportPlace } from "./report-places";
import type { ReportQuestion } from "./report-questions";

/** How the report's text says where something is in it. */
export interface Places {
  points: CodePointIndex;
  /** The words at a span, with as much of what surrounds them as sets them apart. */
  describe: (span: Span) => DescribedSpan;
}

/** The claim as a W3C annotation: one target a fragment, and a body for the statement, the verdict, its reasons and each source. */
export function claimAnnotation(claim: ReportClaim, report: Report, places: Places): JsonObject {
  const { ruling, desk } = claim;
  const targets = [
    ...claim.fragments.map((span) => foundTarget(span, report, places)),
    ...claim.lost.map((quote) => target(report, [{ type: "TextQuoteSelector", ...quote }])),
  ];
  return {
    id: claimIri(report, claim.id),
    type: "Annotation",
    motivation: motivation(claim.state, ruling !== null || claim.verdict !== null),
    ...known("modified", ruling?.updatedAt ?? null),
    body: [
      textBody("describing", claim.statement),
      ...(claim.verdict ? [verdict(claim.verdict, report)] : []),
      ...(ruling
        ? [textBody("assessing", ruling.summary), ...(ruling.justification === "" ? [] : [textBody("commenting", ruling.justification, "text/markdown")])]
        : []),
      ...claim.questions.map(asked),
      ...claim.evidence.map((evidence) => ({ ...link(evidence, report), ...answers(evidence, claim.questions) })),
      ...claim.tags.map((tag) => textBody("tagging", tag)),
      ...(desk?.assessments ?? []).map((each): Json => ({
        ...textBody("assessing", each.rationale, "text/markdown"),
        creator: { type: "Person", name: each.reviewer },
        ...known("assay:verdict", each.label),
        ...known("assay:confidence", each.confidence),
      })),
    ],
    // A claim without any quote is about the text as a whole.
    target: targets.length === 0 ? textIri(report) : targets,
    "assay:number": claim.deskNumber,
    "assay:state": claim.state,
    ...known("assay:shortForm", claim.shortForm),
    ...known("assay:speaker", claim.speaker),
    ...known("assay:saidOn", claim.saidOn),
    ...known("assay:media", claim.media && { ...claim.media }),
    ...known("assay:claimType", claim.type),
    ...known("assay:assignees", desk?.assignees ?? null),
    ...known("assay:checkWorthiness", desk?.checkWorthiness ?? null),
    ...known("assay:skipReason", desk?.skipReason ?? null),
    ...known("assay:skipNote", desk?.skipNote ?? null),
    ...known("assay:rulingBy", desk?.rulingBy ?? null),
  };
}

/** A body of words, with what it is there for: one of the W3C's motivations. */
export function textBody(purpose: string, value: string, format = "text/plain"): JsonObject {
  return { type: "TextualBody", purpose, format, value };
}

function motivation(state: ClaimState, judged: boolean): string {
  if (judged) return "assessing";
  return state === "spotted" || state === "skipped" ? "highlighting" : "questioning";
}

function verdict({ labelId, name, rating }: NonNullable<ReportClaim["verdict"]>, report: Report): Json {
  return { type: "SpecificResource", purpose: "classifying", source: { id: labelIri(report, labelId), label: name, ...known("assay:rating", rating) } };
}

/** A question, counted from 1 within the claim: what answers it says that number. */
function asked({ text, unanswerable, note }: ReportQuestion, index: number): Json {
  return {
    ...textBody("questioning", text),
    "assay:question": index + 1,
    ...(unanswerable ? { "assay:unanswerable": true } : {}),
    ...known("assay:note", note),
  };
}

function answers({ answer }: ReportEvidence, questions: readonly ReportQuestion[]): JsonObject {
  if (answer === null) return {};
  const number = questions.findIndex(({ id }) => id === answer.questionId) + 1;
  // The quote is there already.
  const words = answer.type === "extractive" ? "" : answer.words;
  return { "assay:answers": number, "assay:answerType": answer.type, ...known("assay:answer", words), ...known("assay:answerReason", answer.reason) };
}

function link(evidence: ReportEvidence, report: Report): JsonObject {
  const { source, archiveUrl, archivedOn, accessedOn, quote } = evidence;
  const state = { type: "TimeState", ...known("cached", archiveUrl), ...known("sourceDate", moment(accessedOn ?? archivedOn)) };
  return {
    type: "SpecificResource",
    purpose: "linking",
    source: {
      id: source.url ?? sourceIri(report, source.id),
      label: source.title,
      ...known("assay:publisher", source.publisher),
      ...known("assay:author", source.author),
      ...known("assay:publishedOn", source.publishedOn),
      "assay:sourceType": source.type,
      "assay:primary": source.primary,
    },
    ...(quote === "" ? {} : { selector: { type: "TextQuoteSelector", exact: quote } }),
    ...(Object.keys(state).length > 1 ? { state } : {}),
    "assay:stance": evidence.stance,
    ...known("assay:locator", evidence.locator),
    ...known("assay:archivedOn", archivedOn),
    ...known("assay:note", evidence.note),
    ...(evidence.confidential ? { "assay:confidential": true } : {}),
  };
}

function foundTarget({ place, ...span }: ReportFragment, report: Report, { points, describe }: Places): Json {
  const { start, end, exact, prefix, suffix } = describe(span);
  const selector = [
    { type: "TextQuoteSelector", exact, prefix, suffix },
    { type: "TextPositionSelector", start: points.toCodePoints(start), end: points.toCodePoints(end) },
  ];
  return { ...target(report, selector), ...(place ? sureness(place) : {}) };
}

/** How sure the desk is of a place: the last correction of the text may have changed its words, or left them in doubt. */
function sureness({ status, similarity, quoted }: ReportPlace): JsonObject {
  return { "assay:anchorStatus": status, "assay:similarity": similarity, ...known("assay:quoted", quoted) };
}

/** The selectors select in our revision of the text; the page it came from is named as the scope. */
function target(report: Report, selector: Json[]): JsonObject {
  return { type: "SpecificResource", source: textIri(report), selector, ...known("scope", report.document.url) };
}

/** A day as the moment at which it begins: the W3C dates are xsd:dateTime. */
function moment(day: string | null): string | null {
  return day === null ? null : `${day.slice(0, 10)}T00:00:00Z`;
}
