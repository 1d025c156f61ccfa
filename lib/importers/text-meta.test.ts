import { describe, expect, it } from "vitest";
import { textMeta } from "@/lib/importers/text-meta";

describe("textMeta", () => {
  it.each([
    ["2019-04-25T23:30:00-05:00", "2019-04-25"],
    ["20190425", "2019-04-25"],
    ["25 April 2019", "2019-04-25"],
    ["April 25, 2019", "2019-04-25"],
    ["Thu, 25 Apr 2019 10:00:00 GMT", "2019-04-25"],
    ["2019-13-45", undefined],
    ["2019-02-30", undefined],
    ["9999-01-01", undefined],
    ["yesterday", undefined],
    ["1", undefined],
  ])("reads the day in %j", (publishedOn, expected) => {
    expect(textMeta({ publishedOn }).publishedOn).toBe(expected);
  });

  it("keeps only what can be used", () => {
    expect(textMeta({ title: " A \u202e title\u0000\n here ", author: "  ", language: "en_us", url: "javascript:alert(1)" })).toEqual({
      title: "A title here",
      language: "en-US",
    });
    expect(textMeta({ language: "not a language", url: "https://example.org/a" })).toEqual({ url: "https://example.org/a" });
  });

  it("shortens endless titles without parting a character", () => {
    const { title } = textMeta({ title: "😀".repeat(500) });
    expect(title).toMatch(/^(😀)+…$/u);
  });
});
