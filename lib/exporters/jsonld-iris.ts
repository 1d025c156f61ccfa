import type { Report } from "./report";

/* The addresses by which W3C annotations name things. They stay the same from one export to the next. */

/** The revision of the text that the selectors select in. */
export function textIri({ baseUrl, document, revision }: Report): string {
  return `${baseUrl}/documents/${document.id}/revisions/${revision.number}`;
}

/** A claim, which is an annotation of the text. */
export function claimIri({ baseUrl, document }: Report, claimId: string): string {
  return `${baseUrl}/documents/${document.id}/claims/${claimId}`;
}

/** A label of the scale. */
export function labelIri({ baseUrl, scale }: Report, labelId: string): string {
  return `${baseUrl}/scales/${scale.id}/labels/${labelId}`;
}

/** A source of the library, where it has no address of its own. */
export function sourceIri({ baseUrl }: Report, sourceId: string): string {
  return `${baseUrl}/sources/${sourceId}`;
}

/** A comment of a discussion. */
export function commentIri({ baseUrl, document }: Report, commentId: string): string {
  return `${baseUrl}/documents/${document.id}/comments/${commentId}`;
}

/** An entry of the corrections. */
export function correctionIri({ baseUrl, document }: Report, correctionId: string): string {
  return `${baseUrl}/documents/${document.id}/corrections/${correctionId}`;
}
