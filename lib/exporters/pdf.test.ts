import { describe, expect, it, vi } from "vitest";
import { CLAIM_STATES } from "@/lib/domain/claim";
import { lacksGlyphs, writePdf } from "./pdf";
import { pdfModel, readJustifications } from "./pdf-model";
import { readPdf } from "./read-back";
import { buildReport } from "./report";
import type { ReportSourceClaim } from "./report-claim";
import { anchorOf, claimOf, evidenceOf, rulingOf, sampleSource, sourceOf, textOf } from "./sample-source";

vi.setConfig({ testTimeout: 60_000 });

const made = writePdf(buildReport(sampleSource())).body;
const pdf = readPdf(made);

describe("the PDF", () => {
  it("is what the compiler checked as PDF/UA-1, also from right to left", () => {
    const arabic = textOf([["paragraph", "بقيت القناة مسدودة ستة أيام."]]);
    const claim = claimOf(1, [anchorOf(arabic.text, "ستة أيام")], { statement: "ستة أيام" });
    for (const body of [made, writePdf(buildReport(sourceOf(arabic, [claim], { language: "ar", title: "القناة" }))).body])
      expect(Buffer.from(body).toString("latin1")).toContain("<pdfuaid:part>1</pdfuaid:part>");
  });

  it("has a title, a language, tags and an outline", async () => {
    const { title, language, tagged, outline } = await pdf;
    expect({ title, language, tagged }).toEqual({ title: "Two leaders, one dinner and an old format", language: "en", tagged: true });
    expect(outline.slice(0, 4)).toEqual(["The six-party talks", "What comes next", "Claims at a glance", "The checks"]);
    expect(outline).toContain("The six-party talks collapsed ten years before April 2019.");
    expect(outline.at(-1)).toBe("Verdicts and method");
  });

  it("holds the text, the checks, the sources with their archived copies, and the method", async () => {
    const { text, links } = await pdf;
    const words = text.replace(/\s+/g, " ");
    for (const expected of [
      "A negotiating table for six had existed once.",
      "that it would never take part in such talks again",
      "Archived copy, 20 November 2026",
      "One piece of evidence is confidential and not shown.",
      "Checked by Foreign desk on the scale “Five-point”, version 1.",
    ])
      expect(words).toContain(expected);
    expect(links).toEqual(expect.arrayContaining(["https://archive.example/1", "https://example.org/campus?a=1&b=2", "https://example.org/chronology"]));
  });

  it("leads from the numbers in the text to the checks, and from each check back to its words", async () => {
    const { leads } = await pdf;
    const pageOf = (name: string) => leads.find((lead) => lead.name === name)?.page.replace(/\s+/g, " ");
    expect(pageOf("The check of claim 1")).toContain("The six-party talks collapsed ten years before April 2019.");
    expect(pageOf("The words of claim 1")).toContain("A negotiating table for six had existed once.");
    expect(Buffer.from(made).toString("latin1")).not.toContain("/URI (The ");
  });

  it("lists each source once, with its address for paper and the claims that rest on it", async () => {
    const { text, outline } = await pdf;
    expect(outline).toContain("Sources");
    const [, list = ""] = text.replace(/\s+/g, " ").split(" Sources ");
    expect(list).toMatch(/^Last plenary round held December 2008 https:\/\/example\.org\/chronology News report .* claim 3 Note of/);
    expect(list.split("Statement of the delegation")).toHaveLength(2);
    expect(list).toContain("claims 1, 2, 3, 4, 5, 7, 8, 9, 10");
  });

  it("is equal for equal reports", () => {
    const [one, two] = [writePdf(buildReport(sampleSource())), writePdf(buildReport(sampleSource()))];
    expect(Buffer.compare(one.body, two.body)).toBe(0);
  });

  it("shows a correction at its claim", async () => {
    const source = sampleSource();
    const entry = { kind: "rating_change" as const, what: "A new record was found.", why: "", by: "E. Editor", at: "2026-11-22T10:00:00.000Z", version: 2 };
    source.corrections = [{ ...entry, id: "k1", claimId: "claim-2", verdict: { before: "False", after: "Mostly true" } }];
    const { text } = await readPdf(writePdf(buildReport(source)).body);
    expect(text.replace(/\s+/g, " ")).toContain("A new record was found. The verdict was “False” and is “Mostly true”.");
  });

  it("says how far it is", () => {
    const told: number[] = [];
    writePdf(buildReport(sampleSource()), { onProgress: (percent) => told.push(percent) });
    expect(told).toEqual([10, 75]);
  });

  it("says on its first page that it is the desk's", async () => {
    const { text } = await readPdf(
      writePdf(buildReport(sampleSource(), { audience: "desk", states: CLAIM_STATES, confidential: true, assessments: true })).body,
    );
    expect(text.indexOf("For the desk, not for publication. It names confidential sources.")).toBeLessThan(200);
  });

  it("sets what the desk knows of a claim apart from the way back to its words", async () => {
    const { text } = await readPdf(writePdf(buildReport(sampleSource(), { audience: "desk", states: CLAIM_STATES })).body);
    expect(text).toMatch(/(the passage|In the text)\s+Skipped:/);
  });
});

