/** The most addresses that one file may hold. https://www.sitemaps.org/protocol.html */
const SITEMAP_MAX = 50_000;

/** An address that search engines may know, and when it last changed (ISO 8601). */
export interface SitemapEntry {
  address: string;
  at: string;
}

/**
 * The addresses as a sitemap; where they are too many for one file, an index of its parts, which stand at `own` with "?part=1" and so on. Null for a part that
 * there is not.
 */
export function sitemapXml(entries: readonly SitemapEntry[], part: string | null, own: string, most = SITEMAP_MAX): string | null {
  const parts = Math.ceil(entries.length / most);
  if (part === null && parts > 1) return indexXml(parts, own);
  const number = part === null ? 1 : Number(part);
  if (part !== null && !(/^[1-9]\d{0,5}$/.test(part) && number <= parts)) return null;
  const urls = entries.slice((number - 1) * most, number * most).map(({ address, at }) => `<url><loc>${xml(address)}</loc><lastmod>${at}</lastmod></url>`);
  return file("urlset", urls);
}

function indexXml(parts: number, own: string): string {
  return file(
    "sitemapindex",
    Array.from({ length: parts }, (_, index) => `<sitemap><loc>${xml(`${own}?part=${String(index + 1)}`)}</loc></sitemap>`),
  );
}

function file(root: string, lines: readonly string[]): string {
  return `${['<?xml version="1.0" encoding="UTF-8"?>', `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`, ...lines, `</${root}>`].join("\n")}\n`;
}

const xml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
