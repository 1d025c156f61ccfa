import { isThing, listOf } from "./json";

/** How deep files are renamed; what lies deeper stays as it is, and no reader looks there. */
const DEEPEST = 40;
/** Prefixes and namespaces of the vocabularies that annotations and reviews are written in; the name is what follows. */
const NAMESPACE =
  /^(?:(?:oa|as|cnt|schema|sdo|dc|dcterms|foaf|rdf|rdfs):|https?:\/\/(?:www\.)?(?:schema\.org\/|w3\.org\/(?:ns\/(?:oa|activitystreams)|1999\/02\/22-rdf-syntax-ns|2000\/01\/rdf-schema|2011\/content)#|purl\.org\/dc\/(?:terms|elements\/1\.1)\/|xmlns\.com\/foaf\/0\.1\/))(?=\w+$)/;
/** What shows that names are written with their vocabulary, or in the terms of Open Annotation. */
const NOT_PLAIN = /"(?:(?:oa|schema|sdo):\w+|https?:\/\/(?:www\.)?(?:schema\.org\/|w3\.org\/ns\/oa#)\w+|hasTarget)"\s*:/;

/** Terms of Open Annotation, and what the W3C's model calls them. https://www.openannotation.org/spec/core/ */
const OPEN_ANNOTATION: ReadonlyMap<string, string> = new Map([
  ...["target", "body", "selector", "source", "state", "purpose"].map((term): [string, string] => [`has${term.charAt(0).toUpperCase()}${term.slice(1)}`, term]),
  ["annotatedBy", "creator"],
  ["motivatedBy", "motivation"],
]);

/**
 * The JSON with the plain names of its terms, where the file writes them with their vocabulary ("schema:url", "http://schema.org/url"), expands them
 * (a list of one, "@value"), or has those of Open Annotation; else the same. `text` is the file. https://www.w3.org/TR/json-ld11/#expanded-document-form
 */
export function withPlainNames(json: unknown, text: string): unknown {
  return NOT_PLAIN.test(text) ? renamed(json, 0) : json;
}

function renamed(value: unknown, depth: number): unknown {
  if (depth > DEEPEST) return value;
  if (Array.isArray(value)) return value.map((each) => renamed(each, depth + 1));
  if (!isThing(value)) return value;
  const entries = Object.entries(value).map(([key, inside]): [string, unknown] => {
    const plain = key.replace(NAMESPACE, "");
    const known = renamed(plain === key ? inside : unwrapped(inside), depth + 1);
    return [OPEN_ANNOTATION.get(plain) ?? plain, known];
  });
  return Object.fromEntries(entries);
}

/** The one value that an expanded list holds, or the list. */
function unwrapped(value: unknown): unknown {
  const listed = listOf(value);
  const [first] = listed;
  if (listed.length > 1 || !isThing(first)) return value;
  return first["@value"] ?? first["@list"] ?? first;
}
