import { describe, expect, it } from "vitest";
import { readForeign } from "./formats";
import type { ForeignClaim } from "./foreign-claim";

const read = (value: unknown) => readForeign(typeof value === "string" ? value : JSON.stringify(value));
const first = (value: unknown): ForeignClaim | undefined => read(value).claims[0];
const quote = (exact: string, more = {}) => ({ exact, prefix: "", suffix: "", start: null, until: "", quoted: "", ...more });

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

describe("Hypothesis", () => {
  const row = {
    ...{
      id: "abc",
      created: "2021-01-01T00:00:00Z",
      user: "acct:jo@hypothes.is",
      uri: "https://news.example/",
      text: "Is this *so*?",
      tags: ["check", "tolls"],
    },
    target: [
      {
        source: "https://news.example/",
        selector: [
          { type: "RangeSelector", startContainer: "/p[1]", endContainer: "/p[1]", startOffset: 3, endOffset: 20 },
          { type: "TextPositionSelector", start: 900, end: 917 },
          { type: "TextQuoteSelector", exact: "the tolls doubled", prefix: "x", suffix: "y" },
        ],
      },
    ],
  };
  const reply = { ...row, id: "def", user: "acct:kim@hypothes.is", text: "No.", references: ["abc"], target: [{ source: "https://news.example/" }] };
  const pageNote = { ...row, id: "ghi", target: [{ source: "https://news.example/" }] };

  it.each<[string, unknown]>([
    ["the answer of its API", { total: 3, rows: [reply, row, pageNote] }],
    ["what its client exports", { export_date: "2024-01-01T00:00:00Z", export_userid: "jo", client_version: "1.2", annotations: [reply, row, pageNote] }],
    ["rows alone", [reply, row, pageNote]],
  ])("is read from %s, replies as notes", (_, value) => {
    const { format, claims, faults } = read(value);
    expect(format).toBe("hypothesis");
    expect(faults).toMatchObject([{ field: "target", message: expect.stringContaining("whole page") as string }]);
    expect(claims).toMatchObject([
      {
        quotes: [quote("the tolls doubled", { prefix: "x", suffix: "y", start: 900 })],
        statement: "",
        tags: ["check", "tolls"],
        notes: ["jo: Is this *so*?", "kim: No."],
      },
    ]);
  });

  it("says which reply answers nothing that is there", () => {
    expect(read({ rows: [row, { ...reply, references: ["elsewhere"] }] })).toMatchObject({
      claims: [{ notes: ["jo: Is this *so*?"] }],
      faults: [{ row: "Annotation 2", message: expect.stringContaining("not in this file") as string }],
    });
  });

  it.each([
    [
      "Creation Date,URL,Group,Annotation/Reply Type,Quote,User,Body,Tags,Page",
      ([at, page, kind, quoted, user, text, tags]: string[]) => [at, page, "Public", kind, quoted, user, text, tags, ""],
    ],
    [
      "Created at,Author,Page,URL,Group,Annotation/Reply Type,Quote,Comment,Tags",
      ([at, page, kind, quoted, user, text, tags]: string[]) => [at, user, "iv", page, "Public", kind, quoted, text, tags],
    ],
    [
      "Created at,Author,Page,URL,Group,Type,Quote,Comment,Tags",
      ([at, page, kind, quoted, user, text, tags]: string[]) => [at, user, "", page, "Public", kind, quoted, text, tags],
    ],
  ])("is read from the table that its client exports: %s", (head, cells) => {
    const [one, two] = ["https://news.example/", "https://other.example/"];
    const lines = [
      ["2024-01-05 10:00", one, "Reply", "", "ann", "Too early.", ""],
      ["2024-01-05 10:00", one, "Annotation", "the tolls doubled", "jo", "Is this *so*?", '"check,tolls"'],
      ["2024-01-05 10:01", two, "Annotation", "another page", "jo", "", ""],
      ["2024-01-05 10:02", one, "Reply", "", "kim", "No.", ""],
      ["2024-01-05 10:03", one, "Annotation", "", "kim", "About it all.", "page"],
    ];
    const { format, claims, faults } = read([head, ...lines.map((line) => cells(line).join(","))].join("\n"));
    expect(format).toBe("hypothesis");
    const nothing = { statement: "", speaker: "", saidOn: null, sources: [], type: null };
    expect(claims).toMatchObject([
      { row: "Row 3", quotes: [quote("the tolls doubled")], tags: ["check", "tolls"], notes: ["jo: Is this *so*?", "kim: No."], ...nothing },
      { row: "Row 4", quotes: [quote("another page")], tags: [], notes: [], ...nothing },
    ]);
    const said = faults.map(({ row, message }) => `${row}: ${message}`);
    expect(said[0]).toMatch(/^Row 1: Not read: creat/);
    expect(said.slice(1)).toEqual([
      expect.stringMatching(/^Row 2: A reply to .* not in this file/),
      expect.stringMatching(/^Row 6: A note about the whole page/),
    ]);
  });
});

