import { createCodePointIndex, type CodePointIndex } from "@/lib/anchoring/code-points";
import { BRAND } from "@/lib/domain/brand";
import type { ClaimState } from "@/lib/domain/claim";
import type { Span } from "@/lib/domain/text";
import type { TextExporter } from "./exported-file";
import type { Report } from "./report";
import type { ReportClaim, ReportEvidence } from "./report-claim";

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Our own terms, which the W3C vocabulary has no word for; readers that do not know them pass them over. */
const OWN_TERMS = { assay: "urn:x-assay:terms#" };
/** UTF-16 units of context on each side of a quote. */
const CONTEXT_UNITS = 32;

/**
 * The claims as a W3C annotation collection: one annotation a claim, one target a fragment. Positions count Unicode code
 * points of the revision's canonical text. https://www.w3.org/TR/annotation-model/
 */
export const writeJsonLd: TextExporter = (report) => {
  const { baseUrl, document, revision, scale } = report;
  const id = `${baseUrl}/documents/${document.id}/annotations`;
  const points = createCodePointIndex(revision.text);
  const collection: Json = {
    "@context": ["http://www.w3.org/ns/anno.jsonld", OWN_TERMS],
    id,
    type: "AnnotationCollection",
    label: document.title,
    generator: { type: "Software", name: BRAND.name },
    generated: report.exportedAt,
    "assay:document": {
      id: textIri(report),
      title: document.title,
      ...known("author", document.author),
      ...known("publication", document.publication),
      ...known("publishedOn", document.publishedOn),
      ...known("url", document.url),
      kind: document.kind,
      language: document.language,
      codePoints: points.length,
    },
    "assay:scale": {
      name: scale.name,
      version: scale.version,
      labels: scale.labels.map(({ id: labelId, name, definition, rating, tone }) => ({ id: labelIri(report, labelId), name, definition, rating, tone })),
    },
    total: report.claims.length,
    first: {
      id: `${id}#page-1`,
      type: "AnnotationPage",
      partOf: id,
      startIndex: 0,
      items: report.claims.map((claim) => annotation(claim, report, points)),
    },
  };
  // "<" never stands in the file as such, so that it can be put into a page.
  const body = JSON.stringify(collection, null, 2).replaceAll("<", "\\u003c");
  return { type: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"', extension: "jsonld", body: `${body}\n` };
};

function annotation(claim: ReportClaim, report: Report, points: CodePointIndex): Json {
  const { ruling, desk } = claim;
  const targets = [
    ...claim.fragments.map((span) => foundTarget(span, report, points)),
    ...claim.lost.map((quote) => target(report, [{ type: "TextQuoteSelector", ...quote }])),
  ];
  return {
    id: `${report.baseUrl}/documents/${report.document.id}/claims/${claim.id}`,
    type: "Annotation",
    motivation: motivation(claim.state, ruling !== null),
    ...known("modified", ruling?.updatedAt ?? null),
    body: [
      text("describing", claim.statement),
      ...(claim.verdict ? [verdict(claim.verdict, report)] : []),
      ...(ruling
        ? [text("assessing", ruling.summary), ...(ruling.justification === "" ? [] : [text("commenting", ruling.justification, "text/markdown")])]
        : []),
      ...claim.evidence.map((evidence) => link(evidence, report)),
      ...claim.tags.map((tag) => text("tagging", tag)),
      ...(desk?.assessments ?? []).map((each): Json => ({
        ...text("assessing", each.rationale, "text/markdown"),
        creator: { type: "Person", name: each.reviewer },
        ...known("assay:verdict", each.label),
      })),
    ],
    // A claim without any quote is about the text as a whole.
    target: targets.length === 0 ? textIri(report) : targets,
    "assay:number": claim.deskNumber,
    "assay:state": claim.state,
    ...known("assay:shortForm", claim.shortForm),
    ...known("assay:speaker", claim.speaker),
    ...known("assay:saidOn", claim.saidOn),
    ...known("assay:claimType", claim.type),
    ...(desk && desk.assignees.length > 0 ? { "assay:assignees": desk.assignees } : {}),
    ...known("assay:checkWorthiness", desk?.checkWorthiness ?? null),
    ...known("assay:skipReason", desk?.skipReason ?? null),
    ...known("assay:skipNote", desk?.skipNote ?? null),
    ...known("assay:rulingBy", desk?.rulingBy ?? null),
  };
}

function motivation(state: ClaimState, ruled: boolean): string {
  if (ruled) return "assessing";
  return state === "spotted" || state === "skipped" ? "highlighting" : "questioning";
}

function text(purpose: string, value: string, format = "text/plain"): { [key: string]: Json } {
  return { type: "TextualBody", purpose, format, value };
}

function verdict({ labelId, name, rating }: NonNullable<ReportClaim["verdict"]>, report: Report): Json {
  return { type: "SpecificResource", purpose: "classifying", source: { id: labelIri(report, labelId), label: name, ...known("assay:rating", rating) } };
}

function link(evidence: ReportEvidence, report: Report): Json {
  const { source, archiveUrl, archivedOn, accessedOn, quote } = evidence;
  const state = { type: "TimeState", ...known("cached", archiveUrl), ...known("sourceDate", moment(accessedOn ?? archivedOn)) };
  return {
    type: "SpecificResource",
    purpose: "linking",
    source: {
      id: source.url ?? `${report.baseUrl}/sources/${source.id}`,
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

function foundTarget({ start, end, exact }: Span & { exact: string }, report: Report, points: CodePointIndex): Json {
  const { text: whole } = report.revision;
  const prefix = whole.slice(Math.max(0, start - CONTEXT_UNITS), start).replace(/^[\uDC00-\uDFFF]/, "");
  const suffix = whole.slice(end, end + CONTEXT_UNITS).replace(/[\uD800-\uDBFF]$/, "");
  return target(report, [
    { type: "TextQuoteSelector", exact, prefix, suffix },
    { type: "TextPositionSelector", start: points.toCodePoints(start), end: points.toCodePoints(end) },
  ]);
}

/** The selectors select in our revision of the text; the page it came from is named as the scope. */
function target(report: Report, selector: Json[]): Json {
  return { type: "SpecificResource", source: textIri(report), selector, ...known("scope", report.document.url) };
}

function textIri({ baseUrl, document, revision }: Report): string {
  return `${baseUrl}/documents/${document.id}/revisions/${revision.number}`;
}

function labelIri({ baseUrl, scale }: Report, labelId: string): string {
  return `${baseUrl}/scales/${scale.id}/labels/${labelId}`;
}

/** A day as the moment at which it begins: the W3C dates are xsd:dateTime. */
function moment(day: string | null): string | null {
  return day === null ? null : `${day.slice(0, 10)}T00:00:00Z`;
}

/** The property, where there is a value for it. */
function known(name: string, value: Json): { [key: string]: Json } {
  return value === null || value === "" ? {} : { [name]: value };
}
