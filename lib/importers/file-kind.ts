/** Files that are not text, by the bytes with which they start. Only those that no text starts with; the others hold NUL, which tells as much. */
const SIGNATURES: readonly { name: string; bytes: string; at?: number }[] = [
  { name: "a PDF file", bytes: "%PDF-" },
  { name: "a Word document or another zip archive", bytes: "PK\x03\x04" },
  { name: "a zip archive", bytes: "PK\x05\x06" },
  { name: "an older Office document", bytes: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" },
  { name: "an RTF document", bytes: "{\\rtf" },
  { name: "a PNG image", bytes: "\x89PNG\r\n\x1a\n" },
  { name: "a JPEG image", bytes: "\xff\xd8\xff" },
  { name: "a GIF image", bytes: "GIF89a" },
  { name: "a TIFF image", bytes: "II*\0" },
  { name: "a TIFF image", bytes: "MM\0*" },
  { name: "a film", bytes: "ftyp", at: 4 },
  { name: "a film", bytes: "\x1a\x45\xdf\xa3" },
  { name: "a gzip archive", bytes: "\x1f\x8b" },
  { name: "a 7-Zip archive", bytes: "7z\xbc\xaf\x27\x1c" },
  { name: "a RAR archive", bytes: "Rar!\x1a\x07" },
  { name: "an xz archive", bytes: "\xfd7zXZ\0" },
  { name: "a program", bytes: "\x7fELF" },
  { name: "a database", bytes: "SQLite format 3\0" },
];

/** What a file really is ("a PDF file") when its first bytes are those of a known format that is not text, else null. */
export function binaryKind(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 32));
  return SIGNATURES.find((signature) => head.startsWith(signature.bytes, signature.at ?? 0))?.name ?? null;
}

/** Whether decoded text is no text after all: it holds NUL, or more than one control character in a hundred. */
export function isBinary(text: string): boolean {
  if (text.includes("\0")) return true;
  let controls = 0;
  for (const character of text) if (isControl(character)) controls += 1;
  return controls * 100 > text.length;
}

/** A control character that no text needs: tab, line breaks and escape sequences of terminals are let through. */
function isControl(character: string): boolean {
  return (character < " " && !"\t\n\v\f\r\u001b".includes(character)) || character === "\u007f";
}

/** Whether a file starts like an HTML page, in any encoding that has ASCII in it. */
export function startsLikeHtml(bytes: Uint8Array): boolean {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2048)).replaceAll("\0", "");
  return /^[^\x21-\x7e]{0,200}(<\?xml[^<>]*>\s*)?(<!--[^>]{0,500}-->\s*)?<(!doctype html|html|head|body)\b/i.test(head);
}

/** Whether there is any tag in the first bytes of a file that calls itself HTML. */
export function hasTags(bytes: Uint8Array): boolean {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 65_536)).replaceAll("\0", "");
  return /<[a-z!/]/i.test(head);
}
