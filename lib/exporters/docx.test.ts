import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import mammoth from "mammoth";
import { describe, expect, it, vi } from "vitest";
import { findOffice } from "@/scripts/bootstrap/office.mjs";
import { CLAIM_STATES } from "@/lib/domain/claim";
import { writeDocx } from "./docx";
import { readPdf, wordsOf } from "./read-back";
import { buildReport, type ReportOptions } from "./report";
import type { ReportSourceClaim } from "./report-claim";
import { anchorOf, claimOf, evidenceOf, rulingOf, sampleSource, sourceOf, textOf } from "./sample-source";

vi.setConfig({ testTimeout: 60_000 });

async function partsOf(options: ReportOptions = {}, source = sampleSource()) {
  const { body: file } = await writeDocx(buildReport(source, options));
  const parts = unzipSync(file);
  const [document = "", comments = "", endnotes = "", links = ""] = ["document", "comments", "endnotes", "_rels/endnotes"].map((name) =>
    strFromU8(parts[`word/${name}.xml${name.startsWith("_") ? ".rels" : ""}`] ?? new Uint8Array()),
  );
  return { document, comments, endnotes, links, file };
}

describe("the Word document", () => {
  it("has one comment a claim, by whoever answers for it, on the day of the ruling", async () => {
    const { comments, document } = await partsOf();
    expect(comments.match(/<w:comment /g)).toHaveLength(10);
    expect(comments.match(/w:author="Foreign desk"/g)).toHaveLength(10);
    expect(comments.match(/w:date="2026-11-21T09:00:00/g)).toHaveLength(10);
    for (const mark of ["commentRangeStart", "commentRangeEnd", "commentReference"]) {
      const ids = [...document.matchAll(new RegExp(`<w:${mark} w:id="(\\d+)"`, "g"))].map(([, id]) => Number(id)).sort((a, b) => a - b);
      expect(ids).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }
  });

  it("names the editor in the desk's own file", async () => {
    const { comments } = await partsOf({ audience: "desk", states: CLAIM_STATES });
    expect(comments).toContain('w:initials="EE" w:author="Edda Editor"');
  });

  it("puts the comment on the first fragment, and the claim's number behind each", async () => {
    const { document } = await partsOf();
    const words = document
      .replace(/<w:commentRangeStart w:id="2"\/>/, "«")
      .replace(/<w:commentRangeEnd w:id="2"\/>/, "»")
      .replace(/<[^>]+>/g, "");
    expect(words).toContain("Those «talks»[3], which brought");
    expect(words).toContain("a decade ago[3] when");
  });

  it("has each source once as an endnote, which every piece of evidence leads to", async () => {
    const other = { id: "source-2", title: "A second source", publisher: "The city" };
    const source = sampleSource();
    const [claim, ...rest] = source.claims;
    if (!claim) throw new Error("The sample has claims.");
    source.claims = [
      { ...claim, evidence: [evidenceOf(), evidenceOf({ source: other }), evidenceOf({ source: other, archiveUrl: "https://archive.example/2" })] },
      ...rest,
    ];
    const used = buildReport(source).claims.flatMap(({ evidence }) => evidence.map(({ source: { id } }) => id));
    const { document, endnotes, links } = await partsOf({}, source);
    const notes = [...endnotes.matchAll(/<w:endnote w:id="([1-9]\d*)">(.*?)<\/w:endnote>/g)].map(([, id, xml = ""]) => ({ id, xml }));
    expect(notes.map(({ id }) => Number(id))).toEqual(Array.from(new Set(used), (_, index) => index + 1));
    expect(notes.map(({ xml }) => xml.replace(/<[^>]+>/g, "")).filter((words) => words.includes("A second source · The city · "))).toHaveLength(1);
    // The notes stand where their numbers count up, and whatever names one later names it by its bookmark.
    const placed = [...document.matchAll(/<w:bookmarkStart w:name="source_(\d+)"[^>]*\/><w:r>(?:(?!<\/w:r>).)*<w:endnoteReference w:id="(\d+)"\/>/g)];
    expect(placed.map(([, name, id]) => [name, id])).toEqual(notes.map(({ id }) => [id, id]));
    const named = [...document.matchAll(/w:instr=" NOTEREF source_(\d+) /g)].map(([, id]) => id);
    expect(placed.length + named.length).toBe(used.length);
    expect(notes.map(({ id }) => id)).toEqual(expect.arrayContaining([...new Set(named)]));
    expect(document).toContain('<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr><w:pgSz');
    const targets = new Set([...links.matchAll(/ Id="([^"]+)"/g)].map(([, id]) => id));
    expect([...endnotes.matchAll(/r:id="([^"]+)"/g)].filter(([, id]) => !targets.has(id))).toEqual([]);
    expect(links).toContain('Target="https://archive.example/2"');
  });

  it("sets lists and quotations in by how deep they lie", async () => {
    const source = sampleSource();
    const justification = "Said.\n\n- one\n  - two\n    1. three\n\n  > told\n  >\n  > > retold\n\n> quoted\n>\n> - within";
    source.claims = source.claims.map((claim) => (claim.ruling ? { ...claim, ruling: rulingOf(claim.ruling.labelId, "It is so.", justification) } : claim));
    const { document } = await partsOf({}, source);
    const paragraphs = [...document.matchAll(/<w:p>(.*?)<\/w:p>/g)].map(([, xml = ""]) => ({
      words: xml.replace(/<[^>]+>/g, ""),
      style: /w:pStyle w:val="(\w+)"/.exec(xml)?.[1] ?? "",
      indent: /<w:ind w:start="(\d+)"/.exec(xml)?.[1] ?? "",
    }));
    const from = paragraphs.findIndex(({ words }) => words === "Said.");
    expect(paragraphs.slice(from, from + 8).map(({ words, style, indent }) => [words, style, indent])).toEqual([
      ["Said.", "", ""],
      ["•  one", "", "400"],
      ["•  two", "", "800"],
      ["1.  three", "", "1200"],
      ["told", "Quote", "760"],
      ["retold", "Quote", "1120"],
      ["quoted", "Quote", "360"],
      ["•  within", "Quote", "760"],
    ]);
  });

  it("is read by another program, with links and comments", async () => {
    const { file } = await partsOf();
    const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(file) }, { styleMap: ["comment-reference => sup"] });
    expect(messages.filter(({ type }) => type === "error")).toEqual([]);
    for (const expected of [
      '<a href="https://archive.example/1">Archived copy, 20 November 2026</a>',
      '<a href="https://example.org/chronology">chronology</a>',
      "<h1>The six-party talks</h1>",
      "The walk-out came in April 2009; the last full round was in December 2008.",
      "One piece of evidence is confidential and not shown.",
    ])
      expect(value).toContain(expected);
  });

  it("names each address that it links to once, and takes no words for a link", async () => {
    const source = sampleSource();
    const forged = '<w:hyperlink w:history="1" r:id="https://forged.example/">';
    source.claims = source.claims.map((claim) => ({ ...claim, statement: forged }));
    const { document, file } = await partsOf({}, source);
    const links = strFromU8(unzipSync(file)["word/_rels/document.xml.rels"] ?? new Uint8Array());
    const targets = [...links.matchAll(/ Target="(https?:[^"]+)"/g)].map(([, target]) => target);
    expect(targets).toEqual([...new Set(targets)]);
    expect(targets).toContain("https://example.org/campus?a=1&amp;b=2");
    expect(links).not.toContain("forged");
    const ids = new Set([...links.matchAll(/ Id="([^"]+)"/g)].map(([, id]) => id));
    expect([...document.matchAll(/r:id="([^"]+)"/g)].filter(([, id]) => !ids.has(id))).toEqual([]);
    const places = [...document.matchAll(/<w:bookmarkStart [^>]*w:id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(places).size).toBe(places.length);
  });

  it("is equal for equal reports", async () => {
    const [one, two] = [await partsOf(), await partsOf()];
    expect(Buffer.compare(one.file, two.file)).toBe(0);
  });

  it("sets right-to-left text from right to left", async () => {
    const revision = textOf([["paragraph", "بقيت القناة مسدودة ستة أيام."]]);
    const claim = claimOf(1, [anchorOf(revision.text, "ستة أيام")], { statement: "ستة أيام" });
    const { document } = await partsOf({}, sourceOf(revision, [claim], { language: "ar", title: "القناة" }));
    expect(document.match(/<w:bidi\/>/g)?.length).toBeGreaterThanOrEqual(3);
    expect(document).toContain("<w:rtl/>");
  });
});

describe("the Word document of bad input", () => {
  const revision = textOf([
    ["paragraph", 'She said "so" & <b>1/2</b> </script> 🦄 more.'],
    ["paragraph", Array.from({ length: 320 }, (_, index) => `part ${index} of it`).join(", ")],
  ]);
  it.each<[string, Partial<ReportSourceClaim>]>([
    ["quotes, slashes and markup", { statement: '"a"/\\ </script> =cmd|' }],
    ["direction overrides and control characters", { statement: "\u202Egnp.exe \u0000\u0007\u001b[31m \u2066open \uFFFE" }],
    ["lone surrogates and emoji", { statement: "\uD800 half 👩🏽‍🚀 \uDFFF" }],
    ["a long rationale", { ruling: rulingOf("label-5", "Short.", "word ".repeat(4_000)) }],
    ["deep Markdown", { ruling: rulingOf("label-5", "Short.", `${">".repeat(300)} deep\n\n${"- ".repeat(60)}deep\n\n| a | b |\n|---|---|\n| 1 |`) }],
    ["no source", { evidence: [] }],
    ["no words", { statement: "", ruling: rulingOf(null, " ", "") }],
    ["a source without words", { evidence: [evidenceOf({ source: { title: "", url: "https://example.org/%%%\"'<>&" } })] }],
    ["300 fragments", { anchors: Array.from({ length: 300 }, (_, index) => anchorOf(revision.text, `part ${index} of`)) }],
  ])("is whole: %s", async (_, change) => {
    const { body, type } = await writeDocx(
      buildReport(sourceOf(revision, [claimOf(1, [anchorOf(revision.text, "She said")], change)], { title: '"T" / \u202Ex ' + "word ".repeat(99) })),
    );
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(body) });
    expect(value.replace("[1]", "")).toContain('She said "so" & <b>1/2</b> </script> 🦄 more.');
    expect(await wordsOf({ type, body })).not.toMatch(/(?![\n\t\r])\p{Cc}|[\uFFFE\uFFFF]/u);
  });
});

const office = findOffice();

describe("the Word document in LibreOffice", () => {
  it("keeps the parts of a line in their order, which runs as the document does", async () => {
    const revision = textOf([["paragraph", "بقيت القناة مسدودة."]]);
    const claim = claimOf(1, [anchorOf(revision.text, "القناة")], { speaker: "هيئة القناة", saidOn: "2019-04-25" });
    const change = { title: "القناة", author: "كاتبة", publication: null, url: null };
    const arabic = (await partsOf({}, sourceOf(revision, [claim], { ...change, language: "ar" }))).document;
    const lineWith = (xml: string, words: string) => xml.match(/<w:p>.*?<\/w:p>/gs)?.find((each) => each.includes(words)) ?? "";
    const byline = lineWith(arabic, "كاتبة");
    expect(byline).toContain("<w:bidi/>");
    expect(byline).toContain('<w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">\u2068كاتبة\u2069</w:t>');
    expect(byline.replace(/<[^>]+>/g, "")).toBe(["Article", "كاتبة", "25 April 2019"].map((part) => `\u2068${part}\u2069`).join(" · "));
    expect(lineWith(arabic, "هيئة القناة").replace(/<[^>]+>/g, "")).toBe("\u2068هيئة القناة\u2069, \u206825 April 2019\u2069");
    const english = (await partsOf({}, sourceOf(revision, [claim], { ...change, language: "en" }))).document;
    expect(lineWith(english, "كاتبة")).toContain('<w:bidi w:val="false"/>');
    expect(lineWith(english, "كاتبة").replace(/<[^>]+>/g, "")).toBe("Article · \u2068كاتبة\u2069 · 25 April 2019");
  });

  it("is printed with every comment, its author and its words, the numbers in the text and each source at the end", { timeout: 180_000 }, async ({ skip }) => {
    skip(office === null, "there is no soffice on the PATH: install LibreOffice Writer to run this");
    const folder = await mkdtemp(path.join(tmpdir(), "docx-"));
    try {
      await writeFile(path.join(folder, "file.docx"), (await partsOf()).file);
      const profile = `-env:UserInstallation=file://${path.join(folder, "profile")}`;
      // Comments in the margin (ExportNotesInMargin) are drawn by versions with a window only; without one they come as comments of the PDF.
      const filter = `pdf:writer_pdf_Export:${JSON.stringify({ ExportNotes: { type: "boolean", value: "true" } })}`;
      const { status, stderr } = spawnSync(office ?? "", [profile, "--headless", "--convert-to", filter, "--outdir", folder, path.join(folder, "file.docx")], {
        encoding: "utf8",
      });
      expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
      const { text, comments } = await readPdf(Uint8Array.from(await readFile(path.join(folder, "file.pdf"))));
      const plain = (words: string) => words.replace(/\s+/g, " ");
      const report = buildReport(sampleSource());
      // LibreOffice puts the day behind the name.
      expect(comments.map(({ author }) => author.split(",")[0])).toEqual(report.claims.map(() => "Foreign desk"));
      for (const { number, statement, ruling, fragments } of report.claims) {
        const own = comments.find(({ words }) => words.startsWith(`${String(number)} · `));
        for (const said of [statement, ruling?.summary ?? ""]) expect(plain(own?.words ?? "")).toContain(plain(said));
        if (fragments.length > 0) expect(text).toContain(`[${String(number)}]`);
      }
      const [, notes = ""] = plain(text).split(/ Sources Foreign desk · made with /);
      for (const title of new Set(report.claims.flatMap(({ evidence }) => evidence.map(({ source }) => source.title))))
        expect(notes.split(title)).toHaveLength(2);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
