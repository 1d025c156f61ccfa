import jsonld, { type NodeObject } from "jsonld";

/* The terms of the W3C's context that the exporters use, as its vocabulary defines them (https://www.w3.org/TR/annotation-vocab/), so that tests need no network. */
const OA = "http://www.w3.org/ns/oa#";
const AS = "http://www.w3.org/ns/activitystreams#";
const DCTERMS = "http://purl.org/dc/terms/";
const link = (id: string) => ({ "@id": id, "@type": "@id" });
const moment = (id: string) => ({ "@id": id, "@type": "http://www.w3.org/2001/XMLSchema#dateTime" });
const count = (id: string) => ({ "@id": id, "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger" });
const motivations = [
  ...["assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting"],
  ...["identifying", "linking", "moderating", "questioning", "replying", "tagging"],
];

const CONTEXT = {
  id: { "@id": "@id", "@type": "@id" },
  type: { "@id": "@type", "@type": "@id" },
  ...Object.fromEntries(
    ["Annotation", "TextualBody", "SpecificResource", "TextQuoteSelector", "TextPositionSelector", "TimeState"].map((each) => [each, OA + each]),
  ),
  AnnotationCollection: `${AS}OrderedCollection`,
  AnnotationPage: `${AS}OrderedCollectionPage`,
  Software: `${AS}Application`,
  Person: "http://xmlns.com/foaf/0.1/Person",
  ...Object.fromEntries(motivations.map((each) => [each, OA + each])),
  body: link(`${OA}hasBody`),
  target: link(`${OA}hasTarget`),
  source: link(`${OA}hasSource`),
  selector: link(`${OA}hasSelector`),
  state: link(`${OA}hasState`),
  scope: link(`${OA}hasScope`),
  motivation: { "@id": `${OA}motivatedBy`, "@type": "@vocab" },
  purpose: { "@id": `${OA}hasPurpose`, "@type": "@vocab" },
  exact: `${OA}exact`,
  prefix: `${OA}prefix`,
  suffix: `${OA}suffix`,
  start: count(`${OA}start`),
  end: count(`${OA}end`),
  cached: link(`${OA}cachedSource`),
  sourceDate: moment(`${OA}sourceDate`),
  value: "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
  format: "http://purl.org/dc/elements/1.1/format",
  label: "http://www.w3.org/2000/01/rdf-schema#label",
  name: "http://xmlns.com/foaf/0.1/name",
  creator: link(`${DCTERMS}creator`),
  created: moment(`${DCTERMS}created`),
  modified: moment(`${DCTERMS}modified`),
  generator: link(`${AS}generator`),
  generated: moment(`${DCTERMS}issued`),
  total: count(`${AS}totalItems`),
  first: link(`${AS}first`),
  last: link(`${AS}last`),
  next: link(`${AS}next`),
  prev: link(`${AS}prev`),
  partOf: link(`${AS}partOf`),
  startIndex: count(`${AS}startIndex`),
  items: { "@id": `${AS}items`, "@type": "@id", "@container": "@list" as const },
};

/** Every annotation of the file, as an independent reader of JSON-LD understands it. Throws when a property would be lost. For the tests. */
export async function annotationsOf(file: string): Promise<NodeObject[]> {
  // JSON.parse gives `any`; the library takes any JSON.
  const document = JSON.parse(file) as NodeObject;
  // The library's types do not know the option by which it refuses to drop what it does not understand.
  const options = { safe: true, documentLoader: load };
  const flat: unknown = await jsonld.flatten(document, undefined, options);
  // Flattening always gives a list of nodes.
  return (flat as NodeObject[]).filter((node) => [node["@type"]].flat().includes(`${OA}Annotation`));
}

function load(url: string) {
  if (url !== "http://www.w3.org/ns/anno.jsonld") throw new Error(`The tests are offline: ${url}`);
  return Promise.resolve({ contextUrl: undefined, documentUrl: url, document: { "@context": CONTEXT } });
}
