import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanField, cleanText } from "./clean";

/** Any UTF-16 units at all, halves of pairs among them. */
const ANY = fc.array(fc.nat(0xffff), { maxLength: 400 }).map((units) => String.fromCharCode(...units));

describe("cleanField", () => {
  it.each([
    ["control characters go", "a\u0000b\u001bc\u0085d", "abcd"],
    ["line ends become one", "a\r\nb\rc", "a\nb\nc"],
    ["half characters are shown as missing", "a\ud800b", "a\ufffdb"],
    ["whole characters stay", "😀 é \u200f\u200d", "😀 é \u200f\u200d"],
    ["an override is closed at the end of its line", "\u202eabc\nd", "\u202eabc\u202c\nd"],
    ["isolates and embeddings are closed from the inside", "\u2067a\u202bb", "\u2067a\u202bb\u202c\u2069"],
    ["the end of an isolate ends what is open in it", "\u2067\u202ba\u2069b", "\u2067\u202ba\u2069b"],
    ["closers without an opener go", "a\u2069b\u202cc", "abc"],
  ])("%s", (_, value, expected) => expect(cleanField(value)).toBe(expected));

  it("changes nothing the second time", () => {
    const hostile = fc.string({ unit: fc.constantFrom("a", "\n", "\u202e", "\u202a", "\u2066", "\u2068", "\u2069", "\u202c", "\u0007", "\ud83d") });
    fc.assert(fc.property(hostile, (value) => cleanField(cleanField(value)) === cleanField(value)));
  });
});

describe("cleanText", () => {
  it("keeps every offset", () => {
    fc.assert(fc.property(ANY, (value) => cleanText(value).length === value.length));
    expect(cleanText("a\u0000\ud800\n\tb")).toBe("a\ufffd\ufffd\n\tb");
  });
});
