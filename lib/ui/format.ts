/*
 * Dates and numbers as people read them. Nothing here depends on the machine's language or time zone, or on the version of
 * its language data: the server and the page must write the same words.
 */
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** "2019-04-25" (or a moment, read in UTC) → "25 April 2019"; what is not a date comes back as it is. */
export function formatDate(date: string): string {
  const parts = datePartsOf(date);
  return parts ? `${parts.day} ${parts.month} ${parts.year}` : date;
}

/** "2019-04-25" → "25 Apr 2019": for tables and other narrow places. */
export function formatDateShort(date: string): string {
  const parts = datePartsOf(date);
  return parts ? `${parts.day} ${parts.month.slice(0, 3)} ${parts.year}` : date;
}

/** An ISO moment → "25 April 2019, 14:03 UTC". */
export function formatMoment(iso: string): string {
  const time = /T(\d\d:\d\d)/.exec(new Date(iso).toISOString())?.[1] ?? "";
  return `${formatDate(iso)}, ${time} UTC`;
}

/** How long before `now` (milliseconds since the epoch) the moment was: "just now", "5 minutes ago", "yesterday", then the date. */
export function relativeTime(iso: string, now: number): string {
  const seconds = Math.round((now - Date.parse(iso)) / 1000);
  if (seconds < 45) return "just now";
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${countOf(minutes, "minute")} ago`;
  const hours = Math.round(minutes / 60);
  if (hours < 24) return `${countOf(hours, "hour")} ago`;
  const days = Math.round(hours / 24);
  if (days === 1) return "yesterday";
  if (days < 7) return `${days} days ago`;
  return formatDateShort(iso);
}

/** 12345 → "12,345". */
export function formatNumber(value: number): string {
  const [whole = "", fraction] = String(value).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** 0.875 → "88 %". */
export function formatPercent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** Bytes → "1.4 MB", by thousands. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  if (bytes < 1_000_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}

/** countOf(1, "claim") → "1 claim"; countOf(3, "reply", "replies") → "3 replies". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

function datePartsOf(date: string): { day: number; month: string; year: string } | null {
  const moment = date.includes("T") ? new Date(date) : null;
  const plain = moment ? (Number.isNaN(moment.getTime()) ? "" : moment.toISOString()) : date;
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(plain);
  const month = MONTHS[Number(match?.[2]) - 1];
  return match && month ? { day: Number(match[3]), month, year: match[1] ?? "" } : null;
}
