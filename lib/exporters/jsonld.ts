import { createCodePointIndex, type CodePointIndex } from "@/lib/anchoring/code-points";
import { createDescriber } from "@/lib/anchoring/describe";
import { BRAND } from "@/lib/domain/brand";
import type { TextExporter } from "./exported-file";
import { known, safeJson, type Json, type JsonObject } from "./json";
import { claimAnnotation } from "./jsonld-claim";
import { labelIri, textIri } from "./jsonld-iris";
import { commentAnnotations, correctionAnnotation } from "./jsonld-remarks";
import type { Report } from "./report";

const CONTEXT: Json = [
  "http://www.w3.org/ns/anno.jsonld",
  // Our own terms, which the W3C vocabulary has no word for; readers that do not know them pass them over.
  { assay: "urn:x-assay:terms#" },
];
/** How many annotations stand on one page. */
const PAGE_SIZE = 200;

/**
 * The claims as a W3C annotation collection: one annotation a claim, one target a fragment; then what was said about them, where the report shows it, and
 * what was corrected. Positions count Unicode code points of the revision's canonical text. One page stands inside the collection; several stand beside it.
 * https://www.w3.org/TR/annotation-model/
 */
export const writeJsonLd: TextExporter = (report) => {
  const points = createCodePointIndex(report.revision.text);
  const places = { points, describe: createDescriber(report.revision.text) };
  const annotations = [
    ...report.claims.map((claim) => claimAnnotation(claim, report, places)),
    ...report.claims.flatMap((claim) => commentAnnotations(claim, report)),
    ...report.corrections.map((correction) => correctionAnnotation(correction, report)),
  ];
  const id = `${report.baseUrl}/documents/${report.document.id}/annotations`;
  const pages = pagesOf(annotations, id);
  const [only, ...more] = pages;
  const collection = collectionOf(report, id, annotations.length, points);
  const file: JsonObject =
    only === undefined || more.length === 0
      ? { "@context": CONTEXT, ...collection, ...known("first", only ?? null) }
      : { "@context": CONTEXT, "@graph": [{ ...collection, first: pageIri(id, 1), last: pageIri(id, pages.length) }, ...pages] };
  return { type: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"', extension: "jsonld", body: `${safeJson(file, 2)}\n` };
};

function collectionOf(report: Report, id: string, total: number, points: CodePointIndex): JsonObject {
  const { document, scale } = report;
  return {
    id,
    type: "AnnotationCollection",
    label: document.title,
    generator: { type: "Software", name: BRAND.name },
    generated: report.exportedAt,
    "assay:document": {
      id: textIri(report),
      "assay:title": document.title,
      ...known("assay:author", document.author),
      ...known("assay:publication", document.publication),
      ...known("assay:publishedOn", document.publishedOn),
      ...known("assay:url", document.url),
      "assay:kind": document.kind,
      "assay:language": document.language,
      "assay:codePoints": points.length,
    },
    "assay:scale": {
      "assay:name": scale.name,
      "assay:version": scale.version,
      "assay:labels": scale.labels.map(({ id: labelId, name, definition, boundaryRule, rating, tone }) => ({
        id: labelIri(report, labelId),
        label: name,
        "assay:definition": definition,
        ...known("assay:boundaryRule", boundaryRule),
        ...known("assay:rating", rating),
        "assay:tone": tone,
      })),
    },
    total,
  };
}

function pagesOf(annotations: readonly JsonObject[], collection: string): JsonObject[] {
  const count = Math.ceil(annotations.length / PAGE_SIZE);
  return Array.from({ length: count }, (_, index) => ({
    id: pageIri(collection, index + 1),
    type: "AnnotationPage",
    partOf: collection,
    startIndex: index * PAGE_SIZE,
    ...(index === 0 ? {} : { prev: pageIri(collection, index) }),
    ...(index + 1 === count ? {} : { next: pageIri(collection, index + 2) }),
    items: annotations.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE),
  }));
}

function pageIri(collection: string, number: number): string {
  return `${collection}#page-${number}`;
}
