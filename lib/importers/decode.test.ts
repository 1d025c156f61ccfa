import { describe, expect, it } from "vitest";
import { decode } from "@/lib/importers/decode";

const SENTENCE = "“Žižek” paid 5 € – naïve, café.";
const WESTERN = "“Two” cost 5 € – naïve, café.";

function utf16(text: string, order: "le" | "be"): Uint8Array {
  const bytes = Buffer.from(text, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
}

/** The characters of `WESTERN` that differ between Windows-1252 and Latin-1. */
function windows1252(text: string): Uint8Array {
  const codes: Record<string, number> = { "“": 0x93, "”": 0x94, "€": 0x80, "–": 0x96 };
  return Uint8Array.from(Array.from(text, (character) => codes[character] ?? character.charCodeAt(0)));
}

describe("decode", () => {
  it.each([
    ["UTF-8", Buffer.from(SENTENCE), SENTENCE],
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${SENTENCE}`), SENTENCE],
    ["UTF-16 LE with a byte order mark", utf16(`\ufeff${SENTENCE}`, "le"), SENTENCE],
    ["UTF-16 BE with a byte order mark", utf16(`\ufeff${SENTENCE}`, "be"), SENTENCE],
    ["UTF-16 LE without", utf16(SENTENCE, "le"), SENTENCE],
    ["UTF-16 BE without", utf16(SENTENCE, "be"), SENTENCE],
    ["Arabic UTF-16 without", utf16("قال الوزير إن الخطة جاهزة", "le"), "قال الوزير إن الخطة جاهزة"],
    ["a declared encoding", Buffer.concat([Buffer.from('<meta charset="windows-1251">'), Uint8Array.of(0xcf, 0xf0, 0xe8)]), '<meta charset="windows-1251">При'],
    [
      "the older form of declaring",
      Buffer.concat([Buffer.from('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'), Uint8Array.of(0xe9)]),
      '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">é',
    ],
    ["UTF-8 that declares another encoding", Buffer.from('<meta charset="iso-8859-1">é'), '<meta charset="iso-8859-1">é'],
    ["a declared encoding that does not exist", Buffer.from('<meta charset="klingon">é'), '<meta charset="klingon">é'],
  ])("reads %s", (_, bytes, text) => {
    expect(decode(bytes)).toEqual({ text, warnings: [] });
  });

  it("falls back on Windows-1252, and says so", () => {
    const { text, warnings } = decode(windows1252(WESTERN));
    expect(text).toBe(WESTERN);
    expect(warnings).toEqual([expect.stringContaining("Windows-1252")]);
  });

  it("keeps UTF-8 of which a few bytes are broken", () => {
    const bytes = Buffer.concat([Buffer.from("é".repeat(50)), Uint8Array.of(0xc3)]);
    expect(decode(bytes).text).toBe(`${"é".repeat(50)}\ufffd`);
  });
});
