import { createLoader, createSerializer, parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { DOCUMENT_KINDS, DOCUMENT_STATES } from "@/lib/domain/document";

export const DOCUMENT_SORTS = ["updated", "title", "published"] as const;

/** What the address of the documents list says, for the server that reads it and the page that changes it. */
export const documentParams = {
  q: parseAsString.withDefault(""),
  state: parseAsStringLiteral(DOCUMENT_STATES),
  kind: parseAsStringLiteral(DOCUMENT_KINDS),
  sort: parseAsStringLiteral(DOCUMENT_SORTS).withDefault("updated"),
  page: parseAsInteger.withDefault(1),
};

export const loadDocumentParams = createLoader(documentParams);

const serialize = createSerializer(documentParams);

/** The address of the list as asked. */
export function documentsHref(asked: Parameters<typeof serialize>[1] & object): string {
  return serialize("/documents", asked);
}
