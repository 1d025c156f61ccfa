import { describe, expect, it } from "vitest";
import { assertCanonical } from "@/lib/importers/assert-canonical";
import { readMarkdown } from "@/lib/importers/markdown";

const options = { speakers: false, boilerplate: "leave_out" } as const;

const SOURCE = `---
title: "A pier too many"
authors: [Ann Lee, 'Bo Roe']
date: 2024-03-05
tags:
  - harbour
lang: en-GB
source: Harbour Weekly
url: https://example.org/pier
---
# A pier *too* many

The board met **on Tuesday** and
agreed &mdash; by [seven votes](https://example.org/votes "the votes") to \`two\`.

> It was a good day.
>
> For everyone.

1. First
   - Nested **item**
2. [ ] Second

\`\`\`js
let a = 1;

let b = "<b>";
\`\`\`

| Year | Ships |
| --- | --- |
| 2023 | 12 |

<div>Raw <b>words</b></div>

<!-- nothing -->

![a picture](https://example.org/a.png)

Bad [link](javascript:alert) and <em>tag</em>, a\\*b, line\\
break.
`;

describe("readMarkdown", () => {
  const read = readMarkdown(SOURCE, options);
  const content = read.blocks.map(({ type, level, start, end }) => [type, read.text.slice(start, end), ...(level ? [level] : [])]);

  it("makes blocks of the blocks", () => {
    assertCanonical(read);
    expect(content).toEqual([
      ["heading", "A pier too many", 1],
      ["paragraph", "The board met on Tuesday and agreed — by seven votes to two."],
      ["quote", "It was a good day."],
      ["quote", "For everyone."],
      ["list_item", "First"],
      ["list_item", "Nested item"],
      ["list_item", "Second"],
      ["preformatted", "let a = 1;"],
      ["preformatted", 'let b = "<b>";'],
      ["paragraph", "Year | Ships"],
      ["paragraph", "2023 | 12"],
      ["paragraph", "Raw words"],
      ["paragraph", "Bad link and tag, a*b, line\nbreak."],
    ]);
  });

  it("keeps emphasis, code and safe links as marks", () => {
    const marks = read.blocks.flatMap((block) => block.marks.map(({ type, start, end, href }) => [type, read.text.slice(start, end), ...(href ? [href] : [])]));
    expect(marks).toEqual([
      ["emphasis", "too"],
      ["strong", "on Tuesday"],
      ["link", "seven votes", "https://example.org/votes"],
      ["code", "two"],
      ["strong", "item"],
    ]);
  });

  it("reads the front matter", () => {
    expect(read.meta).toEqual({
      title: "A pier too many",
      author: "Ann Lee, Bo Roe",
      publication: "Harbour Weekly",
      publishedOn: "2024-03-05",
      language: "en-GB",
      url: "https://example.org/pier",
    });
  });

  it("takes the title from the first heading, and leaves a line that only looks like front matter", () => {
    const { meta, text } = readMarkdown("---\nNo front matter, but a line.\n\n---\n\n# Title\n\nText", options);
    expect(meta).toEqual({ title: "Title" });
    expect(text).toContain("No front matter");
  });

  it("keeps the lines of a transcript apart", () => {
    expect(readMarkdown("**ANN:** One\n**BO:** Two", { ...options, speakers: true }).text).toBe("ANN: One\nBO: Two");
  });

  it("leaves references alone that are none", () => {
    expect(readMarkdown("&toString; &valueOf; &mdash;", options).text).toBe("&toString; &valueOf; —");
  });
});
