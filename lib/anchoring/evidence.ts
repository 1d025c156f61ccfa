import type { Span } from "@/lib/domain/text";
import { createAligner, type Aligner } from "./align";
import { splitsWord } from "./tokens";

/** What is remembered of a passage: its words, what stood around them, and where they began (UTF-16 units). */
export interface Quote {
  exact: string;
  prefix?: string;
  suffix?: string;
  start?: number;
}

/** What speaks for the quote being at a place; similarities are 0 to 1. */
export interface Evidence extends Span {
  /** Of the words themselves; 1 means word for word. */
  words: number;
  /** Of what stands before and after; 0 where nothing is remembered. */
  before: number;
  after: number;
  /** Of all three together, by their lengths. */
  agreement: number;
  /** Units from the remembered start; null without one. */
  distance: number | null;
}

/** A place where what stood before the quote and what stood after it now meet, or nearly so. */
export interface Cut {
  offset: number;
  /** Of the surroundings, 0 to 1. */
  agreement: number;
  distance: number | null;
}

/** A quote ready to be compared with many places. */
export interface Probe {
  exact: string;
  prefix: string;
  suffix: string;
  start: number | null;
  /** Prefix, words and suffix in one. */
  pattern: string;
  align: Aligner;
}

/** Less context than this on either side does not show that a quote was cut out. */
const MIN_SEAM = 8;
/** Units of remembered context that are read; more does not help to tell places apart. */
const MAX_CONTEXT = 256;
/** How far from the aligned place the very words are looked for; short ones stand anywhere. */
const NUDGE = 16;

/** Prepares a quote for comparison. */
export function createProbe(quote: Quote): Probe {
  const prefix = (quote.prefix ?? "").slice(-MAX_CONTEXT);
  const suffix = (quote.suffix ?? "").slice(0, MAX_CONTEXT);
  const pattern = prefix + quote.exact + suffix;
  const start = quote.start !== undefined && Number.isFinite(quote.start) ? Math.trunc(quote.start) : null;
  return { exact: quote.exact, prefix, suffix, start, pattern, align: createAligner(pattern, [prefix.length, prefix.length + quote.exact.length]) };
}

/** The surroundings without the quote, to look for the place where it was cut out; null when too little is remembered. */
export function createSeam(probe: Probe): Probe | null {
  const { prefix, start } = probe;
  // Whoever deletes words leaves one of the two spaces around them.
  const suffix = isSpace(prefix, prefix.length - 1) ? probe.suffix.trimStart() : probe.suffix;
  if (prefix.length < MIN_SEAM || suffix.length < MIN_SEAM) return null;
  return { exact: "", prefix, suffix, start, pattern: prefix + suffix, align: createAligner(prefix + suffix, [prefix.length]) };
}

/** Lays the quote on the window [from, to) of the text and says how well it fits there. */
export function weigh(text: string, probe: Probe, from: number, to: number): Evidence {
  const { exact, prefix, suffix, pattern } = probe;
  const { edits, cuts } = probe.align(text, from, to);
  const [first, last] = cuts;
  if (!first || !last) throw new Error("The aligner was made with two cuts.");
  const span = settle(text, exact, pattern, prefix.length, first, last);
  const length = span.end - span.start;
  const before = first.editsBefore;
  const after = Math.max(0, edits - last.editsBefore - (last.high - last.low));
  const aligned = Math.max(0, last.editsBefore - before - (first.high - first.low));
  const within = length === exact.length && text.startsWith(exact, span.start) ? 0 : Math.max(1, aligned);
  return {
    ...span,
    words: similarity(within, Math.max(exact.length, length)),
    before: similarity(before, prefix.length),
    after: similarity(after, suffix.length),
    agreement: similarity(before + within + after, pattern.length),
    distance: distanceOf(probe, span.start),
  };
}

/** Lays the surroundings, made by createSeam, on the window [from, to) of the text. */
export function weighSeam(text: string, seam: Probe, from: number, to: number): Cut {
  const { edits, cuts } = seam.align(text, from, to);
  const offset = cuts[0]?.low ?? from;
  return { offset, agreement: similarity(edits, seam.pattern.length), distance: distanceOf(seam, offset) };
}

