import { createCodePointIndex, type CodePointIndex } from "@/lib/anchoring/code-points";
import { createDescriber, type DescribedSpan } from "@/lib/anchoring/describe";
import { createLocator, type Locator } from "@/lib/anchoring/locate";
import { cutsWord } from "@/lib/anchoring/seams";
import { trimSpan } from "@/lib/anchoring/snap";
import { gravityOf, isDoubtful, mergeSpans, type Anchor } from "@/lib/domain/anchor";
import type { Finding } from "@/lib/domain/foreign";
import type { Span } from "@/lib/domain/text";
import { foldText, type FoldedText } from "./folded-text";
import type { ForeignClaim, ForeignQuote } from "./foreign-claim";

/** A fragment with its place in our text. While it is in doubt, its words and surroundings are theirs, and its span is where it may be, or empty. */
export type PlacedFragment = DescribedSpan & Pick<Anchor, "status" | "similarity">;

/** A claim of others with its fragments in our text. */
export interface PlacedClaim extends ForeignClaim {
  fragments: PlacedFragment[];
  finding: Finding;
}

/** Less than this, in units, is no context to know a passage by. */
const MIN_CONTEXT = 8;
/** How far a place that is not the best must agree, 0 to 1, to be worth a person's look. */
const LIKELY = 0.6;
/** How far the end of a passage may be from its beginning, in units, when only both ends are known. */
const LONGEST_PASSAGE = 4000;

/** Finds the claims in the text, in the order given. Depends on nothing but its arguments. */
export function placeClaims(text: string, claims: readonly ForeignClaim[]): PlacedClaim[] {
  const describe = createDescriber(text);
  const search: Search = { text, folded: foldText(text), points: createCodePointIndex(text), locator: createLocator(text), describe };
  return claims.map((claim) => {
    let best: PlacedFragment[] = [];
    for (const quotes of [claim.quotes, ...claim.otherwise]) {
      const placed = joined(
        describe,
        quotes.map((quote) => placeQuote(search, quote)),
      );
      const gain = worstOf(best) - worstOf(placed);
      if (best.length === 0 || gain > 0 || (gain === 0 && sureOf(placed) > sureOf(best))) best = placed;
      if (findingOf(best) === "found") break;
    }
    return { ...claim, fragments: best, finding: findingOf(best) };
  });
}

const sureOf = (fragments: readonly PlacedFragment[]) => fragments.filter(({ status }) => !isDoubtful(status)).length;

interface Search {
  text: string;
  folded: FoldedText;
  points: CodePointIndex;
  locator: Locator;
  describe: (span: Span) => DescribedSpan;
}

/** Words of which nobody confirmed that they are what was quoted are not sure here either, however well they are found. */
function placeQuote(search: Search, quote: ForeignQuote): PlacedFragment {
  const place = placeWords(search, quote);
  if (quote.quoted === "") return place;
  const theirs = { exact: quote.quoted, prefix: "", suffix: "", similarity: Math.min(place.similarity, LIKELY) };
  return { ...place, ...theirs, status: place.status === "orphaned" ? "orphaned" : "uncertain" };
}

function placeWords(search: Search, quote: ForeignQuote): PlacedFragment {
  const { text, locator, describe } = search;
  const span = quote.until === "" ? (spanAtStart(search, quote) ?? onlySpan(search, quote)) : spanBetween(search, quote);
  if (span) return { ...describe(span), status: "exact", similarity: 1 };
  const { exact, prefix, suffix } = quote;
  const found = locator.locate({ exact, prefix, suffix });
  if (found && found.status !== "uncertain") {
    const place = trimSpan(text, found);
    const described = describe(place.start < place.end ? place : found);
    return { ...described, status: found.status === "edited" ? "edited" : "exact", similarity: found.status === "edited" ? Math.min(found.score, 0.999) : 1 };
  }
  const likely = found ?? locator.suggest({ exact, prefix, suffix }, 1).find(({ score }) => score >= LIKELY);
  const theirs = { exact, prefix, suffix };
  return likely
    ? { ...theirs, ...trimSpan(text, likely), status: "uncertain", similarity: likely.score }
    : { ...theirs, start: 0, end: 0, status: "orphaned", similarity: 0 };
}

/** Where they say it begins, in code points as the W3C counts, or in UTF-16 units as browsers do: believed only when the words are there. */
function spanAtStart({ text, points }: Search, { exact, start }: ForeignQuote): Span | null {
  if (start === null) return null;
  const at = [points.toUnits(start), start].find((offset) => text.startsWith(exact, offset));
  return at === undefined ? null : { start: at, end: at + exact.length };
}

/** The only place with these words, however they are laid out; those who give surroundings are known by them instead. */
function onlySpan({ text, folded }: Search, { exact, prefix, suffix }: ForeignQuote): Span | null {
  if (prefix.length + suffix.length >= MIN_CONTEXT) return null;
  const [span, second] = folded.find(exact, 2);
  return span && !second && !cutsWord(text, span.start) && !cutsWord(text, span.end) ? span : null;
}

/** From the only place of the first words to the nearest of the last ones. */
function spanBetween({ folded }: Search, { exact, until }: ForeignQuote): Span | null {
  const [first, second] = folded.find(exact, 2);
  const last = first && !second ? folded.find(until, 1, first.end)[0] : undefined;
  return first && last && last.end - first.start <= LONGEST_PASSAGE ? { start: first.start, end: last.end } : null;
}

/** The fragments of one claim never overlap: what is sure and touches is one. */
function joined(describe: Search["describe"], fragments: readonly PlacedFragment[]): PlacedFragment[] {
  const sure = fragments.filter(({ status }) => !isDoubtful(status));
  const merged = mergeSpans(sure).map((span): PlacedFragment => {
    const same = sure.find(({ start, end }) => start === span.start && end === span.end);
    const parts = sure.filter(({ start, end }) => start < span.end && span.start < end);
    return (
      same ?? {
        ...describe(span),
        status: parts.some(({ status }) => status === "edited") ? "edited" : "exact",
        similarity: Math.min(...parts.map(({ similarity }) => similarity)),
      }
    );
  });
  return [...merged, ...fragments.filter(({ status }) => isDoubtful(status))];
}

function worstOf(fragments: readonly PlacedFragment[]): number {
  return Math.max(...fragments.map(({ status }) => gravityOf(status)));
}

function findingOf(fragments: readonly PlacedFragment[]): Finding {
  if (fragments.every(({ status }) => status === "orphaned")) return "lost";
  return fragments.some(({ status }) => isDoubtful(status)) ? "doubtful" : "found";
}
