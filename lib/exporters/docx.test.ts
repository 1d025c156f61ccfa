import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import mammoth from "mammoth";
import { describe, expect, it, vi } from "vitest";
import { CLAIM_STATES } from "@/lib/domain/claim";
import { writeDocx } from "./docx";
import { wordsOf } from "./read-back";
import { buildReport, type ReportOptions } from "./report";
import type { ReportSourceClaim } from "./report-claim";
import { anchorOf, claimOf, evidenceOf, rulingOf, sampleSource, sourceOf, textOf } from "./sample-source";

vi.setConfig({ testTimeout: 60_000 });

async function partsOf(options: ReportOptions = {}, source = sampleSource()): Promise<{ document: string; comments: string; file: Uint8Array<ArrayBuffer> }> {
  const { body } = await writeDocx(buildReport(source, options));
  const parts = unzipSync(body);
  const read = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  return { document: read("word/document.xml"), comments: read("word/comments.xml"), file: body };
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

const office = ["soffice", "libreoffice"].find((name) => spawnSync(name, ["--version"]).status === 0);

describe.skipIf(office === undefined)(`the Word document in LibreOffice${office === undefined ? " (skipped: there is no soffice on the PATH)" : ""}`, () => {
  it("opens with every comment, its author and its words, and the numbers in the text", { timeout: 180_000 }, async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "docx-"));
    try {
      await writeFile(path.join(folder, "file.docx"), (await partsOf()).file);
      const profile = `-env:UserInstallation=file://${path.join(folder, "profile")}`;
      const { status, stderr } = spawnSync(office ?? "", [profile, "--headless", "--convert-to", "odt", "--outdir", folder, path.join(folder, "file.docx")], {
        encoding: "utf8",
      });
      expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
      const opened = strFromU8(unzipSync(await readFile(path.join(folder, "file.odt")))["content.xml"] ?? new Uint8Array());
      expect(opened.match(/<office:annotation /g)).toHaveLength(10);
      expect(opened.match(/<dc:creator>Foreign desk<\/dc:creator>/g)).toHaveLength(10);
      expect(opened.replace(/<[^>]+>/g, "")).toContain("The walk-out came in April 2009; the last full round was in December 2008.");
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