it("keeps the order of English phrases where the page runs from right to left, and marks at the side where their words begin", async () => {
  const revision = textOf([["paragraph", "بقيت القناة مسدودة ستة أيام."]]);
  const evidence = [evidenceOf(), evidenceOf({ source: { id: "source-2", title: "سجل الهيئة" } })];
  const claim = claimOf(1, [anchorOf(revision.text, "ستة أيام")], { statement: "ستة أيام", speaker: "هيئة القناة", evidence });
  const source = sourceOf(revision, [claim], { language: "ar", title: "القناة" });
  const { text } = await readPdf(writePdf(buildReport(source, { audience: "desk", states: CLAIM_STATES })).body);
  const words = text.replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ");
  expect(words).toContain("In the text: the passage");
  expect(words).toContain("Ruled by: Edda Editor");
  // Words beside each other that a space parts stand in this order on their line.
  expect(words).toContain("• Supports, primary source Statement of the delegation");
});

describe("the model of a report", () => {
  it("is the same when what rulings say was read ahead", () => {
    const [ahead, later] = [buildReport(sampleSource()), buildReport(sampleSource())];
    readJustifications(ahead.claims);
    expect(pdfModel(ahead, 1)).toEqual(pdfModel(later, 1));
  });
});

describe("a PDF of more claims than notes fit at the foot", () => {
  it("is PDF/UA-1 with all notes, all claims at a glance, and all checks", async () => {
    const many = 30;
    const revision = textOf([["paragraph", Array.from({ length: many }, (_, index) => `part ${index + 1} of it`).join(", ")]]);
    const claims = Array.from({ length: many }, (_, index) =>
      claimOf(index + 1, [anchorOf(revision.text, `part ${index + 1} of`)], {
        statement: "So.",
        ruling: rulingOf("label-5", `Summary ${index + 1}.`, ""),
        evidence: [],
      }),
    );
    const { body } = writePdf(buildReport(sourceOf(revision, claims)), {}, many - 1);
    expect(Buffer.from(body).toString("latin1")).toContain("<pdfuaid:part>1</pdfuaid:part>");
    const { text, outline, leads } = await readPdf(body);
    expect(outline).toContain("Claims at a glance");
    // Once in its note, once in its check.
    for (const number of [1, 15, many]) expect(text.split(`Summary ${number}.`)).toHaveLength(3);
    // From the text, the note and the list to the check, and back from it.
    expect(leads).toHaveLength(4 * many);
  });

  it("has the notes below a paragraph in the order in which its claims end", async () => {
    const revision = textOf([["paragraph", "One part of it, and another part."]]);
    const claims = ["another", "One part"].map((words, index) =>
      claimOf(index + 1, [anchorOf(revision.text, words)], { ruling: rulingOf("label-5", `Summary ${index + 1}.`, "") }),
    );
    const { text } = await readPdf(writePdf(buildReport(sourceOf(revision, claims)), {}, 1).body);
    expect(text.indexOf("Summary 2.")).toBeLessThan(text.indexOf("Summary 1."));
  });
});

