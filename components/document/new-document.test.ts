import { describe, expect, it } from "vitest";
import { BLANK, factsOf, importSourceOf, kindOf } from "./new-document";

describe("importSourceOf", () => {
  it("is nothing while nothing was pasted or chosen", () => {
    expect(importSourceOf({ ...BLANK, source: " \n" }, null)).toBeNull();
  });

  it("sends the clipboard's HTML only when there is some", () => {
    expect(importSourceOf({ ...BLANK, source: "A text" }, null)).toEqual({ kind: "paste", text: "A text", speakers: false, boilerplate: "leave_out" });
    expect(importSourceOf({ ...BLANK, source: "A text", html: "<p>A text</p>" }, null)).toMatchObject({ html: "<p>A text</p>" });
  });

  it("prefers the file, with the same options", () => {
    const file = { name: "a.txt", size: 1, dataBase64: "QQ==" };
    expect(importSourceOf({ ...BLANK, source: "A text", speakers: true, keepBoilerplate: true }, file)).toEqual({
      kind: "file",
      name: "a.txt",
      dataBase64: "QQ==",
      speakers: true,
      boilerplate: "keep",
    });
  });
});

describe("factsOf", () => {
  const found = { title: "Found", author: "Somebody", publishedOn: "2019-04-25", language: "ar" };

  it("takes what was found for what nobody wrote", () => {
    expect(factsOf(BLANK, found)).toEqual({
      title: "Found",
      author: "Somebody",
      publication: "",
      publishedOn: "2019-04-25",
      language: "ar",
      url: null,
      kind: "article",
    });
  });

  it("keeps what was written, also when it takes something away", () => {
    const written = { ...BLANK, title: "Mine", author: "", publishedOn: "", url: " https://example.org ", scaleId: "s1" };
    expect(factsOf(written, found)).toMatchObject({ title: "Mine", author: "", publishedOn: null, url: "https://example.org", scaleId: "s1" });
  });
});

describe("kindOf", () => {
  it("supposes a transcript once speakers are read, until somebody chooses", () => {
    expect(kindOf({ kind: null, speakers: true })).toBe("transcript");
    expect(kindOf({ kind: "speech", speakers: true })).toBe("speech");
    expect(kindOf({ kind: null, speakers: false })).toBe("article");
  });
});
