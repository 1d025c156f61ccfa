import { describe, expect, it } from "vitest";
import { isolating } from "./direction";
import { writeMarkdown } from "./markdown";
import { pdfModel } from "./pdf-model";
import { writePlainText } from "./plain-text";
import { buildReport } from "./report";
import { anchorOf, claimOf, evidenceOf, sampleSource, sourceOf, textOf } from "./sample-source";

const apart = (words: string) => `\u2068${words}\u2069`;
const revision = textOf([["paragraph", "بقيت القناة مسدودة ستة أيام."]]);
const claim = claimOf(1, [anchorOf(revision.text, "ستة أيام")], {
  statement: "ستة أيام",
  speaker: "هيئة القناة",
  saidOn: "2019-04-25",
  evidence: [evidenceOf({ source: { title: "بيان", publisher: "SCA", publishedOn: "2019-04-14" } })],
});
const report = (language: string) =>
  buildReport(sourceOf(revision, [claim], { language, title: "القناة", author: "كاتبة", publication: "Gazette", url: null }));

describe("the parts of a joined line", () => {
  it("are isolated where they or the line run from right to left, each line of them by itself", () => {
    expect(["Article", "كاتبة", "by كاتبة", "\u202Eturned\u202C", "a\nب", ""].map(isolating(false))).toEqual([
      "Article",
      apart("كاتبة"),
      apart("by كاتبة"),
      apart("\u202Eturned\u202C"),
      `${apart("a")}\n${apart("ب")}`,
      "",
    ]);
    expect(["Article", "25 April", ""].map(isolating(true))).toEqual([apart("Article"), apart("25 April"), ""]);
  });

  it("keep their order in plain text, Markdown and PDF, in a text of either direction", () => {
    const parts = ["Article", "كاتبة", "Gazette", "25 April 2019"];
    expect(writePlainText(report("ar")).body).toContain(parts.map(apart).join(" · "));
    expect(writeMarkdown(report("ar")).body).toContain(parts.map(apart).join(" · "));
    const inEnglish = `Article · ${apart("كاتبة")} · Gazette · 25 April 2019`;
    expect(writePlainText(report("en")).body).toContain(inEnglish);
    expect(writeMarkdown(report("en")).body).toContain(inEnglish);
    expect(pdfModel(report("en"), 10).byline.replace(/ +/g, " ")).toBe(inEnglish);
    const text = writePlainText(report("en")).body;
    expect(text).toContain(`– ${apart("هيئة القناة")}, 25 April 2019`);
    expect(text).toContain(`: ${apart("بيان")}, SCA, 14 April 2019`);
  });

  it("are as they were written where everything runs from left to right", () => {
    for (const write of [writePlainText, writeMarkdown]) expect(write(buildReport(sampleSource())).body).not.toMatch(/[\u2066-\u2069]/);
  });
});