describe("Recogito", () => {
  it("is read in the W3C's form and in its own", () => {
    const selector = [
      { type: "TextQuoteSelector", exact: "Ithaca" },
      { type: "TextPositionSelector", start: 4, end: 10 },
    ];
    const bodies = [
      { type: "TextualBody", purpose: "commenting", value: "Home." },
      { type: "TextualBody", purpose: "tagging", value: "island" },
      { type: "TextualBody", purpose: "classifying", value: "place" },
    ];
    const expected = { quotes: [quote("Ithaca", { start: 4 })], notes: ["Home."], tags: ["island", "place"], verdict: "" };
    expect(first([{ "@context": "http://www.w3.org/ns/anno.jsonld", id: "#1", type: "Annotation", body: bodies, target: { selector } }])).toMatchObject(
      expected,
    );
    const own = read([{ id: "1", bodies, target: { annotation: "1", selector: [{ quote: "Ithaca", start: 4, end: 10 }] } }]);
    expect(own).toMatchObject({ format: "recogito", claims: [expected] });
    const quill = { purpose: "commenting", format: "Quill", value: JSON.stringify({ ops: [{ insert: "So " }, { insert: "it is\n" }] }) };
    const term = { purpose: "tagging", value: JSON.stringify({ id: "https://places.example/1", label: "Island" }) };
    expect(first([{ id: "1", bodies: [quill, term], target: { selector: [{ quote: "Ithaca" }] } }])).toMatchObject({ notes: ["So it is"], tags: ["Island"] });
  });

  it("is read from its table", () => {
    const table = `UUID,FILE,QUOTE_TRANSCRIPTION,ANCHOR,TYPE,URI,VOCAB_LABEL,TOKEN,LAT,LNG,PLACE_TYPE,VERIFICATION_STATUS,TAGS,COMMENTS
1,text.txt,Ithaca,char-offset:4,PLACE,https://places.example/1,Ithake,,,,,VERIFIED,island|home,The sea.`;
    expect(read(table)).toMatchObject({
      format: "recogito",
      claims: [
        { row: "Row 2", quotes: [quote("Ithaca", { start: 4 })], tags: ["place", "island", "home"], notes: ["The sea.", "Ithake https://places.example/1"] },
      ],
    });
  });
});

