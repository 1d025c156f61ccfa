/** The most bytes of a name, below the 255 of common file systems, with room for " (1)" and a browser's own suffix. */
const NAME_BYTES = 180;
const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
/** Control and formatting characters (direction overrides, zero-width spaces and the like), lone surrogates, and what file systems refuse. */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}/\\:*?"<>|]+/gu;

/** A file name from any title, safe on every common system: "Two leaders, one dinner.html". */
export function exportFilename(title: string, extension: string): string {
  const words = title.normalize("NFC").replace(FORBIDDEN, " ").replace(/\s+/g, " ");
  const short = cutToBytes(words.replace(/^[\s.]+/, ""), NAME_BYTES).replace(/[\s.]+$/, "");
  const name = short === "" ? "document" : short;
  return `${RESERVED.test(name) ? `${name.slice(0, 3)}_${name.slice(3)}` : name}.${extension}`;
}

/** The Content-Disposition value of a download: an ASCII name for old readers, and the whole name as RFC 8187 writes it. */
export function contentDisposition(filename: string): string {
  const ascii = filename
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\x20-\x7e]+/g, "_")
    .replace(/["\\%]/g, "_");
  const encoded = encodeURIComponent(filename.replace(/\p{Cs}/gu, "_")).replace(/['()*!]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/** The longest beginning of at most `bytes` bytes of UTF-8 that cuts no grapheme. */
function cutToBytes(text: string, bytes: number): string {
  const encoder = new TextEncoder();
  let left = bytes;
  let end = 0;
  for (const { segment, index } of GRAPHEMES.segment(text.slice(0, bytes + 2))) {
    left -= encoder.encode(segment).length;
    if (left < 0) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}
