import { HtmlValidate } from "html-validate";
import { DOMParser } from "linkedom";
import { describe, expect, it, vi } from "vitest";
import { claimReview } from "./claim-review";
import { previewPage, publicArticle } from "./public-article";
import { publicClaim } from "./public-claim";
import { publicEmbed } from "./public-embed";
import { EMPTY_ERROR_FORM, publicErrorForm } from "./public-error-form";
import { publicFeed } from "./public-feed";
import type { PublicContext } from "./public-frame";
import { publicCorrections, publicIndex, publicNothing } from "./public-lists";
import { buildReport, type ReportSource } from "./report";
import { sampleSource } from "./sample-source";
import { shareCard, shareSvg } from "./share-card";
import { shareImage } from "./share-image";

vi.setConfig({ testTimeout: 60_000 });

const validator = new HtmlValidate({ extends: ["html-validate:standard"] });

async function problems(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map(({ line, ruleId, message }) => `${line} ${ruleId}: ${message}`));
}

const EVIL = `</script><script>alert(1)</script>"><img src=x onerror=alert(1)>\u202E{{7*7}}]]>\ud800`;

/** The sample as it is published, with two corrections; `words` stand in every field that people write. */
function published(words: string | null = null): ReportSource {
  const source = sampleSource();
  const at = "2026-11-22T10:00:00.000Z";
  const change = { kind: "rating_change" as const, what: words ?? "Half.", why: words ?? "Minutes.", by: words ?? "Edda", at, version: 2 };
  const claims = source.claims.map((claim) => ({
    ...claim,
    ...(claim.state === "approved" ? { state: "published" as const } : {}),
    ...(words === null ? {} : { statement: words, speaker: words, ruling: claim.ruling && { ...claim.ruling, summary: words, justification: words } }),
  }));
  return {
    ...source,
    ...(words === null ? {} : { workspace: words, document: { ...source.document, title: words.repeat(6), author: words } }),
    claims,
    publication: { url: "https://desk.example/p/two-leaders", version: 2, firstPublishedAt: at, publishedAt: at, claims: {} },
    corrections: [
      { id: "k1", claimId: claims.find(({ state }) => state === "published")?.id ?? null, verdict: { before: "True", after: words ?? "Half" }, ...change },
      { id: "k2", claimId: null, verdict: null, ...change, kind: "refile" },
    ],
  };
}

const context: PublicContext = {
  baseUrl: "https://desk.example",
  workspaceId: "workspace-1",
  url: "https://desk.example/p/two-leaders",
  shown: 1,
  publications: [
    { number: 2, at: "2026-11-23T10:00:00.000Z" },
    { number: 1, at: "2026-11-22T10:00:00.000Z" },
  ],
  unlisted: false,
};

function pagesOf(source: ReportSource): Record<string, string> {
  const report = buildReport(source, { states: ["published", "corrected", "voided"] });
  const [claim] = report.claims;
  if (!claim) throw new Error("The sample has claims.");
  const item = { url: context.url, report };
  const site = report.workspace;
  const wrong = { values: { reason: "other", note: site, contact: site }, faults: { note: site, "": "Wait." }, received: false };
  const form = (state: Parameters<typeof publicErrorForm>[4]) => publicErrorForm(report, claim, context.url, context, state).html;
  return {
    article: publicArticle(report, context).html,
    preview: previewPage(report).html,
    claim: publicClaim(report, claim, context, claimReview(report, claim)).html,
    embed: publicEmbed(report, claim, context.url).html,
    "embed of the text": publicEmbed(report, null, context.url).html,
    form: form(EMPTY_ERROR_FORM),
    "form with faults": form(wrong),
    thanks: form({ ...wrong, received: true }),
    list: publicIndex([item], context, site).html,
    corrections: publicCorrections(
      report.corrections.map((correction) => ({ item, correction })),
      context,
      site,
    ).html,
    nothing: publicNothing("Nothing", site, context, site).html,
  };
}

