import { DOMParser } from "linkedom";
import { describe, expect, it } from "vitest";
import { sitemapXml } from "./sitemap";

const entries = ["/p/a", "/p/a/claims/1", "/p/b?x=1&y=<"].map((path) => ({ address: `https://desk.example${path}`, at: "2026-11-22T10:00:00.000Z" }));
const own = "https://desk.example/sitemap.xml";
const read = (body: string | null) =>
  [...new DOMParser().parseFromString(body ?? "", "text/xml").querySelectorAll("loc")].map(({ textContent }) => textContent);

describe("the sitemap", () => {
  it("is one file while it can be", () => {
    expect(read(sitemapXml(entries, null, own))).toEqual(entries.map(({ address }) => address));
    expect(sitemapXml([], null, own)).toContain("<urlset ");
  });

  it("is an index of parts that hold every address once, where one file may not hold them", () => {
    const parts = read(sitemapXml(entries, null, own, 2));
    expect(parts).toEqual([`${own}?part=1`, `${own}?part=2`]);
    const all = parts.flatMap((address) => read(sitemapXml(entries, new URL(address ?? "").searchParams.get("part"), own, 2)));
    expect(all).toEqual(entries.map(({ address }) => address));
  });

  it.each(["0", "3", "-1", "1.5", "x", ""])("has no part %j", (part) => {
    expect(sitemapXml(entries, part, own, 2)).toBeNull();
  });
});
