import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasLongWord, withBreaks } from "./pdf-breaks";
import { writePdf } from "./pdf";
import { readPdf } from "./read-back";
import { buildReport } from "./report";
import { anchorOf, claimOf, evidenceOf, rulingOf, sourceOf, textOf } from "./sample-source";

const X = "x".repeat(61);
const ADDRESS = `https://example.org/${"aVeryLongPart".repeat(10)}?token=${"abcdef0123".repeat(10)}`;

describe("a word that no column has room for", () => {
  it.each([
    ["61 letters", X, true],
    ["60 letters", X.slice(1), false],
    ["between words", `some words ${X} and more`, true],
    ["spaces that hold together", "a\u00A0".repeat(31), true],
    ["a sentence of a script without spaces", "東京都の人口".repeat(30), false],
    ["an address with parts", "https://example.org/part-of/the-way/".repeat(9), false],
    ["nothing", "", false],
  ])("is told: %s", (_, words, long) => {
    expect(hasLongWord(words)).toBe(long);
    expect(withBreaks(words) !== words).toBe(long);
  });

  it("is found wherever it stands, and keeps its letters", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", " ", "word ", "x".repeat(30), "é", "e\u0301", "👩🏽‍🚀", "-", "中")), (parts) => {
        const words = parts.join("");
        const broken = withBreaks(words);
        expect(broken !== words).toBe(hasLongWord(words));
        expect(broken.replaceAll("\u200B", "")).toBe(words);
        expect(hasLongWord(broken)).toBe(false);
      }),
    );
  });

  it("stays on the page, in a table and in an address that is shown too, and in the words that are searched", async () => {
    const revision = textOf([["paragraph", `She said ${"w".repeat(300)} so.`]]);
    const claim = claimOf(1, [anchorOf(revision.text, "She said")], {
      statement: "x".repeat(2_000),
      ruling: rulingOf("label-5", "Short.", `| a | b | c |\n|---|---|---|\n| ${"y".repeat(400)} | ${"z".repeat(400)} | 1 |`),
      evidence: [evidenceOf({ source: { title: ADDRESS, url: ADDRESS } })],
    });
    const { body } = writePdf(buildReport(sourceOf(revision, [claim])));
    expect(Buffer.from(body).toString("latin1")).toContain("<pdfuaid:part>1</pdfuaid:part>");
    const { text, links, reach } = await readPdf(body);
    // A4 less its margin: 210 - 31 mm, and a point.
    expect(reach).toBeLessThanOrEqual((179 / 25.4) * 72 + 1);
    const words = text.replace(/\s/g, "");
    for (const letters of ["w".repeat(300), "x".repeat(1_000), "y".repeat(400), ADDRESS]) expect(words).toContain(letters);
    expect(links).toContain(ADDRESS);
    expect(text).not.toContain("\u200B");
  });
});
