import fc from "fast-check";
import { Marked } from "marked";
import { describe, expect, it } from "vitest";
import { CLAIM_STATES } from "@/lib/domain/claim";
import { escapeMarkdown, escapeMarkdownLine } from "./markdown-escape";
import { writeMarkdown } from "./markdown";
import { safeMarkdown } from "./markdown-safe";
import { buildReport } from "./report";
import { anchorOf, claimOf, rulingOf, sampleSource, sourceOf, textOf } from "./sample-source";

const reader = new Marked({ gfm: true });

/** What a Markdown reader shows, as plain text. */
function shown(markdown: string): string {
  const html = reader.parse(markdown, { async: false });
  const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'", "#32": " " };
  return html
    .replace(/<br>/g, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
}

const flat = (text: string) => text.replace(/\s+/g, " ").trim();
const special = fc.string({ unit: fc.constantFrom(..."\\`*_{}[]()<>#+-.!|~=&$:\"'/ab1 \n"), maxLength: 40 });

describe("escapeMarkdown", () => {
  it("reads back as the same words", () => {
    fc.assert(
      fc.property(special, (text) => {
        expect(flat(shown(escapeMarkdown(text)))).toBe(flat(text));
        expect(flat(shown(escapeMarkdownLine(text)))).toBe(flat(text));
      }),
      { numRuns: 500 },
    );
  }, 30_000);

  it("leaves ordinary sentences alone", () => {
    expect(escapeMarkdown("In 2019, a snake_case name (really) cost 5 % more – AT&T said so.")).toBe(
      "In 2019, a snake_case name (really) cost 5 % more – AT&T said so.",
    );
  });
});

describe("safeMarkdown", () => {
  it.each([
    ["Some *soft* and **hard** words", "Some *soft* and **hard** words"],
    ["# Heading", "**Heading**"],
    ["<script>x</script>", "\\<script\\>x\\</script\\>"],
    ["[x](javascript:alert(1)) [y][z]\n\n[z]: javascript:alert(2)", "x y"],
    ["[x](https://example.org)", "[x](<https://example.org/>)"],
    ["![pic](https://example.org/a.png)", "pic"],
    ["a[^1]", "a\\[^1\\]"],
    ["1. one\n2. two\n   - deep", "1. one\n2. two\n   - deep"],
    ["> said", "> said"],
    ["```js\n<b>\n```", "```js\n<b>\n```"],
    ["`a<b`", "`a<b`"],
    ["\\# no heading", "\\# no heading"],
    ["|a|b|\n|-|-|\n|1|2|", "| a | b |\n| --- | --- |\n| 1 | 2 |"],
  ])("%j", (source, markdown) => expect(safeMarkdown(source)).toBe(markdown));
});

describe("writeMarkdown", () => {
  it("marks the claims and explains each in a footnote", () => {
    const { body } = writeMarkdown(buildReport(sampleSource()));
    expect(body).toContain("<mark>talks</mark>, which brought *both Koreas*");
    expect(body).toContain("<mark>**fell apart**</mark> <mark>a decade ago</mark>[^3] when");
    expect(body).toContain("[^3]: **Mostly true**: The six-party talks collapsed");
    expect(body).toContain("- The visit was cut short by a day.[^10]");
    for (let number = 1; number <= 10; number += 1) expect(body.split(`[^${number}]`)).toHaveLength(3);
  });

  it("keeps every word of any text, wherever claims begin and end", () => {
    const spans = fc.array(fc.tuple(fc.nat(40), fc.nat(12)), { maxLength: 5 });
    const words = special.map((text) => flat(text)).filter((text) => text !== "");
    fc.assert(
      fc.property(words, spans, (text, places) => {
        const revision = textOf([["paragraph", text]]);
        const claims = places.map(([start, length], index) => claimOf(index + 1, [{ ...anchorOf(text, text), start, end: start + length }]));
        const { body } = writeMarkdown(buildReport(sourceOf(revision, claims)));
        expect(flat(shown(body.split("\n---\n")[1] ?? "").replace(/\[\^\d+\]/g, ""))).toBe(text);
      }),
      { numRuns: 300 },
    );
  }, 30_000);

  it("makes no link of a footnote and the parenthesis after it", () => {
    const revision = textOf([["paragraph", "It rains (always) here."]]);
    const { body } = writeMarkdown(buildReport(sourceOf(revision, [claimOf(1, [{ ...anchorOf(revision.text, "It rains"), end: 9 }])])));
    expect(body).toContain("[^1]\\(always) here.");
  });

  it("holds no raw HTML of anybody's but <mark> and the text's own marks", () => {
    const evil = "</mark><script>alert(1)</script><img src=x onerror=1>";
    const revision = textOf([
      ["paragraph", `${evil} words`],
      ["preformatted", "``` </pre>"],
      ["turn", evil, { speaker: evil, time: evil }],
    ]);
    const claim = claimOf(1, [anchorOf(revision.text, "<script>")], { statement: evil, speaker: evil, ruling: rulingOf("label-1", evil, evil) });
    const { body } = writeMarkdown(buildReport(sourceOf(revision, [claim], { title: evil, author: evil }), { audience: "desk", states: CLAIM_STATES }));
    const html = reader.parse(body, { async: false });
    expect(html).not.toMatch(/<(script|img)/);
  });
});
