import type { Span } from "@/lib/domain/text";
import { findCandidates, type Candidate } from "./candidates";
import { createProbe, createSeam, weigh, weighSeam, type Cut, type Evidence, type Probe, type Quote } from "./evidence";
import type { FeatureIndex } from "./feature-index";
import { judge, MARGINS, standing, type Margins, type Verdict } from "./judge";
import { locateLong, LONG } from "./locate-long";
import { createOccurrences, onDemandIndex, type Occurrences } from "./occurrences";
import { untouchedStart } from "./untouched";

/** Where a quote is now, with how sure that is; offsets are UTF-16 units. */
export interface Location extends Span {
  /** How far the words and what stands around them agree with what is remembered, 0 to 1. */
  score: number;
  /** `exact` and `moved`: word for word; `uncertain`: a person should look. */
  status: Verdict;
}

/** Finds quotes in one text. Answers depend on the text and the quote alone. */
export interface Locator {
  /** The place of the quote, or null when it has none: an orphan. */
  locate(quote: Quote): Location | null;
  /** Where the quote was cut out: the offset at which its surroundings now meet, or null when no such place is found. */
  cutAt(quote: Quote): number | null;
  /** The places most like the quote, best first, whatever `locate` says: for a person to choose from. */
  suggest(quote: Quote, limit: number): Location[];
}

/** Places that are compared with the quote; more do not raise the share of right answers. */
const MAX_CANDIDATES = 8;
/** Units on either side of the remembered place that are weighed when the very passage is there more than once. */
const NEIGHBOURHOOD = 1024;

/**
 * Prepares to find quotes in the text. The index is built when the first quote is not where it was, in time proportional to the text; each
 * quote then costs time proportional to its own length. `margins` say how far ahead of others a place must be to be sure.
 */
export function createLocator(text: string, margins: Margins = MARGINS): Locator {
  const search = createSearch(text, margins);
  const locate = (quote: Quote): Location | null => {
    if (quote.exact === "") return null;
    const start = untouchedStart(text, quote, search.occurrences);
    if (start === "ambiguous") return locateAround(search, quote);
    if (start !== null)
      return { start, end: start + quote.exact.length, score: 1, status: quote.start === undefined || quote.start === start ? "exact" : "moved" };
    return quote.exact.length > LONG ? locateLong(text, quote, locate) : locateAnywhere(search, quote);
  };
  return {
    locate,
    cutAt: (quote) => {
      const cut = findCut(search, createProbe({ ...quote, exact: "" }));
      return cut && cut.agreement >= 0.8 ? cut.offset : null;
    },
    suggest: (quote, limit) => {
      const rest = Math.max(0, quote.exact.length - LONG);
      const found = places(search, createProbe({ ...quote, exact: quote.exact.slice(0, LONG) }));
      return found
        .slice(0, limit)
        .map(({ start, end, agreement }) => ({ start, end: Math.min(text.length, end + rest), score: agreement, status: "uncertain" }));
    },
  };
}

interface Search {
  text: string;
  index: () => FeatureIndex;
  occurrences: Occurrences;
  margins: Margins;
}

function createSearch(text: string, margins: Margins): Search {
  const index = onDemandIndex(text);
  return { text, index, occurrences: createOccurrences(text, index), margins };
}

/** Weighs the doubles of a passage in its neighbourhood; what is farther away could not be preferred to them. */
function locateAround({ text, margins }: Search, quote: Quote): Location | null {
  const from = Math.max(0, (quote.start ?? 0) - NEIGHBOURHOOD);
  const region = text.slice(from, (quote.start ?? 0) + quote.exact.length + NEIGHBOURHOOD);
  const found = locateAnywhere(createSearch(region, margins), { ...quote, start: (quote.start ?? 0) - from });
  return found && { ...found, start: found.start + from, end: found.end + from };
}

function locateAnywhere(search: Search, quote: Quote): Location | null {
  const probe = createProbe(quote);
  const [best, rival] = places(search, probe);
  if (!best) return null;
  const status = judge(probe, best, rival ?? null, findCut(search, probe), search.margins);
  return status && { start: best.start, end: best.end, score: best.agreement, status };
}

/** All places worth a look, best first, each once. */
function places(search: Search, probe: Probe): Evidence[] {
  const found: Evidence[] = [];
  for (const [from, to] of windows(search, probe)) {
    const place = weigh(search.text, probe, from, to);
    if (place.end > place.start) found.push(place);
  }
  found.sort((a, b) => standing(b) - standing(a));
  return found.filter((place, rank) => !found.slice(0, rank).some((better) => place.start < better.end && better.start < place.end));
}

/** The place where the surroundings meet best. */
function findCut(search: Search, probe: Probe): Cut | null {
  const seam = createSeam(probe);
  if (!seam) return null;
  let best: Cut | null = null;
  for (const [from, to] of windows(search, seam)) {
    const cut = weighSeam(search.text, seam, from, to);
    if (!best || standing(cut) > standing(best)) best = cut;
  }
  return best;
}

/** The stretches of text in which the pattern may lie. */
function windows({ text, index, occurrences }: Search, probe: Probe): [from: number, to: number][] {
  const { pattern, prefix, start } = probe;
  const expected = start === null ? null : start - prefix.length;
  const candidates = findCandidates(index(), pattern, expected, MAX_CANDIDATES);
  const chosen = candidates.length > 0 ? candidates : remembered(text, occurrences, probe, expected);
  const slack = 32 + Math.floor(pattern.length / 6);
  return chosen.map(({ low, high }) => {
    const from = Math.min(text.length, Math.max(0, low - slack));
    return [from, Math.max(from, Math.min(text.length, high + pattern.length + slack))];
  });
}

/** Where no word of the pattern is found: the remembered place, or the first occurrence of the very words. */
function remembered(text: string, occurrences: Occurrences, { exact, prefix }: Probe, expected: number | null): Candidate[] {
  const found: Candidate[] = [];
  if (expected !== null && expected < text.length) found.push({ low: expected, high: expected, weight: 0 });
  const [at] = occurrences(exact);
  if (at !== undefined) found.push({ low: at - prefix.length, high: at - prefix.length, weight: 0 });
  return found;
}
