import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { HtmlValidate } from "html-validate";
import { describe, expect, it, vi } from "vitest";
import { CLAIM_STATES } from "@/lib/domain/claim";
import { writeHtml } from "./html";
import { STYLE } from "./html-style";
import { buildReport, type ReportOptions, type ReportSource } from "./report";
import { anchorOf, claimOf, evidenceOf, rulingOf, sampleSource, sourceOf, textOf } from "./sample-source";

const validator = new HtmlValidate({ extends: ["html-validate:standard"] });
// Validation and properties take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const ALL: ReportOptions = { audience: "desk", states: CLAIM_STATES, confidential: true, assessments: true };

const page = (source: ReportSource, options: ReportOptions = {}) => writeHtml(buildReport(source, options)).body;

async function problems(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map(({ line, ruleId, message }) => `${line} ${ruleId}: ${message}`));
}

/** The text under check as a browser would show it, without the notes. */
function textIn(html: string): string {
  const article = /<article[^>]*>([\s\S]*?)<\/article>/.exec(html)?.[1] ?? "";
  const words = article
    .replace(/<div class="side[\s\S]*?<\/div>/g, "")
    .replace(/<sup>[\s\S]*?<\/sup>/g, "")
    .replace(/<br>/g, "\n")
    .replace(/<[^>]*>/g, "");
  return words.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
}

describe("the annotated page", () => {
  it.each([
    ["for readers", {}],
    ["for the desk", ALL],
    ["without claims", { states: [] }],
  ] as const)("is valid HTML %s", async (_, options) => {
    expect(await problems(page(sampleSource(), options))).toEqual([]);
  });

  it("is valid HTML for a text from right to left", async () => {
    const revision = textOf([
      ["heading", "القمة", { level: 1 }],
      ["paragraph", "قال إن المحادثات انهارت قبل عقد."],
      ["heading", "عميق", { level: 4 }],
    ]);
    const html = page(sourceOf(revision, [claimOf(1, [anchorOf(revision.text, "المحادثات")])], { language: "ar", title: "القمة" }));
    expect(await problems(html)).toEqual([]);
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain('<span lang="en" dir="ltr">The checks</span>');
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  it("marks both fragments of a claim, and links note and text both ways", () => {
    const html = page(sampleSource());
    expect(html).toContain(
      '<span class="at" id="c3-1"></span><mark class="t-mostly-true" data-claims="3" data-v="1" title="3: Mostly true">talks</mark>, which',
    );
    expect(html).toContain(
      '<span class="at" id="c3-2"></span><mark class="t-mostly-true" data-claims="3" data-v="1" title="3: Mostly true"><strong>fell apart</strong></mark>',
    );
    expect(html.match(/id="ref-3"/g)).toHaveLength(1);
    expect(html).toMatch(/a decade ago<\/mark><sup><a class="t-mostly-true" id="ref-3" href="#note-3"/);
    expect(html).toMatch(/<a href="#c3-1" role="doc-backlink"/);
    // What printing hides is a part of its line by itself, so that no mark stays before it.
    expect(html).toMatch(/<\/span> <span class="back"/);
  });

  it("has a target for every link inside it", () => {
    const html = page(sampleSource(), ALL);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });

  it("names every claim that covers an overlap", () => {
    const html = page(sampleSource());
    expect(html).toContain(
      '<mark class="t-true" data-claims="4 5" data-v="0 3" title="4: True · 5: Mostly false"><span class="in t-mostly-false">has only grown</span></mark><sup>',
    );
  });

  it("allows nothing but its own stylesheet and its own filter", () => {
    const html = page(sampleSource());
    const hash = (inside: RegExp) =>
      createHash("sha256")
        .update(inside.exec(html)?.[1] ?? "")
        .digest("base64");
    const [style, script] = [hash(/<style>([\s\S]*)<\/style>/), hash(/<script>([\s\S]*)<\/script>/)];
    expect(html).toContain(
      `content="default-src 'none'; style-src 'sha256-${style}'; script-src 'sha256-${script}'; img-src data:; base-uri 'none'; form-action 'none'"`,
    );
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toMatch(/\sstyle=|\son\w+=|javascript:|<link|@import|url\(/i);
  });

  it("shows what was corrected at its claim and in a list, in the publisher's colours", async () => {
    const source = sampleSource();
    const correction = {
      id: "k1",
      kind: "rating_change" as const,
      what: "Half, not whole.",
      why: "New minutes <b>.",
      by: "Edda",
      at: "2026-11-23T10:00:00.000Z",
      version: 2,
    };
    const html = page({
      ...source,
      publisher: { ...source.publisher, homepage: "https://desk.example/about", accent: "#aa3311", logo: "data:image/png;base64,iVBORw0KGgo=" },
      publication: {
        ...{ url: "https://desk.example/p/two-leaders", version: 2, claims: {} },
        ...{ firstPublishedAt: "2026-11-22T10:00:00.000Z", publishedAt: "2026-11-23T10:00:00.000Z" },
      },
      corrections: [
        { ...correction, claimId: source.claims.find(({ state }) => state === "approved")?.id ?? "", verdict: { before: "True", after: "Half true" } },
        { ...correction, id: "k2", claimId: null, kind: "refile", verdict: null },
      ],
    });
    expect(await problems(html)).toEqual([]);
    expect(html.match(/Half, not whole\./g)).toHaveLength(3);
    expect(html).toContain("New minutes &lt;b&gt;.");
    expect(html).toContain(":root{--brand:#aa3311}");
    expect(html).toMatch(/<a href="https:\/\/desk\.example\/p\/two-leaders\/claims\/\d+">This check on a page of its own/);
  });

  it("lists each source once, with its copies and the claims that rest on it", () => {
    const html = page(sampleSource());
    const list = /<ul class="works">([\s\S]*?)<\/ul>/.exec(html)?.[1] ?? "";
    expect(list.match(/<bdi>Statement of the delegation<\/bdi>/g)).toHaveLength(1);
    expect(list).toMatch(/claims <a href="#note-1">1<\/a>, /);
    expect(list).not.toContain("SECRET");
  });

  it("keeps every word of the text, wherever claims begin and end", () => {
    const { revision } = sampleSource();
    const spans = fc.array(fc.tuple(fc.nat(revision.text.length), fc.nat(400), fc.nat(revision.text.length), fc.nat(60)), { maxLength: 12 });
    const words = (text: string) => text.replace(/\s+/g, " ").trim();
    const plain = words(textIn(page(sourceOf(revision, []))));
    fc.assert(
      fc.property(spans, (places) => {
        const anchor = anchorOf(revision.text, "talks");
        const claims = places.map(([a, b, c, d], index) =>
          claimOf(index + 1, [
            { ...anchor, start: a, end: a + b },
            { ...anchor, start: c, end: c + d },
          ]),
        );
        const html = page(sourceOf(revision, claims));
        expect(words(textIn(html))).toBe(plain);
        expect(html.match(/ id="ref-\d+"/g) ?? []).toHaveLength(
          claims.filter(({ anchors }) => anchors.some(({ start, end }) => revision.text.slice(start, end).trim() !== "")).length,
        );
      }),
      { numRuns: 60 },
    );
  });

  it("is the same file for the same report", () => {
    expect(page(sampleSource(), ALL)).toBe(page(sampleSource(), ALL));
  });
});

describe("hostile content", () => {
  const EVIL = [
    `</script><script>alert(1)</script>`,
    `"><img src=x onerror=alert(1)>`,
    `</style><b>`,
    `<!-- x`,
    `\u202Egpj.exe`,
    `a\u0000b\u0007`,
    `]]>`,
    `'; DROP TABLE`,
    `{{7*7}}`,
    "\ud800",
    "&lt;&amp;&#x41;",
  ];

  it("is shown and never run, and the page stays valid", async () => {
    const evil = EVIL.join(" ");
    // Each block of the text is a paragraph of its own, at which a browser ends every override.
    const said = evil.replaceAll("\u202e", "");
    const revision = textOf([
      ["heading", said, { level: 3 }],
      ["turn", said, { speaker: evil, time: evil }],
      ["list_item", said],
      ["quote", said],
      ["preformatted", said],
      ["paragraph", said],
    ]);
    const evidence = [
      evidenceOf({
        quote: evil,
        note: evil,
        locator: evil,
        accessedOn: "not a date",
        archivedOn: evil,
        archiveUrl: `https://example.org/${evil}`,
        source: { title: evil, publisher: evil, author: evil, url: `https://example.org/"><script>${evil}` },
      }),
    ];
    const claim = claimOf(1, [{ ...anchorOf(revision.text, "alert"), end: revision.text.length }], {
      statement: evil,
      shortForm: evil,
      speaker: evil,
      tags: [evil],
      skipNote: evil,
      evidence,
      ruling: rulingOf("label-1", evil, evil),
      assessments: [{ reviewer: { id: "u", name: evil }, labelId: null, unjudgeable: false, rationale: evil, confidence: null }],
    });
    const html = page({ ...sourceOf(revision, [claim], { title: evil, author: evil, publication: evil, language: `en"><script>` }), workspace: evil }, ALL);
    expect(await problems(html)).toEqual([]);
    expect(html.match(/<script/gi)).toBeNull();
    expect(html.match(/<img/gi)).toBeNull();
    expect(html.match(/<style/gi)).toHaveLength(1);
    for (const character of ["\u0000", "\u0007", "\ud800"]) expect(html).not.toContain(character);
    expect([...html.matchAll(/\u202e/g)].length).toBe([...html.matchAll(/\u202c/g)].length);
  });

  it("of great size is taken whole", async () => {
    const words = Array.from({ length: 1200 }, (_, index) => `word${index}`).join(" ");
    const revision = textOf([["paragraph", words]]);
    const anchors = Array.from({ length: 300 }, (_, index) => anchorOf(revision.text, `word${index * 4 + 1} `));
    const rationale = "> **x** <b> [y](javascript:1) ".repeat(700);
    const html = page(sourceOf(revision, [claimOf(1, anchors, { ruling: rulingOf("label-1", "x".repeat(280), rationale) })]));
    expect(html.match(/<mark class="t-true" data-claims/g)).toHaveLength(300);
    expect(await problems(html)).toEqual([]);
  });
});

describe("speed", () => {
  it("grows with the text: 100,000 words with 5,000 claims", () => {
    const paragraph = Array.from({ length: 100 }, (_, index) => `word${index}`).join(" ");
    const revision = textOf(Array.from({ length: 1000 }, () => ["paragraph", paragraph]));
    const claims = Array.from({ length: 5000 }, (_, index) => {
      const block = revision.blocks[index % 1000]?.start ?? 0;
      const start = block + Math.floor(index / 1000) * 100;
      return claimOf(index + 1, [{ ...anchorOf(revision.text, "word1"), start, end: start + 150 }], {
        ruling: rulingOf("label-2", "It is **so**.", "Because the [record](https://example.org) says so.\n\n- one\n- two"),
      });
    });
    const source = sourceOf(revision, claims);
    expect(page(source).match(/id="note-/g)).toHaveLength(5000);
  });
});

describe("the lines below claims", () => {
  const verdicts = ["true", "mostly-true", "half", "mostly-false", "false"];
  const lineIn = (css: string, pattern: (verdict: string) => RegExp) => new Set(verdicts.map((verdict) => pattern(verdict).exec(css)?.[1]));

  it("tell each verdict without its colour, in the page and in the workbench", () => {
    const reader = readFileSync("components/reader/reader.css", "utf8");
    const tones = readFileSync("app/globals.css", "utf8");
    for (const lines of [
      lineIn(STYLE, (verdict) => new RegExp(`\\.t-${verdict}\\{[^}]*--p:([^;}]+)`)),
      lineIn(tones, (verdict) => new RegExp(`@utility tone-${verdict} \\{[^}]*--p: ([^;]+)`)),
      lineIn(reader, (verdict) => new RegExp(`highlight\\(reader-${verdict}\\) \\{[^}]*underline (\\S+ \\S+)`)),
      lineIn(reader, (verdict) => new RegExp(`highlight\\(reader-selected-${verdict}\\) \\{[^}]*underline (\\S+ \\S+)`)),
      lineIn(reader, (verdict) => new RegExp(`is\\(\\[data-layers~="${verdict}"\\][^}]*--p: ([^;]+)`)),
    ]) {
      expect(lines.size).toBe(verdicts.length);
      expect(lines).not.toContain(undefined);
    }
  });
});