describe("the PDF of bad input", () => {
  const revision = textOf([
    ["paragraph", 'She said "so" on 1/2, #let x = 1, $x$, *a* _b_ `c` <d> @e \\f [g] // h </script> and 漢字 한글 हिन्दी עברית 🦄 \u{1F9FF}\u{10FFFF} more.'],
    ["heading", "A heading\nof two lines", { level: 4 }],
    ["paragraph", Array.from({ length: 320 }, (_, index) => `part ${index} of it`).join(", ")],
  ]);
  const { text } = revision;
  const claims: [string, Partial<ReportSourceClaim>][] = [
    ["quotes, slashes and markup", { statement: '"a"/\\ </script> =cmd| #panic("x") #read("/etc/passwd") *b* $y$' }],
    ["direction overrides and control characters", { statement: "\u202Egnp.exe \u0000\u0007\u001b[31m \u2066open" }],
    ["lone surrogates and emoji", { statement: "\uD800 half 👩🏽‍🚀 \uDFFF" }],
    ["a long rationale", { ruling: rulingOf("label-5", "Short.", "word ".repeat(4_000)) }],
    [
      "deep Markdown",
      { ruling: rulingOf("label-5", "Short.", `${">".repeat(300)} deep\n\n${"- ".repeat(60)}deep\n\n| a | b |\n|---|---|\n| 1 |\n\n1. x\n2. y`) },
    ],
    ["an endless word", { statement: "x".repeat(20_000) }],
    ["a letter with the mark of another script", { statement: "x\u093f \u0915\u0651 a\u0e31" }],
    ["no source", { evidence: [] }],
    ["no words", { statement: "", shortForm: "", ruling: rulingOf(null, " ", "") }],
    ["a source without words", { evidence: [evidenceOf({ source: { title: "", url: "https://example.org/%%%\"'<>" } })] }],
  ];

  it.each(claims)("is whole: %s", async (_, change) => {
    const file = writePdf(buildReport(sourceOf(revision, [claimOf(1, [anchorOf(text, "She said")], change)], { title: "x" })));
    const { text: read, tagged } = await readPdf(file.body);
    const words = read.replace(/\s+/g, " ");
    expect(words).toContain('She said1 "so" on 1/2, #let x = 1, $x$, *a* _b_ `c` <d> @e \\f [g] // h </script> and');
    // What a font does not show is replaced, so that none of them keeps the file from the standard.
    expect(Buffer.from(file.body).toString("latin1")).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(words).not.toContain("is not all of PDF/UA-1");
    expect(tagged).toBe(true);
  });

  it("says what it does not show, only where there is such a thing", async () => {
    const said = /□ stands for (\d+ kinds?) of letters for which this file has no font; the web page and the Word file have them\./;
    const saidOf = async (statement: string) => {
      const plain = textOf([["paragraph", "She said so."]]);
      const { body } = writePdf(buildReport(sourceOf(plain, [claimOf(1, [anchorOf(plain.text, "She said")], { statement })])));
      expect(Buffer.from(body).toString("latin1")).toContain("<pdfuaid:part>1</pdfuaid:part>");
      return said.exec((await readPdf(body)).text.replace(/\s+/g, " "))?.[1];
    };
    expect(await saidOf("ქართული ქართული")).toBe("7 kinds");
    expect(await saidOf("ქ")).toBe("1 kind");
    expect(await saidOf("\u2068Größe\u2069 £5 中文 한국어 ☐ \\b")).toBeUndefined();
  });

  it("is refused for whatever else keeps it from the standard", () => {
    const fault = (...messages: string[]) =>
      new Error(
        `[${messages.map((message) => `SourceDiagnostic { severity: Error, span: Span(1), message: "${message}", trace: [], hints: ["a", "b"] }`).join(", ")}]`,
      );
    const glyph = 'PDF/UA-1 error: the text `\\"क\\"` could not be displayed with font `\\"Inter\\"`';
    expect([fault(glyph), fault(glyph, glyph)].map(lacksGlyphs)).toEqual([true, true]);
    expect(
      [fault(glyph, "PDF/UA-1 error: missing document title"), fault("PDF/UA-1 error: missing alt text"), new Error("out of memory"), "x"].map(lacksGlyphs),
    ).toEqual([false, false, false, false]);
  });

  it.each(["\u202Egnp.exe", `\u202Egnp.exe ${"long ".repeat(40)}`, "Ever Given: القناة"])(
    "counts its pages the right way round below the title %j",
    async (title) => {
      const { text: words } = await readPdf(writePdf(buildReport(sourceOf(revision, [claimOf(1, [anchorOf(text, "She said")])], { title }))).body);
      for (const page of [1, 2, 3]) expect(words.replace(/[\u2066\u2069]/g, "")).toContain(`${page} / 4`);
    },
  );

  it.each([
    ["quotes and slashes", "\"Quoted\" / 'so' \\ #x"],
    ["direction overrides", "\u202Egnp.exe"],
    ["500 characters", "word ".repeat(100)],
    ["nothing", ""],
    ["an odd language", "fine"],
  ])("is whole: a title of %s", async (name, title) => {
    const file = writePdf(buildReport(sourceOf(revision, [], { title, author: "", language: name === "an odd language" ? "x-klingon-ar-123" : "en" })));
    expect((await readPdf(file.body)).text).toContain("She said");
  });

  it("is whole: 300 fragments, and claims over claims", async () => {
    const fragments = Array.from({ length: 300 }, (_, index) => anchorOf(text, `part ${index} of`));
    const over = Array.from({ length: 12 }, (_, index) =>
      claimOf(index + 2, [anchorOf(text, `part ${index} of it, part ${index + 1} of it, part ${index + 2} of it`)]),
    );
    const { text: words } = await readPdf(writePdf(buildReport(sourceOf(revision, [claimOf(1, fragments), ...over]))).body);
    expect(words).toContain("… 300");
  });
});
