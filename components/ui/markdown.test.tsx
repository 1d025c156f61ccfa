import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Markdown } from "./markdown";

const html = (text: string) => renderToStaticMarkup(<Markdown text={text} />);

describe("Markdown", () => {
  it("renders what people write", () => {
    const out = html("A **bold** and *soft* word, `code`.\n\n- one\n- two\n\n> said\n\n1. first");
    for (const part of ["<strong", "<em>soft</em>", "<code", "<ul", "<ol", "<blockquote"]) expect(out).toContain(part);
  });

  it.each(["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "text <b onclick=x>bold</b>"])("shows HTML as text: %s", (text) => {
    expect(html(text)).not.toMatch(/<(script|img|b)[ >]/);
    expect(html(text)).toContain("&lt;");
  });

  it.each(["javascript:alert(1)", "data:text/html,x", "vbscript:x", "/local", "JaVaScRiPt:x"])("makes no link of %s", (href) => {
    expect(html(`[here](${href})`)).not.toContain("<a");
    expect(html(`[here](${href})`)).toContain("here");
  });

  it("links to the web in a new tab, and shows images as links", () => {
    expect(html("[here](https://example.org)")).toContain('href="https://example.org" target="_blank" rel="noreferrer nofollow"');
    expect(html("![alt](https://example.org/a.png)")).not.toContain("<img");
  });

  it.each([
    ["quotes", ">".repeat(5_000) + " x"],
    ["lists", Array.from({ length: 400 }, (_, depth) => `${"  ".repeat(depth)}- x`).join("\n")],
    ["emphasis", "*".repeat(10_000)],
    ["brackets", "[".repeat(10_000)],
  ])("survives thousands of nested %s", (_, text) => {
    expect(html(text).length).toBeGreaterThan(0);
  });
});
