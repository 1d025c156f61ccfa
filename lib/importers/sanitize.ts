import sanitizeHtml from "sanitize-html";
import { AppError } from "@/lib/domain/errors";
import { safeHref } from "@/lib/domain/url";

const STRUCTURE =
  "title main article section div header footer nav aside h1 h2 h3 h4 h5 h6 p blockquote pre ul ol li dl dt dd table caption thead tbody tfoot tr th td figure figcaption hr br";
const INLINE = "a strong b em i code time";
/** What is no text of the page: also the text in these goes. */
const NO_TEXT = "script style textarea option select button noscript template svg math iframe object audio video canvas xmp";

/** Real pages nest some 30 deep; each further level costs the extraction time. */
const DEEPEST = 80;
const MOST_ELEMENTS = 50_000;
const MOST_METAS = 300;
const LONGEST_ATTRIBUTE = 300;
const LONGEST_URL = 2048;

/** A page reduced to a small, shallow set of elements, and what its head says. */
export interface SafeHtml {
  html: string;
  /** `<html lang>` */
  language: string | undefined;
  /** `<meta>` by name, property or itemprop in lower case. The first one counts. */
  metas: ReadonlyMap<string, string>;
  canonicalUrl: string | undefined;
}

type Attributes = Readonly<Record<string, string>>;

/** Sanitises and flattens a page before anything builds a tree of it. Throws AppError("too_large") on too many elements. */
export function sanitize(source: string): SafeHtml {
  const metas = new Map<string, string>();
  const links: { language?: string; base?: string; canonical?: string } = {};
  let elements = 0;
  const transform = (tagName: string, attributes: Attributes) => {
    elements += 1;
    if (elements > MOST_ELEMENTS) throw new AppError("too_large", "This page is too complicated to be read. Paste the text of the article instead.");
    if (tagName === "html") links.language ??= attributes["lang"] ?? attributes["xml:lang"] ?? "";
    if (tagName === "base") links.base ??= attributes["href"] ?? "";
    if (tagName === "link" && attributes["rel"] === "canonical") links.canonical ??= attributes["href"] ?? "";
    if (tagName === "meta") collectMeta(metas, attributes);
    return { tagName, attribs: keptAttributes(tagName, attributes, links.base ?? links.canonical) };
  };
  const html = sanitizeHtml(source, {
    allowedTags: `${STRUCTURE} ${INLINE}`.split(" "),
    nonTextTags: NO_TEXT.split(" "),
    allowedAttributes: { "*": ["class", "id", "role", "hidden", "href", "datetime"] },
    allowedSchemes: ["http", "https", "mailto"],
    nestingLimit: DEEPEST,
    transformTags: { "*": transform },
  });
  return { html, language: links.language, metas, canonicalUrl: links.canonical };
}

function collectMeta(metas: Map<string, string>, attributes: Attributes): void {
  const name = (attributes["property"] ?? attributes["name"] ?? attributes["itemprop"] ?? "").toLowerCase();
  const content = attributes["content"] ?? "";
  if (name !== "" && content.trim() !== "" && metas.size < MOST_METAS && !metas.has(name)) metas.set(name, content.slice(0, LONGEST_URL));
}

/** What the extraction and the blocks need: hints for what is boilerplate, what is hidden, where a link goes. */
function keptAttributes(tagName: string, attributes: Attributes, base: string | undefined): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of ["class", "id", "role"]) {
    const value = attributes[name];
    if (value) kept[name] = value.slice(0, LONGEST_ATTRIBUTE);
  }
  if (isHidden(attributes)) kept["hidden"] = "hidden";
  const href = tagName === "a" ? absolute(attributes["href"] ?? "", base) : null;
  if (href !== null) kept["href"] = href;
  if (tagName === "time" && attributes["datetime"]) kept["datetime"] = attributes["datetime"].slice(0, LONGEST_ATTRIBUTE);
  return kept;
}

function isHidden(attributes: Attributes): boolean {
  const style = (attributes["style"] ?? "").slice(0, 2000);
  return (
    attributes["hidden"] !== undefined || attributes["aria-hidden"] === "true" || /(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden)/i.test(style)
  );
}

function absolute(href: string, base: string | undefined): string | null {
  if (href === "" || href.length > LONGEST_URL) return null;
  const direct = safeHref(href);
  if (direct !== null || base === undefined || /^[a-z][a-z\d+.-]*:/i.test(href.trim())) return direct;
  try {
    return safeHref(new URL(href, base).href);
  } catch {
    return null;
  }
}