function distanceOf(probe: Probe, start: number): number | null {
  return probe.start === null ? null : Math.abs(start - probe.start);
}

function similarity(edits: number, length: number): number {
  return length === 0 ? 0 : Math.max(0, 1 - edits / length);
}

/** The ends of the quote: the very words if they stand close by, else the aligned ends at word boundaries. */
function settle(text: string, exact: string, pattern: string, prefixLength: number, first: Crossing, last: Crossing): Span {
  const nudge = Math.min(NUDGE, exact.length >> 1);
  const near = Math.max(0, first.low - nudge);
  const stretch = text.slice(near, first.high + exact.length + nudge);
  const at = nearestOccurrence(stretch, exact, first.high - near);
  if (at !== -1) return { start: near + at, end: near + at + exact.length };

  let start = startOf(text, exact, pattern.slice(0, prefixLength), first);
  let end = endOf(text, exact, pattern.slice(prefixLength + exact.length), last);
  if (!splitsWord(pattern, prefixLength)) start = wordEdge(text, start);
  if (!splitsWord(pattern, prefixLength + exact.length)) end = wordEdge(text, end);
  if (exact.trimStart() === exact) while (start < end && isSpace(text, start)) start += 1;
  if (exact.trimEnd() === exact) while (end > start && isSpace(text, end - 1)) end -= 1;
  return { start, end: Math.max(start, end) };
}

interface Crossing {
  low: number;
  high: number;
}

/** Units of context that, word for word, settle an end whose own word was edited; and how far from the aligned end they are looked for. */
const HINGE = 10;
const HINGE_REACH = 48;
/** How far outside the aligned end the quote's own first or last word is looked for. */
const WORD_REACH = 24;

/** Where the quote begins: with its first word, or right after what stood before it, or, when both were edited, where the alignment says. */
function startOf(text: string, exact: string, prefix: string, { low, high }: Crossing): number {
  const word = firstWord(exact);
  if (text.startsWith(word, high)) return high;
  const from = Math.max(0, low - HINGE_REACH);
  const stretch = text.slice(from, high + HINGE_REACH);
  if (prefix.length >= HINGE) {
    const hinge = nearestOccurrence(stretch, prefix.slice(-HINGE), low - from - HINGE);
    if (hinge !== -1) return from + hinge + HINGE;
  }
  const own = text.slice(Math.max(0, low - WORD_REACH), low).lastIndexOf(word);
  return own === -1 || word.length < 4 || prefix.includes(word) ? low : Math.max(0, low - WORD_REACH) + own;
}

function endOf(text: string, exact: string, suffix: string, { low, high }: Crossing): number {
  const word = lastWord(exact);
  if (text.endsWith(word, low)) return low;
  const from = Math.max(0, low - HINGE_REACH);
  const stretch = text.slice(from, high + HINGE_REACH);
  if (suffix.length >= HINGE) {
    const hinge = nearestOccurrence(stretch, suffix.slice(0, HINGE), high - from);
    if (hinge !== -1) return from + hinge;
  }
  const own = text.slice(high, high + WORD_REACH).indexOf(word);
  return own === -1 || word.length < 4 || suffix.includes(word) ? high : high + own + word.length;
}

function nearestOccurrence(stretch: string, exact: string, place: number): number {
  const after = stretch.indexOf(exact, place);
  const before = stretch.lastIndexOf(exact, place);
  if (after === -1 || before === -1) return Math.max(after, before);
  return place - before <= after - place ? before : after;
}

function firstWord(exact: string): string {
  return exact.match(/^\S+/)?.[0] ?? exact;
}

function lastWord(exact: string): string {
  return exact.slice(exact.search(/\S+$/));
}

/** The nearer end of the word that the offset cuts. */
function wordEdge(text: string, offset: number): number {
  let left = offset;
  let right = offset;
  while (left > offset - 48 && splitsWord(text, left)) left -= 1;
  while (right < offset + 48 && splitsWord(text, right)) right += 1;
  return offset - left <= right - offset ? left : right;
}

function isSpace(text: string, offset: number): boolean {
  return text.charAt(offset).trim() === "";
}
