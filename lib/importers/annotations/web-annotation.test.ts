import { describe, expect, it } from "vitest";
import { first, quote, read } from "./test-reading";

describe("W3C annotations", () => {
  const selector = [
    { type: "TextQuoteSelector", exact: "the tolls doubled", prefix: "said that ", suffix: " in a year" },
    { type: "TextPositionSelector", start: 120, end: 137 },
  ];
  const annotation = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: "http://example.org/anno/1",
    type: "Annotation",
    creator: { type: "Person", name: "Mira" },
    body: [
      { type: "TextualBody", purpose: "describing", value: "Tolls doubled within a year." },
      { type: "TextualBody", purpose: "tagging", value: "tolls" },
      { type: "TextualBody", purpose: "commenting", format: "text/html", value: "<p>Ask the <b>treasurer</b>.</p><script>alert(1)</script>" },
      {
        type: "SpecificResource",
        purpose: "linking",
        source: { id: "https://city.example/budget", label: "Budget" },
        state: { type: "TimeState", cached: "https://archive.example/1", sourceDate: "2020-02-03T00:00:00Z" },
      },
      { type: "SpecificResource", purpose: "classifying", source: { id: "https://scale.example/false", label: "False" } },
    ],
    target: { type: "SpecificResource", source: "https://news.example/tolls", selector },
  };

  it("become claims with their quote, statement, tags, notes, sources and verdict", () => {
    const { format, claims, faults } = read(annotation);
    expect({ format, faults }).toEqual({ format: "web_annotation", faults: [] });
    expect(claims).toMatchObject([
      {
        row: "Annotation 1",
        quotes: [quote("the tolls doubled", { prefix: "said that ", suffix: " in a year", start: 120 })],
        ...{ statement: "Tolls doubled within a year.", tags: ["tolls"], verdict: "False" },
        notes: ["Mira: Ask the treasurer.\nalert(1)"],
        sources: [
          { title: "Budget", url: "https://city.example/budget", archiveUrl: "https://archive.example/1", accessedOn: "2020-02-03", stance: "context" },
        ],
      },
    ]);
  });

  it.each<[string, unknown]>([
    ["a list", [annotation, annotation]],
    ["a page", { type: "AnnotationPage", items: [annotation, annotation] }],
    [
      "a collection",
      { type: "AnnotationCollection", first: { type: "AnnotationPage", items: [annotation], next: { type: "AnnotationPage", items: [annotation] } } },
    ],
    ["a graph", { "@graph": [annotation, { ...annotation, type: "oa:Annotation" }] }],
    ["a line each", `${JSON.stringify(annotation)}\n${JSON.stringify(annotation)}\n`],
  ])("are read from %s", (_, value) => {
    expect(read(value).claims.map(({ statement }) => statement)).toEqual(["Tolls doubled within a year.", "Tolls doubled within a year."]);
  });

  it("are noted where they are about another annotation, as comments and replies are", () => {
    const comment = {
      id: "c1",
      type: "Annotation",
      motivation: "commenting",
      creator: { name: "Jo" },
      body: { type: "TextualBody", value: "Why?" },
      target: annotation.id,
    };
    const reply = { ...comment, id: "c2", motivation: "replying", creator: { name: "Kim" }, body: { type: "TextualBody", value: "Because." }, target: "c1" };
    const { claims, faults } = read([annotation, comment, reply]);
    expect({ count: claims.length, faults }).toEqual({ count: 1, faults: [] });
    expect(claims[0]?.notes.slice(1)).toEqual(["Jo: Why?", "Kim: Because."]);
  });

  it("may stand after the replies to them; those about each other, or about themselves, end somewhere", () => {
    const about = (id: string, target: unknown) => ({ id, type: "Annotation", body: { type: "TextualBody", value: id }, target });
    const early = read([about("c2", { source: "c1" }), about("c1", annotation.id), annotation]);
    expect(early).toMatchObject({ claims: [{ row: "Annotation 3" }], faults: [] });
    expect(early.claims[0]?.notes.slice(1)).toEqual(["c2", "c1"]);
    const round = read([about("a", "b"), about("b", "a"), about("c", "b"), about("d", "d")]);
    expect(round.claims.map(({ notes }) => notes)).toEqual([["a", "b", "c"], ["d"]]);
  });

  it("are found by the words in the address that is their target", () => {
    expect(first({ type: "Annotation", target: "https://news.example/#:~:text=tolls%20doubled" })?.quotes).toEqual([quote("tolls doubled")]);
  });

  it("are tagged where all that they say is a tag", () => {
    const tagged = { ...annotation, motivation: "oa:tagging", body: [{ type: "TextualBody", value: "tolls" }, "budget"] };
    expect(first(tagged)).toMatchObject({ tags: ["tolls", "budget"], notes: [] });
    expect(first({ ...annotation, motivation: "tagging", body: { type: "TextualBody", purpose: "commenting", value: "Why?" } })).toMatchObject({
      ...{ tags: [], notes: ["Mira: Why?"] },
    });
  });

  it.each<[string, unknown]>([
    [
      "in its own terms",
      {
        ...{ "@context": "http://www.w3.org/ns/oa.jsonld", "@type": "oa:Annotation", annotatedBy: { name: "Jo" } },
        hasBody: [
          { "@type": "cnt:ContentAsText", chars: "Why?" },
          { "@type": ["oa:Tag", "cnt:ContentAsText"], chars: "tolls" },
        ],
        hasTarget: { "@type": "oa:SpecificResource", hasSource: "x", hasSelector: { "@type": "oa:TextQuoteSelector", exact: "the tolls" } },
      },
    ],
    [
      "with its prefix",
      {
        "@graph": [
          {
            ...{ "@type": "oa:Annotation", "oa:annotatedBy": { "foaf:name": "Jo" } },
            "oa:hasBody": [{ "cnt:chars": "Why?" }, { "@type": "oa:Tag", "rdf:value": "tolls" }],
            "oa:hasTarget": { "oa:hasSelector": { "@type": "oa:TextQuoteSelector", "oa:exact": "the tolls" } },
          },
        ],
      },
    ],
    [
      "expanded",
      [
        {
          "@type": ["http://www.w3.org/ns/oa#Annotation"],
          "http://purl.org/dc/terms/creator": [{ "http://xmlns.com/foaf/0.1/name": [{ "@value": "Jo" }] }],
          "http://www.w3.org/ns/oa#hasBody": [
            { "http://www.w3.org/1999/02/22-rdf-syntax-ns#value": [{ "@value": "Why?" }] },
            {
              "http://www.w3.org/ns/oa#hasPurpose": [{ "@id": "http://www.w3.org/ns/oa#tagging" }],
              "http://www.w3.org/1999/02/22-rdf-syntax-ns#value": [{ "@value": "tolls" }],
            },
          ],
          "http://www.w3.org/ns/oa#hasTarget": [
            {
              "http://www.w3.org/ns/oa#hasSelector": [
                { "@type": ["http://www.w3.org/ns/oa#TextQuoteSelector"], "http://www.w3.org/ns/oa#exact": [{ "@value": "the tolls" }] },
              ],
            },
          ],
        },
      ],
    ],
  ])("are those of Open Annotation %s", (_, value) => {
    expect(read(value)).toMatchObject({
      ...{ format: "web_annotation", faults: [] },
      claims: [{ quotes: [quote("the tolls")], notes: ["Jo: Why?"], tags: ["tolls"] }],
    });
  });

  it("are read from a flattened graph", () => {
    const graph = [
      { "@id": "a", "@type": "oa:Annotation", "oa:hasBody": { "@id": "_:b" }, "oa:hasTarget": { "@id": "_:t" } },
      { "@id": "_:b", "cnt:chars": "Why?" },
      { "@id": "_:t", "oa:hasSelector": { "@id": "_:s" } },
      { "@id": "_:s", "@type": "oa:TextQuoteSelector", "oa:exact": "the tolls" },
    ];
    expect(read({ "@graph": graph }).claims).toMatchObject([{ quotes: [quote("the tolls")], notes: ["Why?"] }]);
  });

  it("are read from a collection of Activity Streams", () => {
    const items = { "@list": [{ "@type": "oa:Annotation", "oa:hasTarget": { "oa:hasSelector": { "@type": "oa:TextQuoteSelector", "oa:exact": "x" } } }] };
    expect(read({ "@graph": [{ "@type": "as:OrderedCollectionPage", "as:items": items }] }).claims).toMatchObject([{ quotes: [quote("x")] }]);
  });

  it("that quote words are about these, whatever their text is called", () => {
    const of = (exact: string) => ({ ...annotation, target: { source: annotation.id, selector: { type: "TextQuoteSelector", exact } } });
    expect(read([of("one"), { ...of("two"), id: "http://example.org/anno/2" }]).claims.map(({ quotes }) => quotes[0]?.exact)).toEqual(["one", "two"]);
  });

  it("have pages beside each other", () => {
    const page = (number: number, next?: string) => ({
      id: `#page-${String(number)}`,
      type: "AnnotationPage",
      next,
      items: [{ ...annotation, id: `a${String(number)}` }],
    });
    const graph = [{ id: "#all", type: "AnnotationCollection", first: "#page-1", last: "#page-2" }, page(1, "#page-2"), page(2)];
    expect(read({ "@graph": graph })).toMatchObject({ claims: [{}, {}], faults: [] });
  });

  it("say which page is missing, and which place has no words", () => {
    const { claims, faults } = read({
      type: "AnnotationCollection",
      first: { items: [{ ...annotation, target: { source: "x", selector: { type: "CssSelector", value: "p" } } }], next: "https://example.org/page2" },
    });
    expect(claims[0]?.quotes).toEqual([]);
    expect(faults.map(({ field }) => field).sort()).toEqual(["next", "selector"]);
  });

  it("have several targets, refined selectors, choices, and fragments in addresses", () => {
    const target = [
      { selector: { type: "FragmentSelector", value: "p1", refinedBy: selector } },
      {
        selector: {
          type: "Choice",
          items: [
            { type: "XPathSelector", value: "/p" },
            { type: "TextQuoteSelector", exact: "a second" },
          ],
        },
      },
      { source: "https://news.example/#:~:text=before-,the%20mayor,said%20so,-after" },
      "https://news.example/",
    ];
    expect(first({ ...annotation, target })?.quotes).toEqual([
      quote("the tolls doubled", { prefix: "said that ", suffix: " in a year", start: 120 }),
      quote("a second"),
      quote("the mayor", { prefix: "before", suffix: "after", until: "said so" }),
    ]);
  });
});
