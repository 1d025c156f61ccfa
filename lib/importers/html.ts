import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { countWords, type TextMeta } from "@/lib/domain/text";
import { assemble } from "@/lib/importers/canonical";
import type { Draft } from "@/lib/importers/draft";
import { htmlDrafts } from "@/lib/importers/html-blocks";
import type { Importer } from "@/lib/importers/importer";
import { jsonLdMeta } from "@/lib/importers/json-ld";
import { sanitize, type SafeHtml } from "@/lib/importers/sanitize";
import { textMeta } from "@/lib/importers/text-meta";

/** Fewer links than this, and no landmark: a fragment, in which there is no boilerplate to look for. */
const FEWEST_LINKS = 3;
const LANDMARKS = "nav, header, footer, aside, main, article";

/**
 * A web page, or a piece of one: sanitised and flattened, then (on request) reduced to its article. Slow and hungry on hostile
 * pages: call it only where time and memory are limited.
 */
export const readHtml: Importer = (source, { boilerplate }) => {
  const safe = sanitize(source);
  const { document } = parseHTML(`<!doctype html><html><head></head><body>${safe.html}</body></html>`);
  const drafts = htmlDrafts(document.body);
  const titles = drafts.filter((draft) => draft.type === "heading" && draft.level === 1);
  const meta = pageMeta(source, safe, document, titles[0]?.text);
  const article = boilerplate === "leave_out" ? articleDrafts(document) : [];
  if (article.length === 0) return { ...assemble(drafts), meta, leftOutWords: 0 };
  const read = withTitle(article, titles, meta.title);
  return { ...assemble(read), meta, leftOutWords: Math.max(0, wordsMore(drafts, read, meta.language)) };
};

/** How many words there are more in one page than in the other. What stands in both is not counted: that would take most of the time of reading a page. */
function wordsMore(page: readonly Draft[], article: readonly Draft[], language = "en"): number {
  const times = new Map<string, number>();
  const add = ({ text }: Draft, more: 1 | -1) => times.set(text, (times.get(text) ?? 0) + more);
  let found = 0;
  for (const draft of page) {
    // An article stands in its page in its order: for what does there is nothing to be looked up.
    if (draft.text === article[found]?.text) found += 1;
    else add(draft, 1);
  }
  for (const draft of article.slice(found)) add(draft, -1);
  return [...times].reduce((sum, [text, more]) => (more === 0 ? sum : sum + more * countWords(text, language)), 0);
}

/** The article of a page as the reader view of a browser finds it; none when there is nothing around it or it is not found. Takes the document apart. */
function articleDrafts(document: Document): Draft[] {
  if (!document.querySelector(LANDMARKS) && document.querySelectorAll("a").length < FEWEST_LINKS) return [];
  const reader = new Readability<Draft[]>(document, { serializer: htmlDrafts, keepClasses: true, disableJSONLD: true });
  return reader.parse()?.content ?? [];
}

/**
 * The reader view makes second-level headings of the first-level ones, and drops the headline when it repeats the page's title.
 * Claims stand in headlines too, so that it comes back.
 */
function withTitle(article: Draft[], titles: readonly Draft[], pageTitle = ""): Draft[] {
  const known = new Set(titles.map(wordsOf));
  const drafts = article.map((draft) => (draft.type === "heading" && known.has(wordsOf(draft)) ? { ...draft, level: 1 } : draft));
  const headline = titles.find((title) => wordsOf({ text: pageTitle }).includes(wordsOf(title)));
  return headline && !drafts.some((draft) => isSaid(headline, draft)) ? [headline, ...drafts] : drafts;
}

/** Whether both say the same. Where the first word is missing there is no need to look at all white space. */
function isSaid(headline: Draft, draft: Draft): boolean {
  const words = wordsOf(headline);
  return draft.text.includes(words.split(" ", 1)[0] ?? "") && wordsOf(draft) === words;
}

function wordsOf({ text }: Pick<Draft, "text">): string {
  return text.replace(/\s+/gu, " ").trim();
}

function pageMeta(source: string, { metas, language, canonicalUrl }: SafeHtml, document: Document, heading: string | undefined): TextMeta {
  const named = (...names: string[]): string | undefined => names.map((name) => metas.get(name)).find((value) => value !== undefined);
  const linked = jsonLdMeta(source);
  const profile = named("article:author");
  return textMeta({
    title: named("og:title") ?? linked.title ?? heading ?? named("twitter:title") ?? document.querySelector("title")?.textContent ?? undefined,
    author: linked.author ?? named("author", "dc.creator", "byl") ?? (profile?.startsWith("http") ? undefined : profile),
    publication: named("og:site_name") ?? linked.publication ?? named("application-name", "dc.publisher"),
    publishedOn: named("article:published_time") ?? linked.publishedOn ?? named("date", "dc.date", "datepublished", "pubdate") ?? firstTime(document),
    language: language || linked.language || named("og:locale", "language"),
    url: canonicalUrl ?? named("og:url") ?? linked.url,
  });
}

function firstTime(document: Document): string | undefined {
  return document.querySelector("time[datetime]")?.getAttribute("datetime") ?? undefined;
}