describe("ClaimReview", () => {
  const review = {
    "@context": "http://schema.org",
    "@type": "ClaimReview",
    ...{ url: "https://facts.example/1", datePublished: "2022-05-06T10:00:00+02:00", claimReviewed: "Tolls &#8220;doubled&#8221; &amp; more" },
    author: { "@type": "Organization", name: "Facts &amp; Co" },
    itemReviewed: {
      "@type": "Claim",
      ...{ author: { "@type": "Person", name: "The mayor" }, datePublished: "2022-05-01", text: "the tolls doubled" },
      appearance: [{ "@type": "CreativeWork", url: "https://news.example/#:~:text=said%20that-,the%20tolls" }],
    },
    reviewRating: { "@type": "Rating", ratingValue: "1", bestRating: "5", worstRating: "1", alternateName: "False", ratingExplanation: "They rose by 3 %." },
  };

  it("becomes a claim with the review as a source; its rating judges nothing", () => {
    expect(read(review)).toMatchObject({
      format: "claim_review",
      faults: [],
      claims: [
        {
          ...{ row: "ClaimReview 1", statement: "Tolls “doubled” & more", speaker: "The mayor", saidOn: "2022-05-01", verdict: "False" },
          quotes: [quote("the tolls", { prefix: "said that" })],
          otherwise: [[quote("the tolls doubled")], [quote("Tolls “doubled” & more")]],
          sources: [
            {
              ...{ title: "Fact check: Tolls “doubled” & more", url: "https://facts.example/1", publisher: "Facts & Co", publishedOn: "2022-05-06" },
              ...{ type: "news", stance: "context", note: "Rated “False”.\n\nThey rose by 3 %." },
            },
          ],
        },
      ],
    });
  });

  it.each<[string, unknown]>([
    ["a graph", { "@context": "https://schema.org", "@graph": [{ "@type": "WebPage" }, review] }],
    ["a list", [review]],
    ["a feed", { "@type": "DataFeed", dataFeedElement: [{ "@type": "DataFeedItem", item: [review] }] }],
    ["a list of items", { "@type": "ItemList", itemListElement: [{ "@type": "ListItem", item: { ...review, "@type": ["https://schema.org/ClaimReview"] } }] }],
    ["what its page is about", { "@type": "WebPage", mainEntityOfPage: review }],
    ["an article about it", { "@type": "NewsArticle", subjectOf: [review] }],
    ["a page of the web", `<!doctype html><title>Tolls</title><script type="application/ld+json">${JSON.stringify(review)}</script><p>Text.</p>`],
    [
      "the part of a page that holds it",
      `<script type='application/ld+json'>{"@type":"WebSite"}</script>\n<script type="application/ld+json">${JSON.stringify([review])}</script>`,
    ],
  ])("is found in %s", (_, value) => {
    expect(read(value)).toMatchObject({ format: "claim_review", claims: [{ verdict: "False" }], faults: [] });
  });

  it.each([
    ["between marks for XML", (json: string) => `<script type="application/ld+json">//<![CDATA[\n${json}\n//]]></script>`],
    ["between other marks for XML", (json: string) => `<script type="application/ld+json">/*<![CDATA[*/${json}/*]]>*/</script>`],
    ["between marks for old browsers", (json: string) => `<script type="application/ld+json"><!--\n${json}\n--></script>`],
    ["with line breaks within its words", (json: string) => `<script type="application/ld+json">${json.replace("doubled", "dou\n\tbled")}</script>`],
    ["with a comma or a semicolon too many", (json: string) => `<script type="application/ld+json">${json.replace(/}$/, ",}")};</script>`],
    ["as a page's editor writes quotation marks", (json: string) => `<script type="application/ld+json">${json.replaceAll('"', "&quot;")}</script>`],
    ["in capitals", (json: string) => `<SCRIPT TYPE="APPLICATION/LD+JSON">${json}</SCRIPT><script type="application/ld+json">{}</script>`],
    ["with its type in references", (json: string) => `<script type="application/ld&#x2B;json" data-x="${"y".repeat(500)}">${json}</script>`],
  ])("is read from a page %s", (_, page) => {
    const plain = { ...review, claimReviewed: "Tolls doubled", author: { name: "Facts" } };
    expect(read(page(JSON.stringify(plain)))).toMatchObject({ format: "claim_review", claims: [{ verdict: "False" }] });
  });

  it("is not in every page, and that is said", () => {
    expect(() => read("<p>Text.</p><script>let a = 1;</script>")).toThrow(/no claims for machines/);
    expect(() => read('<html><script type="application/ld+json">{"@type":</script>')).toThrow(/not complete JSON/);
  });

  it("has what it only names from elsewhere in its graph, and names that go round lead nowhere", () => {
    const graph = [
      { ...review, "@id": "#review", author: { "@id": "#facts" }, itemReviewed: { "@id": "#claim" }, about: { "@id": "#review" } },
      { "@type": "Organization", "@id": "#facts", name: "Facts", publisher: { "@id": "#facts" } },
      { "@type": "Claim", "@id": "#claim", author: [{ "@id": "#mayor" }], datePublished: "2021-03-01" },
      { "@type": "Person", "@id": "#mayor", name: "The mayor" },
    ];
    const { claims } = read({ "@context": "https://schema.org", "@graph": graph });
    expect(claims).toMatchObject([{ speaker: "The mayor", saidOn: "2021-03-01", sources: [{ publisher: "Facts" }] }]);
  });

  it.each<[string, unknown]>([
    [
      "with its prefix",
      {
        ...{ "@context": { schema: "http://schema.org/" }, "@type": "schema:ClaimReview", "schema:claimReviewed": "It rains." },
        ...{ "schema:url": { "@id": "https://facts.example/3" }, "schema:reviewRating": { "schema:alternateName": "True" } },
      },
    ],
    [
      "expanded",
      [
        {
          ...{ "@type": ["http://schema.org/ClaimReview"], "http://schema.org/claimReviewed": [{ "@value": "It rains." }] },
          "http://schema.org/url": [{ "@id": "https://facts.example/3" }],
          "http://schema.org/reviewRating": [{ "@type": ["http://schema.org/Rating"], "http://schema.org/alternateName": [{ "@value": "True" }] }],
        },
      ],
    ],
    [
      "as Google's search answers it",
      { claims: [{ text: "It rains.", claimReview: [{ url: "https://facts.example/3", textualRating: "True", publisher: { name: "Facts" } }] }] },
    ],
  ])("is read %s", (_, value) => {
    expect(read(value)).toMatchObject({ claims: [{ statement: "It rains.", verdict: "True", sources: [{ url: "https://facts.example/3" }] }], faults: [] });
  });

  it("loses the tags of its page, and nothing that only looks like one", () => {
    expect(
      first({ ...review, claimReviewed: "<p>Costs <b class='x'>rose</b>&lt;br/&gt; 3 < 4 and 5 > 2 &lt;i&gt;so&lt;/i&gt; <x@y.example></p>" })?.statement,
    ).toBe("Costs rose 3 < 4 and 5 > 2 so <x@y.example>");
    expect(first({ ...review, claimReviewed: 'a<b and c>d, p<p and q>r, <a href="/x" rel=y>z</a>' })?.statement).toBe("a<b and c>d, p<p and q>r, z");
  });

  it("tolerates what the wild holds", () => {
    const bare = {
      "@type": "ClaimReview",
      claimReviewed: "It rains.",
      reviewRating: "Mostly false",
      itemReviewed: [{ "@type": "CreativeWork", author: "Somebody", datePublished: "May 1st" }],
    };
    const { claims, faults } = read(bare);
    expect(claims).toMatchObject([
      { statement: "It rains.", speaker: "Somebody", verdict: "Mostly false", saidOn: null, sources: [], notes: ["Rated “Mostly false”."] },
    ]);
    expect(faults).toMatchObject([{ field: "itemReviewed.datePublished", message: expect.stringContaining("yyyy-mm-dd") as string }]);
    expect(first({ ...bare, reviewRating: { ratingValue: 2, bestRating: 5 } })?.verdict).toBe("2 of 5");
    expect(first({ ...bare, reviewRating: null, claimReviewed: undefined, itemReviewed: { name: "A name" } })?.statement).toBe("A name");
  });
});

