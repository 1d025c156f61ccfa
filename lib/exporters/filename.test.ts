import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentDisposition, exportFilename } from "./filename";

/** Any UTF-16 units at all, halves of pairs among them. */
const ANY = fc.array(fc.nat(0xffff), { maxLength: 400 }).map((units) => String.fromCharCode(...units));

describe("exportFilename", () => {
  it.each([
    ["Two leaders, one dinner", "Two leaders, one dinner.html"],
    ["../../etc/passwd", "etc passwd.html"],
    ['a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j.html"],
    ["invoice\u202Efdp.exe", "invoice fdp.exe.html"],
    ["قمة فلاديفوستوك", "قمة فلاديفوستوك.html"],
    ["e\u0301te\u0301", "été.html"],
    ["", "document.html"],
    [" ... ", "document.html"],
    ["CON", "CON_.html"],
    ["lpt1.x", "lpt_1.x.html"],
    ["\ud800x\u0000", "x.html"],
  ])("%j", (title, expected) => expect(exportFilename(title, "html")).toBe(expected));

  it("is short, printable and one path segment for any title", () => {
    fc.assert(
      fc.property(ANY, (title) => {
        const name = exportFilename(title, "csv");
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(190);
        expect(name).toMatch(/^[^.\s][^\p{Cc}\p{Cf}/\\:*?"<>|]*\.csv$/u);
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  it("cuts between whole characters", () => {
    expect(exportFilename("👩‍👩‍👧".repeat(500), "md")).toMatch(/^[👩👧 ]+\.md$/u);
    expect(exportFilename(`${"a".repeat(179)}x\u0323`, "md")).toBe(`${"a".repeat(179)}.md`);
    expect(exportFilename("م".repeat(500), "md")).toBe(`${"م".repeat(90)}.md`);
  });
});

describe("contentDisposition", () => {
  it("writes both names", () => {
    expect(contentDisposition("Été (1)'s 😀.html")).toBe(
      "attachment; filename=\"Ete (1)'s _.html\"; filename*=UTF-8''%C3%89t%C3%A9%20%281%29%27s%20%F0%9F%98%80.html",
    );
  });

  it("is a valid header value for any name", () => {
    fc.assert(
      fc.property(ANY, (title) => {
        const value = contentDisposition(exportFilename(title, "html"));
        expect(new Headers({ "content-disposition": value }).get("content-disposition")).toBe(value);
        expect(value).toMatch(/^attachment; filename="[^"\\]*"; filename\*=UTF-8''[\w.~%-]*$/);
      }),
    );
  });
});
