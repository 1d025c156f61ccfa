/** The text of a file, and a sentence when the encoding had to be guessed or parts could not be read. */
interface Decoded {
  text: string;
  warnings: string[];
}

/**
 * Bytes to text: byte order mark, then UTF-16 by its pattern of zero bytes, then valid UTF-8, then the encoding that an HTML
 * page declares, then Windows-1252. Valid UTF-8 goes before the declaration, because saved pages are often re-encoded without
 * changing it, and text in another encoding is hardly ever valid UTF-8 by chance.
 */
export function decode(bytes: Uint8Array): Decoded {
  const utf16 = utf16Of(bytes);
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), warnings: [] };
  const declared = declaredEncoding(bytes);
  const text = new TextDecoder().decode(bytes);
  const other = countOf(text, /[^\p{ASCII}\ufffd]/gu);
  const unreadable = countOf(text, /\ufffd/g);
  if (unreadable === 0 && (other > 0 || !declared)) return { text, warnings: [] };
  if (declared) return { text: decodeWith(declared, bytes), warnings: [] };
  if (unreadable * 10 <= other) return { text, warnings: [] };
  return {
    text: decodeWith(new TextDecoder("windows-1252"), bytes),
    warnings: ["The file does not say how its characters are encoded; it was read as Windows-1252 (Western European). Check the accents."],
  };
}

/** "utf-16le" or "utf-16be" by the byte order mark, or because nearly all zero bytes stand on one side of the pairs. */
function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even + odd < sample.length / 50 || Math.min(even, odd) * 10 > Math.max(even, odd)) return null;
  return odd > even ? "utf-16le" : "utf-16be";
}

/** The decoder for `<meta charset>` or its older form, when it names an encoding in which ASCII stays ASCII. */
function declaredEncoding(bytes: Uint8Array): TextDecoder | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const label = /<meta\b[^<>]{0,200}\bcharset\s{0,5}=\s{0,5}["']?([\w-]{1,40})/i.exec(head)?.[1];
  if (!label || /^utf-?(8|16)/i.test(label)) return null;
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}

/** What Windows-1252 has at 80 to 9F (a space where it has nothing), where Latin-1 has controls. */
const WESTERN = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** Some versions of Node decode Windows-1252 as Latin-1; this puts the quotes, dashes and the euro sign right on all of them. */
function decodeWith(decoder: TextDecoder, bytes: Uint8Array): string {
  const text = decoder.decode(bytes);
  if (decoder.encoding !== "windows-1252") return text;
  return text.replace(/[\u0080-\u009f]/g, (character) => WESTERN.charAt(character.charCodeAt(0) - 0x80));
}

function countOf(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count += 1;
  return count;
}