describe("AVeriTeC", () => {
  it("takes questions, and answers with an address as evidence for them; other answers stand beside the question", () => {
    const entry = {
      ...{
        claim: "The tolls doubled.",
        required_reannotation: false,
        label: "Refuted",
        justification: "They did not.",
        claim_date: "03-04-2021",
        speaker: "The mayor",
      },
      ...{ original_claim_url: null, fact_checking_article: "https://facts.example/2", claim_types: ["Numerical Claim"] },
      questions: [
        {
          question: "By how much did they rise?",
          answers: [
            {
              answer: "By 3 %.",
              answer_type: "Extractive",
              source_url: "https://city.example/budget",
              cached_source_url: "https://archive.example/b",
              source_medium: "PDF",
            },
            { answer: "No", answer_type: "Boolean", boolean_explanation: "See the budget", source_url: "", source_medium: "Metadata" },
          ],
        },
        {
          question: "Did they double?",
          answers: [
            { answer: "No", answer_type: "Boolean", boolean_explanation: "They rose by 3 %.", source_url: "https://city.example/budget" },
            { answer: "The treasurer calls it nonsense.", answer_type: "Abstractive", source_url: "https://news.example/treasurer" },
          ],
        },
        { question: "Why?", answers: [{ answer: "No answer could be found.", answer_type: "Unanswerable" }] },
      ],
    };
    expect(read([entry])).toMatchObject({
      format: "averitec",
      faults: [],
      claims: [
        {
          ...{ row: "Claim 1", statement: "The tolls doubled.", saidOn: "2021-04-03", speaker: "The mayor", verdict: "Refuted", type: "numerical", tags: [] },
          notes: ["They did not."],
          questions: [
            { text: "By how much did they rise?", unanswerable: false, note: "No\nSee the budget" },
            { text: "Did they double?", unanswerable: false, note: "" },
            { text: "Why?", unanswerable: true, note: "" },
          ],
          sources: [
            {
              ...{ url: "https://city.example/budget", archiveUrl: "https://archive.example/b", quote: "By 3 %.", note: "" },
              answer: { question: 0, type: "extractive", yes: null, words: "" },
            },
            { url: "https://city.example/budget", quote: "", answer: { question: 1, type: "boolean", yes: false, words: "They rose by 3 %." } },
            { url: "https://news.example/treasurer", answer: { question: 1, type: "abstractive", yes: null, words: "The treasurer calls it nonsense." } },
            { url: "https://facts.example/2", title: "https://facts.example/2", answer: null },
          ],
        },
      ],
    });
  });
});

