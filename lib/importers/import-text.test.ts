import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/domain/errors";
import { MAX_TEXT_BYTES, type ImportedText } from "@/lib/domain/text";
import { assertCanonical } from "@/lib/importers/assert-canonical";
import { importText, type ImportInput } from "@/lib/importers/import-text";

const options = { speakers: false, boilerplate: "leave_out" } as const;

function file(name: string, content: string | Uint8Array): ImportInput {
  return { kind: "file", name, bytes: typeof content === "string" ? Buffer.from(content) : content };
}

function paste(text: string, html?: string): ImportInput {
  return html === undefined ? { kind: "paste", text } : { kind: "paste", text, html };
}

async function refusal(input: ImportInput): Promise<[string, string, string | undefined]> {
  const error: unknown = await importText(input, options).catch((caught: unknown) => caught);
  if (!(error instanceof AppError)) throw new Error(`Not refused: ${String(error)}`);
  return [error.code, error.message, error.details.fields?.[0]?.field];
}

describe("importText", () => {
  it.each<[string, ImportInput, string]>([
    ["pasted text", paste("One\n\nTwo"), "One\n\nTwo"],
    ["pasted HTML", paste("One Two", "<p>One</p><p><b>Two</b></p>"), "One\n\nTwo"],
    ["pasted HTML that says no more than the text", paste("One\n\nTwo", "<span>One Two</span>"), "One\n\nTwo"],
    ["a text file", file("a.TXT", "One\r\n\r\nTwo"), "One\n\nTwo"],
    ["a file without extension", file("README", "One"), "One"],
    ["a Markdown file", file("a.md", "# One\n\n*Two*"), "One\n\nTwo"],
    ["an HTML file", file("a.htm", "<h1>One</h1>Two"), "One\n\nTwo"],
    ["HTML that is called text", file("a.txt", "<!doctype html><p>One</p><p>Two</p>"), "One\n\nTwo"],
    ["text that is called HTML", file("a.html", "One\n\nTwo"), "One\n\nTwo"],
    ["UTF-16", file("a.txt", Buffer.from("One\n\nTwo", "utf16le")), "One\n\nTwo"],
    ["UTF-16 HTML", file("a.html", Buffer.from("\ufeff<p>One</p><p>Two</p>", "utf16le")), "One\n\nTwo"],
  ])("reads %s", { timeout: 40_000 }, async (_, input, text) => {
    const read = await importText(input, options);
    assertCanonical(read);
    expect(read.text).toBe(text);
    expect(read.meta.language).toBe("en");
  });

  it.each<[string, ImportInput, string, string]>([
    ["an empty file", file("a.txt", ""), "invalid", "empty"],
    ["an empty paste", paste("  \n\u200b"), "invalid", "no text"],
    ["a page without text", file("a.html", "<p><img src=x></p>"), "invalid", "no text"],
    ["a PDF that is called text", file("a.txt", "%PDF-1.7 …"), "unsupported_type", "PDF"],
    ["a Word document", file("a.docx", "PK\x03\x04…"), "unsupported_type", "Word"],
    ["a picture that is called HTML", file("a.html", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)), "unsupported_type", "PNG"],
    ["a gzip archive that is called Markdown", file("a.md", Uint8Array.of(0x1f, 0x8b, 8, 0)), "unsupported_type", "gzip"],
    ["a type that nobody reads", file("a.csv", "a,b"), "unsupported_type", ".txt, .md or .html"],
    [
      "bytes that are no text",
      file(
        "a.txt",
        Uint8Array.from({ length: 999 }, (_, at) => (at * 7) % 256),
      ),
      "unsupported_type",
      "not text",
    ],
    ["too much text", paste("word ".repeat(MAX_TEXT_BYTES)), "too_large", "2 MB"],
    ["text that is too large once decoded", file("a.txt", "é ".repeat(MAX_TEXT_BYTES / 2)), "too_large", "2 MB"],
  ])("refuses %s", { timeout: 40_000 }, async (_, input, code, words) => {
    const [found, message, field] = await refusal(input);
    expect([found, field]).toEqual([code, "source"]);
    expect(message).toContain(words);
  });

  it("recognises speakers on request only", async () => {
    expect((await importText(paste("ANN: Hello."), options)).text).toBe("ANN: Hello.");
    const { text, blocks } = await importText(paste("ANN: Hello."), { ...options, speakers: true });
    expect([text, blocks[0]?.speaker]).toEqual(["Hello.", "ANN"]);
  });

  it("says what was lost", async () => {
    expect((await importText(paste("a\u202eb"), options)).warnings).toEqual([expect.stringContaining("order")]);
    expect((await importText(file("a.txt", Buffer.from("caf\xe9", "latin1")), options)).warnings).toEqual([expect.stringContaining("Windows-1252")]);
  });

  it("reads a large text, and gives it back unchanged when it is brought in again", { timeout: 60_000 }, async () => {
    const once = await importText(paste("Some words of a long story.\n\n".repeat(60_000)), options);
    expect(once.blocks).toHaveLength(60_000);
    expect((await importText(paste(once.text), options)).text).toBe(once.text);
  });
});

