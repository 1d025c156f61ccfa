import { textQuoteSelectorMatcher, type Chunker } from "@apache-annotator/selector";
import search from "approx-string-match";
import { toTextPosition } from "dom-anchor-text-quote";
import type { Margins } from "../../lib/anchoring/judge";
import { createLocator } from "../../lib/anchoring/locate";
import type { Span } from "../../lib/domain/text";
import type { Question } from "./jobs";

export interface Answer extends Span {
  /** False when the system asks a person to look. */
  certain: boolean;
}

/** A way to find quotes again: reads a text, then answers questions about it. */
export interface System {
  name: string;
  read(text: string): (question: Question) => Answer | null | Promise<Answer | null>;
}

/** The engine with other margins than those that were chosen, or with these. */
export function assay(margins?: Margins): System {
  return {
    name: "Assay",
    read: (text) => {
      const locator = createLocator(text, margins);
      return (question) => {
        const location = locator.locate(question);
        return location && { start: location.start, end: location.end, certain: location.status !== "uncertain" };
      };
    },
  };
}

/**
 * The rules of the Hypothesis client in our words: the exact quote wherever it stands; without one, all approximate matches with errors up to
 * half the quote, 256 at most; the best by quote 50, prefix 20, suffix 20 and position 2, with no least score.
 */
const hypothesis: System = {
  name: "Hypothesis' rules on approx-string-match",
  read: (text) => (question) => {
    const { exact, prefix, suffix, start } = question;
    let best: Answer | null = null;
    let bestScore = -1;
    for (const match of occurrences(text, exact)) {
      const score =
        50 * (1 - match.errors / exact.length) +
        20 * resemblance(text.slice(Math.max(0, match.start - prefix.length), match.start), prefix) +
        20 * resemblance(text.slice(match.end, match.end + suffix.length), suffix) +
        2 * (1 - Math.abs(match.start - start) / text.length);
      if (score <= bestScore) continue;
      bestScore = score;
      best = { start: match.start, end: match.end, certain: true };
    }
    return best;
  },
};

function occurrences(text: string, exact: string): (Span & { errors: number })[] {
  const found: (Span & { errors: number })[] = [];
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) found.push({ start: at, end: at + exact.length, errors: 0 });
  return found.length > 0 ? found : search(text, exact, Math.min(256, exact.length / 2));
}

function resemblance(text: string, expected: string): number {
  if (expected === "") return 1;
  const [match] = text === "" ? [] : search(text, expected, expected.length);
  return match ? 1 - match.errors / expected.length : 0;
}

const domAnchorTextQuote: System = {
  name: "dom-anchor-text-quote 4.0.2",
  read: (text) => {
    const root = { textContent: text };
    return ({ exact, prefix, suffix, start }) => {
      const position = toTextPosition(root, { exact, prefix, suffix }, { hint: start });
      return position && { ...position, certain: true };
    };
  },
};

const apacheAnnotator: System = {
  name: "@apache-annotator/selector 0.2.0",
  read:
    (text) =>
    async ({ exact, prefix, suffix }) => {
      for await (const { startIndex, endIndex } of textQuoteSelectorMatcher({ type: "TextQuoteSelector", exact, prefix, suffix })(wholeText(text))) {
        return { start: startIndex, end: endIndex, certain: true };
      }
      return null;
    },
};

/** The text as the one chunk that the matcher walks over. */
function wholeText(text: string): Chunker<{ data: string }> {
  return { currentChunk: { data: text }, nextChunk: () => null, previousChunk: () => null, precedesCurrentChunk: () => false };
}

export const PEERS: System[] = [hypothesis, domAnchorTextQuote, apacheAnnotator];
export const OURS = assay();