describe("a debate", () => {
  const DEBATE = `1\tMODERATOR\tWelcome.\tN/A
2\tANN\tFord is "leaving.\t1\tFord moves its small cars out of the country.\tTRUE
3\tANN\tTheir small cars are leaving.\t1\tFord moves its small cars out of the country.\tTRUE
4\tBEN\tThousands lost their jobs.\t2\tThousands of jobs were lost.\tHALF-TRUE
5\tSYSTEM\t(APPLAUSE)\t-\t-\t-`;

  it("makes one claim of the lines with one number", () => {
    expect(read(DEBATE)).toMatchObject({
      format: "debate",
      faults: [],
      claims: [
        {
          ...{ row: "Line 2", statement: "Ford moves its small cars out of the country.", speaker: "ANN", verdict: "TRUE" },
          quotes: [
            quote('Ford is "leaving.', { prefix: "Welcome.\n\n", suffix: " Their small cars are leaving." }),
            quote("Their small cars are leaving.", { prefix: 'Ford is "leaving. ', suffix: "\n\nThousands lost their jobs." }),
          ],
        },
        { row: "Line 4", statement: "Thousands of jobs were lost.", verdict: "HALF-TRUE" },
      ],
    });
  });

  it("may have a line once for each of its claims", () => {
    const twice = "1\tANN\tFirst.\tN/A\tN/A\tN/A\n2\tANN\tBoth.\t1\tOne.\tTRUE\n2\tANN\tBoth.\t2\tTwo.\tFALSE\n3\tN/A\tLast.\tN/A\tN/A\tN/A";
    const quotes = [quote("Both.", { prefix: "First. ", suffix: "\n\nLast." })];
    expect(read(twice).claims).toMatchObject([
      { quotes, statement: "One." },
      { quotes, statement: "Two." },
    ]);
  });

  it("has a head or none, and may only say what is worth checking", () => {
    expect(read(`line_number\tspeaker\ttext\tclaim_number\tnormalized_claim\tlabel\n${DEBATE}`).claims).toHaveLength(2);
    expect(read("1\tANN\tFord is leaving.\t1\n2\tANN\tSo many jobs.\t0\n3\tBEN\tIt rains.\t1").claims.map(({ row, statement }) => [row, statement])).toEqual([
      ["Line 1", ""],
      ["Line 3", ""],
    ]);
    expect(read(`${DEBATE}\nsix\tANN\tHow many?\t3`).faults).toMatchObject([{ row: "Line six" }]);
  });
});

