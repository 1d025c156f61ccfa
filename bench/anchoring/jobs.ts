import type { Span } from "../../lib/domain/text";
import { createRandom, type Random } from "./random";

/** One question with its right answer: the span, or null when the words are gone. */
export interface Question {
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  truth: Span | null;
}

export interface Job {
  name: "exact" | "edited" | "deleted";
  text: string;
  questions: Question[];
}

/** How far the remembered positions are from the true ones, in units. */
const STALE = 180;
const CONTEXT = 32;
/** One word in so many is changed. */
const EDIT_RATE = 1 / 12;

interface Word extends Span {
  text: string;
}

/** Quotes of 4 to 40 words that are still there, word for word. */
export function exactJob(text: string, count: number, seed = 11): Job {
  const random = createRandom(seed);
  const words = wordsOf(text);
  const questions = Array.from({ length: count }, () => {
    const length = 4 + random.below(37);
    const first = random.below(words.length - length);
    return question(text, spanOf(words, first, length), spanOf(words, first, length), 0, random);
  });
  return { name: "exact", text, questions };
}

/**
 * Quotes of 5 to 40 words of which one in twelve (at least one) was replaced, dropped, misspelt, or got another word before it; every second
 * one stands in surroundings that were edited as much.
 */
export function editedJob(text: string, count: number, seed = 13): Job {
  const random = createRandom(seed);
  const words = wordsOf(text);
  const picks = choosePicks(words.length, count, () => 5 + random.below(36), random);
  const changes = new Map<number, Change>();
  picks.forEach((pick, index) => {
    const inside = range(pick.first, pick.length);
    let changed = 0;
    for (const word of inside) if (random.chance(EDIT_RATE)) changed += edit(changes, words, word, word === pick.first, random);
    if (changed === 0) {
      const word = random.pick(inside);
      edit(changes, words, word, word === pick.first, random);
    }
    if (index % 2 === 1) {
      for (const word of [...range(pick.first - 6, 6), ...range(pick.first + pick.length, 6)])
        if (random.chance(EDIT_RATE)) edit(changes, words, word, true, random);
    }
  });
  const revised = revise(text, words, changes);
  const questions = picks.map((pick) => {
    const truth = { start: revised.startOf(pick.first), end: revised.endOf(pick.first + pick.length - 1) };
    return question(text, spanOf(words, pick.first, pick.length), truth, 0, random);
  });
  return { name: "edited", text: revised.text, questions };
}

/** Quotes that were taken out of the text, half of them of one to three words, half of 5 to 40; the same words may well stand elsewhere. */
export function deletedJob(text: string, count: number, seed = 17): Job {
  const random = createRandom(seed);
  const words = wordsOf(text);
  let turn = 0;
  const picks = choosePicks(words.length, count, () => ((turn += 1) % 2 === 0 ? 1 + random.below(3) : 5 + random.below(36)), random);
  const changes = new Map<number, Change>();
  for (const pick of picks) for (const word of range(pick.first, pick.length)) changes.set(word, { drop: true, text: "" });
  const revised = revise(text, words, changes);
  const questions = picks.map((pick) => question(text, spanOf(words, pick.first, pick.length), null, revised.startOf(pick.first), random));
  return { name: "deleted", text: revised.text, questions };
}

function question(text: string, span: Span, truth: Span | null, place: number, random: Random): Question {
  const stale = (truth?.start ?? place) + (random.chance(0.5) ? STALE : -STALE);
  return {
    exact: text.slice(span.start, span.end),
    prefix: text.slice(Math.max(0, span.start - CONTEXT), span.start),
    suffix: text.slice(span.end, span.end + CONTEXT),
    start: Math.max(0, stale),
    truth,
  };
}

function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(/\S+/g), (match) => ({ start: match.index, end: match.index + match[0].length, text: match[0] }));
}

function range(first: number, length: number): number[] {
  return Array.from({ length }, (_, index) => first + index);
}

function spanOf(words: readonly Word[], first: number, length: number): Span {
  return { start: words[first]?.start ?? 0, end: words[first + length - 1]?.end ?? 0 };
}

/** Stretches of words that do not overlap, spread over the text. */
function choosePicks(total: number, count: number, lengthOf: () => number, random: Random): { first: number; length: number }[] {
  const share = Math.floor((total - 20) / count);
  return range(0, count).map((index) => {
    const length = Math.min(lengthOf(), share - 1);
    return { first: 10 + index * share + random.below(share - length), length };
  });
}

interface Change {
  drop: boolean;
  /** What stands there now. */
  text: string;
}

function edit(changes: Map<number, Change>, words: readonly Word[], index: number, edge: boolean, random: Random): number {
  const word = words[index];
  if (!word || changes.has(index)) return 0;
  const other = random.pick(words).text;
  const kind = random.below(edge ? 3 : 4);
  if (kind === 0) changes.set(index, { drop: false, text: other });
  else if (kind === 1) changes.set(index, { drop: true, text: "" });
  else if (kind === 2) changes.set(index, { drop: false, text: misspell(word.text, random) });
  else changes.set(index, { drop: false, text: `${other} ${word.text}` });
  return 1;
}

function misspell(word: string, random: Random): string {
  const at = random.below(word.length);
  if (word.length < 3) return `${word}e`;
  return random.chance(0.5) ? word.slice(0, at) + word.slice(at + 1) : word.slice(0, at) + word.charAt(at) + word.slice(at);
}

/** The text with the changes, and where each word came to stand (a dropped one: where its neighbour within the quote did). */
function revise(text: string, words: readonly Word[], changes: ReadonlyMap<number, Change>) {
  let revised = text.slice(0, words[0]?.start ?? 0);
  const starts: number[] = [];
  const ends: number[] = [];
  words.forEach((word, index) => {
    const change = changes.get(index);
    const gap = text.slice(word.end, words[index + 1]?.start ?? text.length);
    starts.push(revised.length);
    if (change?.drop) {
      ends.push(ends.at(-1) ?? 0);
      return;
    }
    revised += change ? change.text : word.text;
    ends.push(revised.length);
    revised += gap;
  });
  return { text: revised, startOf: (word: number) => starts[word] ?? 0, endOf: (word: number) => ends[word] ?? 0 };
}
