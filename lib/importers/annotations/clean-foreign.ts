import { decodeEntities } from "@/lib/importers/entities";

// eslint-disable-next-line no-control-regex -- the characters that no field here may hold, and marks that reorder what is read
const UNWANTED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const LONE_HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text in composed form with "\n" line ends, without control characters, halves of character pairs, and marks that reorder what is read. */
export function cleanForeign(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(UNWANTED, "").replace(LONE_HALF, "").normalize("NFC");
}

const KNOWN_TAG =
  /<\/?(?:a|abbr|b|blockquote|br|cite|code|div|em|h[1-6]|i|li|mark|ol|p|q|s|small|span|strong|sub|sup|u|ul)(?:\s+[\w:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+))*\s*\/?>/gi;

/** Text without the tags of HTML that people leave in; what merely looks like one ("a < b and c > d") stays. A line for each block. */
export function withoutKnownTags(text: string): string {
  if (!text.includes("<")) return text;
  return text
    .replace(/<(?:br|\/p|\/div|\/li|\/h[1-6])\s*\/?>/gi, "\n")
    .replace(KNOWN_TAG, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** What a passage of HTML says, without its tags; a line for each block. */
export function wordsOfHtml(html: string): string {
  const words = html
    .replace(/<(?:br|\/p|\/div|\/li|\/h[1-6])\b[^<>]*>/gi, "\n")
    .replace(/<[^<>]*>/g, "")
    .replace(/\n{3,}/g, "\n\n");
  // Last, and once: what was written as "&lt;b&gt;" are words.
  return decodeEntities(words).trim();
}
