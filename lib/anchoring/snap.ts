import type { Span } from "@/lib/domain/text";
import { boundaryAfter, boundaryBefore } from "./graphemes";

/** One end of a span. */
export type SpanEnd = "start" | "end";
type Granularity = "word" | "sentence";

/** Units read on either side of an offset; longer words or sentences are cut there, so that one endless line costs no more than a short one. */
const REACH: Record<Granularity, number> = { word: 512, sentence: 4096 };

/** The span one word longer at that end; a word that the end cuts is completed first. */
export function growSpan(text: string, span: Span, end: SpanEnd, language = "en"): Span {
  return end === "start"
    ? { start: previousBoundary(text, span.start, "word", "start", language), end: span.end }
    : { start: span.start, end: nextBoundary(text, span.end, "word", "end", language) };
}

/** The span one word shorter at that end; the last word stays. */
export function shrinkSpan(text: string, span: Span, end: SpanEnd, language = "en"): Span {
  if (end === "start") {
    const start = nextBoundary(text, span.start, "word", "start", language);
    return start < span.end ? { start, end: span.end } : span;
  }
  const last = previousBoundary(text, span.end, "word", "end", language);
  return last > span.start ? { start: span.start, end: last } : span;
}

/** The start of the next word, or the end of the text: where a caret goes by words. */
export function nextWord(text: string, offset: number, language = "en"): number {
  return nextBoundary(text, offset, "word", "start", language);
}

/** The start of the word before the offset, or 0. */
export function previousWord(text: string, offset: number, language = "en"): number {
  return previousBoundary(text, offset, "word", "start", language);
}

/** The start of the next sentence, or the end of the text. */
export function nextSentence(text: string, offset: number, language = "en"): number {
  return nextBoundary(text, offset, "sentence", "start", language);
}

/** The start of the sentence around the offset, or of the one before when the offset stands at a start; 0 at the beginning. */
export function previousSentence(text: string, offset: number, language = "en"): number {
  return previousBoundary(text, offset, "sentence", "start", language);
}

/** The word at the offset, or null between words. */
export function wordAt(text: string, offset: number, language = "en"): Span | null {
  return around(text, offset, "word", language).find((part) => part.start <= offset && offset < part.end) ?? null;
}

/** The sentence at the offset without the space around it, or null in an empty line. */
export function sentenceAt(text: string, offset: number, language = "en"): Span | null {
  const sentence = around(text, offset, "sentence", language).findLast((part) => part.start <= offset);
  return sentence && offset <= sentence.end ? trimSpan(text, sentence) : null;
}

/** The span without white space at its ends, widened where it would cut a user-perceived character; empty when nothing else is in it. */
export function trimSpan(text: string, span: Span): Span {
  const within = text.slice(span.start, span.end);
  const start = span.start + (within.length - within.trimStart().length);
  const end = Math.max(start, span.start + within.trimEnd().length);
  return start === end ? { start, end } : { start: boundaryBefore(text, start), end: boundaryAfter(text, end) };
}

/** The trimmed span with words that it cuts made whole. */
export function snapToWords(text: string, span: Span, language = "en"): Span {
  const { start, end } = trimSpan(text, span);
  if (start === end) return { start, end };
  const first = wordAt(text, start, language);
  const last = wordAt(text, end - 1, language);
  return { start: Math.min(start, first?.start ?? start), end: Math.max(end, last?.end ?? end) };
}

function nextBoundary(text: string, offset: number, granularity: Granularity, edge: SpanEnd, language: string): number {
  for (let from = offset; from < text.length; from += REACH[granularity]) {
    for (const part of around(text, from, granularity, language)) if (part[edge] > offset) return part[edge];
  }
  return text.length;
}

function previousBoundary(text: string, offset: number, granularity: Granularity, edge: SpanEnd, language: string): number {
  for (let from = offset; from > 0; from -= REACH[granularity]) {
    const part = around(text, from, granularity, language).findLast((candidate) => candidate[edge] < offset);
    if (part) return part[edge];
  }
  return 0;
}

/** The words, or sentences, near the offset. */
function around(text: string, offset: number, granularity: Granularity, language: string): Span[] {
  const { start, end } = windowAround(text, offset, granularity);
  const parts: Span[] = [];
  for (const part of segmenter(granularity, language).segment(text.slice(start, end))) {
    if (granularity === "word" ? part.isWordLike : part.segment.trim() !== "") {
      parts.push({ start: start + part.index, end: start + part.index + part.segment.length });
    }
  }
  return parts;
}

/** The reach on both sides, drawn in to white space where there is some, so that the first and the last word are whole. */
function windowAround(text: string, offset: number, granularity: Granularity): Span {
  const reach = REACH[granularity];
  let start = Math.max(0, offset - reach);
  let end = Math.min(text.length, offset + reach);
  while (start > 0 && start < offset && !isSpace(text, start - 1)) start += 1;
  while (end < text.length && end > offset && !isSpace(text, end)) end -= 1;
  return {
    start: start < offset ? start : boundaryBefore(text, Math.max(0, offset - reach)),
    end: end > offset ? end : boundaryAfter(text, Math.min(text.length, offset + reach)),
  };
}

function isSpace(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  return unit === 0x20 || unit === 0x0a || unit === 0xa0 || unit === 0x3000;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(granularity: Granularity, language: string): Intl.Segmenter {
  const key = `${granularity} ${language}`;
  const known = segmenters.get(key);
  if (known) return known;
  const made = makeSegmenter(granularity, language);
  segmenters.set(key, made);
  return made;
}

/** A language tag that the platform does not understand falls back to the root rules. */
function makeSegmenter(granularity: Granularity, language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity });
  } catch {
    return new Intl.Segmenter("en", { granularity });
  }
}