describe("public pages", () => {
  it.each(Object.entries(pagesOf(published())))("%s is valid HTML", async (_, html) => {
    expect(await problems(html)).toEqual([]);
  });

  it.each(Object.entries(pagesOf(published(EVIL))))("%s is valid and harmless with hostile words in every field", async (_, html) => {
    expect(await problems(html)).toEqual([]);
    expect(html).not.toMatch(/<script>alert|<img src=x|\ud800/);
    const scripts = html.match(/<script[^>]*>/g) ?? [];
    expect(scripts.filter((each) => each !== "<script>" && each !== '<script type="application/ld+json">')).toEqual([]);
  });

  it("a claim's page carries its ClaimReview once, as JSON", () => {
    const { claim = "" } = pagesOf(published());
    const records = [...claim.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(([, json = ""]) => JSON.parse(json) as unknown);
    expect(records).toEqual([expect.objectContaining({ "@type": "ClaimReview", url: expect.stringMatching(/\/p\/two-leaders\/claims\/\d+$/) as string })]);
  });

  it("keep what is said of a claim in pieces that do not break, with no sign hanging between them", () => {
    const { claim = "", article = "" } = pagesOf(published());
    for (const html of [claim, article]) {
      const lines = [...new DOMParser().parseFromString(html, "text/html").querySelectorAll(".by, .said, .meta")];
      expect(lines.length).toBeGreaterThan(1);
      for (const line of lines) {
        const loose = [...line.childNodes].filter((node) => node.nodeType === 3).map((node) => (node.textContent ?? "").trim());
        expect(loose.join("")).toBe("");
      }
    }
  });

  it("the list of corrections names the text of each, with the way to it", () => {
    const page = new DOMParser().parseFromString(pagesOf(published())["corrections"] ?? "", "text/html");
    const links = [...page.querySelectorAll(".cor > li")].map((item) => [...item.querySelectorAll(".tags a")].map((link) => link.getAttribute("href")));
    expect(links).toEqual([[expect.stringMatching(/\/p\/two-leaders\/claims\/\d+$/), context.url], [context.url]]);
  });

  it("names the program once where the site has its name, and draws no rule around nothing", () => {
    const page = new DOMParser().parseFromString(publicNothing("Nothing", "It is gone.", { ...context, workspaceId: null }, "Assay").html, "text/html");
    expect(page.querySelector("footer p")?.textContent).toBe("Made with Assay");
    expect(page.querySelector("main")?.className ?? "").toBe("");
  });

  it("lead to the lists of the workspace that publishes them", () => {
    const { article = "", claim = "" } = pagesOf(published());
    for (const html of [article, claim]) {
      const page = new DOMParser().parseFromString(html, "text/html");
      const feeds = [...page.querySelectorAll('link[rel="alternate"]')]
        .map((link) => link.getAttribute("href") ?? "")
        .filter((href) => !href.includes("oembed"));
      expect(feeds).toEqual(["feed.xml", "feed.json", "claimreview.json"].map((name) => `https://desk.example/p/${name}?workspace=workspace-1`));
      expect(page.querySelector("footer")?.innerHTML).toContain("https://desk.example/p?workspace=workspace-1");
    }
  });

  it("an older version says so, leads to the latest, and is not for search engines", () => {
    const { article = "" } = pagesOf(published());
    expect(article).toContain("This is version 1");
    expect(article).toContain('<meta name="robots" content="noindex">');
    expect(article).toContain('<link rel="canonical" href="https://desk.example/p/two-leaders">');
  });
});

describe("feeds", () => {
  it.each(["atom", "json"] as const)("carry hostile words as words (%s)", (form) => {
    const report = buildReport(published(EVIL), { states: ["published"] });
    const { body } = publicFeed([{ url: context.url, report }], form, { place: context, site: "Desk" });
    if (form === "json")
      expect(JSON.parse(body)).toMatchObject({ version: "https://jsonfeed.org/version/1", items: [{ url: context.url, title: report.document.title }] });
    else {
      const feed = new DOMParser().parseFromString(body, "text/xml");
      expect(feed.querySelectorAll("entry")).toHaveLength(1);
      // The title is HTML, once more.
      const title = new DOMParser().parseFromString(`<p>${feed.querySelector("entry > title")?.textContent ?? ""}</p>`, "text/html");
      expect(title.querySelector("p")?.textContent).toBe(report.document.title);
      expect(feed.querySelectorAll("script, img")).toHaveLength(0);
    }
  });
});

describe("the picture of a check", () => {
  it("is a PNG of 1200 by 630, whatever the words and the script", async () => {
    const report = buildReport(published(), { states: ["published"] });
    const [claim] = report.claims;
    const card = shareCard(report, claim ?? null);
    for (const title of [card.title, EVIL.repeat(40), "المحادثات انهارت قبل عقد.", "東京都の人口".repeat(30), ""]) {
      const png = Buffer.from(await shareImage({ ...card, title }));
      expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    }
    expect(shareSvg({ ...card, title: EVIL })).not.toContain("<script");
  });

  it("ends in an ellipsis what does not fit in five lines", () => {
    const svg = shareSvg({ kicker: "K", badge: "B", tone: "true", title: "word ".repeat(200), foot: "F" });
    expect(svg.match(/Source Serif/g)).toHaveLength(5);
    expect(svg).toMatch(/word…<\/text>/);
    const faces = shareSvg({ kicker: "K", badge: "B", tone: "true", title: "👩🏽‍🚀".repeat(400), foot: "F" });
    expect(faces).toMatch(/🚀…<\/text>/u);
    expect(faces).not.toContain("\uFFFD");
  });
});
