import { z } from "zod";

// The page's CSP forbids `new Function`, which zod probes for its compiled parsers.
z.config({ jitless: true });

// eslint-disable-next-line no-control-regex -- these are the characters that PostgreSQL or XML cannot hold
const UNSTORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const STORABLE_MESSAGE = "Contains a control character or half of a character pair. Remove it, or paste the text again.";

/** True for text without characters that the database cannot hold. */
export const isStorable = (value: string) => !UNSTORABLE.test(value);

/** One line of at most `max` UTF-16 units: white space is folded and trimmed; empty is allowed. */
export const line = (max: number) =>
  z
    .string()
    .refine(isStorable, STORABLE_MESSAGE)
    .overwrite((value) => value.replace(/\s+/g, " ").trim())
    .max(max, `At most ${max} characters.`);

/** One line that must not be empty. */
export const requiredLine = (max: number) => line(max).min(1, "Must not be empty.");

/** Text of several lines, of at most `max` UTF-16 units. */
export const prose = (max: number) =>
  z
    .string()
    .max(max, `At most ${max} characters.`)
    .refine(isStorable, STORABLE_MESSAGE)
    .overwrite((value) => value.replace(/\r\n?/g, "\n"));

export const Id = z.string().min(1).max(64).refine(isStorable, STORABLE_MESSAGE);
/** A moment as JSON has it; the database knows no year 0. */
export const Moment = z.iso.datetime().refine((moment) => moment >= "0001-01-02", "The year must be 1 or later.");
/** The version of the record that the writer saw. */
export const Version = z.int().min(1).max(2_000_000_000);
/** A day, "yyyy-mm-dd". */
export const Day = z.iso.date("Write the date as yyyy-mm-dd.").refine((day) => day >= "0001-01-01", "The year must be 1 or later.");
const address = z.string().trim().max(2000, "At most 2000 characters.").refine(isStorable, STORABLE_MESSAGE);
const ADDRESS_MESSAGE = "Write the whole address, beginning with https:// or http://.";
const isHttp = (value: string): boolean => /^https?:\/\//i.test(value) && URL.canParse(value);
/** An address that a browser opens. */
export const HttpUrl = address.refine(isHttp, ADDRESS_MESSAGE);
/** The same, or nothing. */
export const OptionalUrl = address.refine((value) => value === "" || isHttp(value), ADDRESS_MESSAGE);
export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email("Write an e-mail address like name@example.org."));
export const Language = z
  .string()
  .trim()
  .max(35)
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/, 'Write a language tag such as "en" or "pt-BR".');

/** The stored day for "yyyy-mm-dd". */
export function toDate(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`);
}

/** "yyyy-mm-dd" for a stored day. */
export function toDay(date: Date | null): string | null {
  return date === null ? null : date.toISOString().slice(0, 10);
}
