import { describe, expect, it } from "vitest";
import { assertCanonical } from "@/lib/importers/assert-canonical";
import { readHtml } from "@/lib/importers/html";

const leaveOut = { speakers: false, boilerplate: "leave_out" } as const;
const keep = { speakers: false, boilerplate: "keep" } as const;

const SENTENCES =
  "The harbour board met for three hours on Tuesday, and agreed that the second pier would not be built before the next election, whatever the cost.";
const PAGE = `<!doctype html>
<html lang="en-GB"><head>
<meta charset="utf-8"><title>A pier too many | Harbour Weekly</title>
<meta property="og:title" content="A pier too many"><meta property="og:site_name" content="Harbour Weekly">
<meta property="article:published_time" content="2024-03-05T08:00:00+01:00"><link rel="canonical" href="https://example.org/pier">
<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","author":[{"name":"Ann Lee"},{"name":"Bo Roe"}]}]}</script>
<style>p { color: red }</style></head>
<body onload="alert(1)">
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<header><p>Subscribe now to our newsletter</p></header>
<article><h1>A pier too&nbsp;many</h1>
<p>${SENTENCES} It cost <strong>12&#160;million&nbsp;€</strong>, <a href="/votes">the <em>votes</em> say</a>.</p>
<p hidden>Secret words</p><p style="display: none">More secret words</p>
<p>${SENTENCES}<br>${SENTENCES}</p><blockquote><p>It was a good day.</p></blockquote>
<h2>What next</h2><p>${SENTENCES} <a href="javascript:alert(1)">Do not click</a> <img src=x onerror=alert(1)></p>
<ul><li>First <ul><li>Nested</li></ul></li></ul><pre>a
  b</pre><table><tr><th>Year</th><th>Ships</th></tr><tr><td>2023</td><td>12</td></tr></table>
<p>${SENTENCES}</p></article>
<aside class="related"><p>Read more about <a href="/x">whales</a></p></aside>
<footer><p>Imprint</p></footer><script>document.write("<p>written</p>")</script></body></html>`;

function content({ text, blocks }: ReturnType<typeof readHtml>): unknown[] {
  return blocks.map(({ type, level, start, end }) => [type, text.slice(start, end), ...(level ? [level] : [])]);
}

describe("readHtml", () => {
  it("reads the article and leaves out what surrounds it", () => {
    const read = readHtml(PAGE, leaveOut);
    assertCanonical(read);
    expect(content(read)).toEqual([
      ["heading", "A pier too\u00a0many", 1],
      ["paragraph", `${SENTENCES} It cost 12\u00a0million\u00a0€, the votes say.`],
      ["paragraph", `${SENTENCES}\n${SENTENCES}`],
      ["quote", "It was a good day."],
      ["heading", "What next", 2],
      ["paragraph", `${SENTENCES} Do not click`],
      ["list_item", "First"],
      ["list_item", "Nested"],
      ["preformatted", "a\n  b"],
      ["paragraph", "Year | Ships"],
      ["paragraph", "2023 | 12"],
      ["paragraph", SENTENCES],
    ]);
    expect(read.leftOutWords).toBe(12);
  });

  it("brings the surroundings back on request, but nothing that is hidden", () => {
    const { text, leftOutWords } = readHtml(PAGE, keep);
    expect(leftOutWords).toBe(0);
    for (const words of ["Sport", "Subscribe now", "whales", "Imprint"]) expect(text).toContain(words);
    for (const words of ["Secret", "secret", "written", "color", "alert"]) expect(text).not.toContain(words);
  });

  it("keeps emphasis and links that can be followed, against the page's own address", () => {
    const { text, blocks } = readHtml(PAGE, leaveOut);
    const marks = blocks.flatMap((block) => block.marks.map(({ type, start, end, href }) => [type, text.slice(start, end), ...(href ? [href] : [])]));
    expect(marks).toEqual([
      ["strong", "12\u00a0million\u00a0€"],
      ["link", "the votes say", "https://example.org/votes"],
      ["emphasis", "votes"],
    ]);
  });

  it("finds what the page says about itself", () => {
    expect(readHtml(PAGE, leaveOut).meta).toEqual({
      title: "A pier too many",
      author: "Ann Lee, Bo Roe",
      publication: "Harbour Weekly",
      publishedOn: "2024-03-05",
      language: "en-GB",
      url: "https://example.org/pier",
    });
  });

  it("takes a fragment as it is", () => {
    const read = readHtml("<meta charset='utf-8'><b style='font-weight:normal'><p>One <i>two</i></p><div>three<p>four</p>five</div></b><br><br>six", leaveOut);
    expect(content(read).map((block) => (block as string[])[1])).toEqual(["One two", "three", "four", "five", "six"]);
    expect(read.leftOutWords).toBe(0);
  });

  it.each([
    ["a broken JSON-LD", '<script type="application/ld+json">{"@type": "NewsArticle", </script><p>Text</p>'],
    ["one that never ends", '<p>Text</p><script type="application/ld+json">{'],
    ["unclosed everything", "<div><p>Text<b><i><a href='x"],
    ["a closing tag too many", "</div></p></b>Text</html></html>"],
    ["text after the end", "<html><body></body></html>Text"],
    ["frames and plugins", "<iframe srcdoc='<p>no'></iframe><object>no</object><p>Text"],
  ])("survives %s", (_, source) => {
    expect(readHtml(source, leaveOut).text).toBe("Text");
  });

  it("refuses a page with too many elements", { timeout: 30_000 }, () => {
    expect(() => readHtml("<p>a".repeat(60_000), keep)).toThrow("too complicated");
  });
});