const NAUGHTY = [
  "undefined",
  "NULL",
  "\\0",
  "<script>alert(1)</script>",
  "'; DROP TABLE claims; --",
  "../../etc/passwd%00",
  "Z̸̡͈̓a̷l̴͓̚g̵o",
  "ﷺ",
  "👨‍👩‍👧‍👦",
  "𝕿𝖍𝖊 𝖖𝖚𝖎𝖈𝖐",
  "مرحبا hello שלום",
  "\u202etest\u202c",
  "\ud800",
  "\u0000a",
  "﻿BOM",
  "{{7*7}} ${7*7} <%= 7 %>",
  "=cmd|' /C calc'!A0",
  "１２３",
  "İstanbul ı",
  "ẞ ß ﬁ",
  "\u2028a\u2029",
  "http://a/%%30%30",
  "Powerلُلُصّبُلُلصّبُررً ॣ ॣh ॣ ॣ冗",
];

async function canonicalOrRefused(input: ImportInput): Promise<ImportedText | null> {
  try {
    const read = await importText(input, options);
    assertCanonical(read);
    return read;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

describe("whatever comes in", () => {
  it("is canonical or refused: naughty strings in every format", { timeout: 60_000 }, async () => {
    for (const text of NAUGHTY) {
      for (const input of [paste(text), paste(text, `<p>${text}</p>`), file("a.md", text), file("a.txt", text), file("a.html", `<p>${text}`)])
        await canonicalOrRefused(input);
    }
  });

  it("is canonical or refused, and plain text comes out the same when it is brought in again", { timeout: 60_000 }, async () => {
    const unit = fc.oneof(
      fc.constantFrom(..."ab: \n\t\r\u0301\u00a0\u200b\u202e\u0000<>&#*_`>-[]()", "\ud83d", "x".repeat(60)),
      fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, maxLength: 60 }), async (text) => {
        const read = await canonicalOrRefused(paste(text));
        if (read) expect((await importText(paste(read.text), options)).text).toBe(read.text);
      }),
      { numRuns: 100 },
    );
  });

  it("is canonical or refused: any bytes under any name", { timeout: 60_000 }, async () => {
    const markup = fc.array(
      fc.constantFrom(
        "<p>",
        "</p>",
        "<b>",
        "<a href='https://e.org'>",
        "<br>",
        "<pre>",
        "<table><tr><td>",
        "&#769;",
        "&#x202e;",
        "e",
        " ",
        "\n",
        "# ",
        "> ",
        "- ",
        "**",
      ),
      {
        maxLength: 30,
      },
    );
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      markup.map((parts) => Buffer.from(parts.join(""))),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom("a.txt", "a.md", "a.html", "a"), bytes, async (name, content) => void (await canonicalOrRefused(file(name, content)))),
      { numRuns: 100 },
    );
  });
});
