import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { richText } from "./rich-text";

describe("richText", () => {
  it.each([
    ["**bold** and *soft*", "<p><strong>bold</strong> and <em>soft</em></p>"],
    ["# Heading", "<p><strong>Heading</strong></p>"],
    ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
    ["a <b onclick=x>b</b>", "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>"],
    ["[x](javascript:alert(1))", "<p>x</p>"],
    ["[x](  JaVaScRiPt:alert(1))", "<p>x</p>"],
    ["[x](data:text/html,y)", "<p>x</p>"],
    ["[x](//evil.example)", "<p>x</p>"],
    ["[x](https://example.org/?a=1&b=2)", '<p><a href="https://example.org/?a=1&amp;b=2">x</a></p>'],
    ["![a picture](https://example.org/x.png)", "<p>a picture</p>"],
    ["5 < 6 & 7", "<p>5 &lt; 6 &amp; 7</p>"],
  ])("%s", (source, html) => expect(richText(source).trim()).toBe(html));

  it("lets no element through but its own, whatever is written", () => {
    const piece = fc.constantFrom(
      "<",
      ">",
      "script",
      "<img src=x onerror=alert(1)>",
      "](",
      "[",
      "javascript:",
      "`",
      "*",
      "_",
      "\n",
      "> ",
      "- ",
      "|",
      "&lt;",
      '"',
      "'",
      "<!--",
      "<![CDATA[",
      "<a href='javascript:1'>",
      " ",
      "x",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = richText(pieces.join(""));
        for (const [tag] of html.matchAll(/<[^>]*>/g))
          expect(tag).toMatch(
            /^<\/?(p|br|strong|em|del|code|pre|blockquote|ul|ol|li|hr|a|table|thead|tbody|tr|th|td)( (href="(https?:|mailto:)[^"]*"|scope="col"|start="\d+"))?( \/)?>$/,
          );
      }),
      { numRuns: 300 },
    );
  });

  it.each(["> ", "*a **b ", "[a](", "- \n", "`a``", "a_", "<a "])(
    // What grows faster than the text does runs into the limit of the test.
    "comes to an end on 20 kB of %j",
    (piece) => {
      expect(typeof richText(piece.repeat(20_000 / piece.length))).toBe("string");
    },
    30_000,
  );
});