describe("a table of claims", () => {
  it.each([",", ";", "\t", "|"])("is read whatever parts its cells: %j", (delimiter) => {
    const table = [
      ["Quote", "Claim", "Said on", "Tags", "Source URL", "Stance"],
      ["the tolls doubled", '"Tolls; doubled, | said he"', "06.05.2022", "tolls", "https://city.example/", "Refuted"],
    ].map((cells) => cells.join(delimiter));
    expect(first(`\ufeff${table.join("\r\n")}`)).toMatchObject({
      ...{ row: "Row 2", quotes: [quote("the tolls doubled")], statement: "Tolls; doubled, | said he", saidOn: "2022-05-06" },
      sources: [{ url: "https://city.example/", stance: "refutes" }],
    });
  });

  it("may say in its first line what parts its cells, as Excel writes it", () => {
    for (const line of ["\ufeffsep=;", "sep=;;", "\nsep=;"])
      expect(first(`${line}\r\nquote;Rating\r\nthe tolls, doubled;Mostly false\r\n`)).toMatchObject({
        ...{ row: "Row 2", quotes: [quote("the tolls, doubled")], verdict: "Mostly false" },
      });
  });

  it("may begin with what looks like a page", () => {
    expect(read("<b>quote</b>,claim\nx,y").format).toBe("table");
  });

  it("names the row and the field of what it cannot take, and goes on", () => {
    const { claims, faults } = read(`quote,said_on,source_url,stance
a,01/02/2020,javascript:alert(1),supports
b,2020-13-40,https://ok.example/,perhaps
,2020-01-01,,`);
    expect(claims.map(({ quotes, saidOn }) => [quotes[0]?.exact, saidOn])).toEqual([
      ["a", null],
      ["b", null],
      [undefined, "2020-01-01"],
    ]);
    expect(faults.map(({ row, field }) => `${row} ${field}`)).toEqual(["Row 2 said_on", "Row 2 source_url", "Row 3 said_on", "Row 3 stance"]);
  });

  it("says what columns it found when none is known", () => {
    expect(read("one,two\n1,2").faults[0]?.message).toContain("Found: one, two");
  });

  it("names the columns that are not read, unless nothing stands in them", () => {
    const { claims, faults } = read("quote,Colour,note,speaker,claimant,empty,Mood of it\na,red,b,Ann,Ben,,\nc,,,,,,good");
    expect(claims).toMatchObject([{ speaker: "Ann", notes: ["b"] }, {}]);
    expect(faults).toEqual([{ row: "Row 1", field: "columns", message: "Not read: colour, claimant, mood_of_it." }]);
  });

  it("finds a claim by its statement where there is no quote", () => {
    expect(first("claim\nIt rains.")).toMatchObject({ statement: "It rains.", quotes: [quote("It rains.")] });
  });
});

describe("hostile files", () => {
  const note = `</script><img src=x onerror=alert(1)> ${"x".repeat(20_000)}\u0000\ud800 end\u202e`;

  it("keep their long notes, without what no field may hold", () => {
    const claim = first({ rows: [{ uri: "u", text: note, target: [{ selector: [{ type: "TextQuoteSelector", exact: "a\udc00\u0007b" }] }] }] });
    expect(claim?.quotes).toEqual([quote("ab")]);
    expect(claim?.notes[0]).toMatch(/^<\/script><img src=x onerror=alert\(1\)> x+ end$/);
  });

  it("have at most 300 fragments a claim, and the rest is said", () => {
    const target = Array.from({ length: 305 }, (_, index) => ({ selector: { type: "TextQuoteSelector", exact: `part ${String(index)}` } }));
    const { claims, faults } = read({ type: "Annotation", target });
    expect(claims[0]?.quotes).toHaveLength(300);
    expect(faults).toHaveLength(1);
  });

  it("may be nested as deep as they like", () => {
    const deep = `${'{"@graph":['.repeat(5000)}{"@type":"ClaimReview"}${"]}".repeat(5000)}`;
    expect(() => readForeign(deep)).toThrow(/none that is known/);
    const bodies = `{"type":"Annotation","target":{"selector":{"type":"TextQuoteSelector","exact":"x"}},"body":${'{"items":['.repeat(5000)}"b"${"]}".repeat(5000)}}`;
    expect(readForeign(bodies).claims[0]?.notes).toEqual([]);
  });

  it("are prototypes of nothing", () => {
    expect(first('{"type":"Annotation","__proto__":{"x":1},"constructor":1,"target":{"selector":{"type":"TextQuoteSelector","exact":"x"}}}')?.quotes).toEqual([
      quote("x"),
    ]);
  });
});
