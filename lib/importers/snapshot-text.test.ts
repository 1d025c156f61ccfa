import { describe, expect, it } from "vitest";
import { snapshotKind, snapshotText } from "./snapshot-text";

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe("snapshotKind", () => {
  it.each([
    ["%PDF-1.7\n%\xe2\xe3", "application/pdf"],
    ["\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "image/png"],
    ["\xff\xd8\xff\xe0\0\x10JFIF", "image/jpeg"],
    ["RIFF\x24\0\0\0WEBPVP8 ", "image/webp"],
    ["<!doctype html><p>Words.", "text/html"],
    ["\xef\xbb\xbf<html><body>Words.", "text/html"],
    ["Words.\n", "text/plain"],
    ["<svg xmlns='http://www.w3.org/2000/svg'></svg>", "text/plain"],
  ])("knows %j by its bytes", (content, kind) => expect(snapshotKind(bytes(content))).toBe(kind));

  it.each(["", " \n", "GIF89a", "PK\x03\x04", "\x7fELF", "RIFF\x24\0\0\0WAVEfmt ", "a\0\0b\0\0\0c\0d", "\0\0\0\x18ftypmp42", "{\\rtf1 Words.}"])(
    "refuses %j",
    (content) => expect(snapshotKind(bytes(content))).toBeNull(),
  );
});

describe("snapshotText", () => {
  it("reads texts and pages, and nothing else", async () => {
    expect(await snapshotText("text/plain", bytes("Die Br\xfccke\r\nist \u0008alt."))).toBe("Die Brücke\nist alt.");
    const page = "<!doctype html><title>T</title><nav>Home</nav><script>no()</script><p>The bridge is <b>old</b>.</p>";
    const words = await snapshotText("text/html", bytes(page));
    expect(words).toContain("The bridge is old.");
    expect(words).not.toContain("no()");
    expect(await snapshotText("application/pdf", bytes("%PDF-1.7"))).toBeNull();
    expect(await snapshotText("text/html", bytes("<html><body></body></html>"))).toBeNull();
    expect(await snapshotText("text/plain", new Uint8Array(3_000_000).fill(97))).toBeNull();
  });
});
