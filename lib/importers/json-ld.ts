import { decodeEntities } from "@/lib/importers/entities";
import type { FoundMeta } from "@/lib/importers/text-meta";

const MOST_SCRIPTS = 20;
const LONGEST_SCRIPT = 500_000;

type Thing = Readonly<Record<string, unknown>>;

/** What schema.org data in a page says about its article; empty when there is none that can be read. */
export function jsonLdMeta(source: string): FoundMeta {
  const things = linkedDataIn(source).flatMap(topThings);
  const article = things.find((thing) => /(Article|Posting|Report|Review)$/.test(textOf(thing["@type"]) ?? ""));
  if (!article) return {};
  return {
    title: textOf(article["headline"]) ?? textOf(article["name"]),
    author: namesOf(article["author"]),
    publication: namesOf(article["publisher"]),
    publishedOn: textOf(article["datePublished"]),
    language: textOf(article["inLanguage"]),
    url: textOf(article["url"]) ?? addressOf(article["mainEntityOfPage"]),
  };
}

/** The JSON-LD of a page, one value for each of its scripts that can be read; the first twenty, and none longer than 500,000 characters. */
export function linkedDataIn(source: string): unknown[] {
  const found: unknown[] = [];
  let scripts = 0;
  const ending = /<\/script/gi;
  for (const tag of source.matchAll(/<script\b[^<>]{0,2000}>/gi)) {
    if (!/ld(?:\+|&#43;|&#x2b;)json/i.test(tag[0])) continue;
    const start = tag.index + tag[0].length;
    ending.lastIndex = start;
    const end = ending.exec(source)?.index ?? -1;
    if (end < 0 || scripts >= MOST_SCRIPTS) break;
    scripts += 1;
    if (end - start <= LONGEST_SCRIPT) found.push(parse(source.slice(start, end)));
  }
  return found;
}

/** The things at the top, in a list, or in a graph; not those inside others. */
function topThings(value: unknown): Thing[] {
  const listed = Array.isArray(value) ? value : [value];
  return listed.filter(isThing).flatMap((thing) => [thing, ...(Array.isArray(thing["@graph"]) ? thing["@graph"].filter(isThing) : [])]);
}

/** The value of a script, as forgiving as browsers and search engines are; null when even so it cannot be read. */
function parse(script: string): unknown {
  // Around it stand marks for readers of long ago; line breaks within strings come of editors that wrap lines.
  const json = script
    .replace(/^\s*(?:\/\*\s*)?(?:\/\/\s*)?<!(?:\[CDATA\[|--)(?:\s*\*\/)?/, "")
    .replace(/(?:\/\*\s*)?(?:\/\/\s*)?(?:\]\]>|-->)(?:\s*\*\/)?\s*$/, "")
    .replace(/[\u0000-\u001f]+/g, " ") // eslint-disable-line no-control-regex -- as JSON names them
    .trim()
    .replace(/;$/, "");
  for (const attempt of [json, json.replace(/,\s*([}\]])/g, "$1"), json.includes('"') ? null : decodeEntities(json)]) {
    try {
      if (attempt !== null) return JSON.parse(attempt);
    } catch {
      // The next one may be read.
    }
  }
  return null;
}

function isThing(value: unknown): value is Thing {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === "string" ? first : undefined;
}

function addressOf(value: unknown): string | undefined {
  return isThing(value) ? textOf(value["@id"]) : textOf(value);
}

function namesOf(value: unknown): string | undefined {
  const listed: unknown[] = Array.isArray(value) ? value.slice(0, 20) : [value];
  const names = listed.flatMap((each) => (isThing(each) ? textOf(each["name"]) : textOf(each)) ?? []);
  return names.length > 0 ? names.join(", ") : undefined;
}
