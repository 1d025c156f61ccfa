import type { TextMeta } from "@/lib/domain/text";
import { httpUrl } from "@/lib/domain/url";
import { cleanText } from "@/lib/importers/clean-text";

const LONGEST = 300;
const LONGEST_URL = 2048;

/** What a source says about itself, as found: any field may be empty, nonsense or hostile. */
export type FoundMeta = { readonly [Field in keyof TextMeta]?: string | undefined };

/** Keeps the fields that can be used: one line of clean text, a real day, a language tag, an http(s) address. */
export function textMeta(found: FoundMeta): TextMeta {
  const fields: FoundMeta = {
    title: line(found.title),
    author: line(found.author),
    publication: line(found.publication),
    publishedOn: day(found.publishedOn),
    language: languageTag(found.language),
    url: address(found.url),
  };
  const meta: TextMeta = {};
  for (const field of ["title", "author", "publication", "publishedOn", "language", "url"] as const) {
    const value = fields[field];
    if (value) meta[field] = value;
  }
  return meta;
}

function line(value = ""): string {
  const text = cleanText(value.slice(0, 10 * LONGEST))
    .text.replace(/\s+/gu, " ")
    .trim();
  return text.length <= LONGEST
    ? text
    : `${Array.from(text)
        .slice(0, LONGEST - 1)
        .join("")
        .trim()}…`;
}

/** yyyy-mm-dd of an ISO date or of a date in words; the day is the one that is written, whatever the time zone. */
function day(value = ""): string | undefined {
  const trimmed = value.trim().slice(0, 60);
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(trimmed);
  if (iso) return realDay(`${iso[1]}-${iso[2]}-${iso[3]}`);
  if (!/\b\d{4}\b/.test(trimmed)) return undefined;
  const times = [Date.parse(`${trimmed} UTC`), Date.parse(trimmed)].filter((time) => !Number.isNaN(time));
  return times[0] === undefined ? undefined : realDay(new Date(times[0]).toISOString().slice(0, 10));
}

/** The day itself, unless the calendar does not have it or nobody could have published then. */
function realDay(value: string): string | undefined {
  const date = new Date(value);
  const real = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
  return real && /^[12]/.test(value) ? value : undefined;
}

function languageTag(value = ""): string | undefined {
  const tag = value.trim().replaceAll("_", "-");
  if (!/^[a-z]{2,3}(-[a-z\d]{2,8}){0,3}$/i.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

function address(value = ""): string | undefined {
  return value.length <= LONGEST_URL ? (httpUrl(value) ?? undefined) : undefined;
}
