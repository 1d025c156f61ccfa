import { describe, expect, it } from "vitest";
import { first, quote, read } from "./test-reading";

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
