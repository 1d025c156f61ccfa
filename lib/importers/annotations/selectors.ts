import { quoteOf, type ForeignQuote } from "./foreign-claim";
import { isOf, listOf, numberOf, textOf, thingsOf, type Thing } from "./json";

/** Selectors may refine each other; nobody needs more than this. */
const DEEPEST = 4;
const MOST_SELECTORS = 50;

/**
 * The words that the selectors of one target select: a quote with its position, if both are there. Selectors of ranges and of places in the
 * structure of a page mean nothing in our text. Null when there are no words.
 */
export function selectedQuote(selector: unknown): ForeignQuote | null {
  const selectors = flatten(selector, 0);
  const quote =
    selectors.find((each) => isOf(each, "TextQuoteSelector") && textOf(each["exact"]) !== "") ?? selectors.find((each) => textOf(each["quote"]) !== "");
  if (!quote) return null;
  const position = selectors.find((each) => isOf(each, "TextPositionSelector")) ?? quote;
  return quoteOf(textOf(quote["exact"]) || textOf(quote["quote"]), {
    prefix: textOf(quote["prefix"]),
    suffix: textOf(quote["suffix"]),
    start: numberOf(position["start"]),
  });
}

/** True when the target says where, though not by words. */
export function selectsByPlace(selector: unknown): boolean {
  return listOf(selector).length > 0;
}

function flatten(selector: unknown, depth: number): Thing[] {
  if (depth > DEEPEST) return [];
  return thingsOf(selector)
    .slice(0, MOST_SELECTORS)
    .flatMap((each) => [each, ...flatten(each["refinedBy"], depth + 1), ...(isOf(each, "Choice") ? flatten(each["items"], depth + 1) : [])]);
}

/** The quotes in the text fragments of an address (`#:~:text=prefix-,start,end,-suffix`). https://wicg.github.io/scroll-to-text-fragment/ */
export function quotesOfAddress(address: string): ForeignQuote[] {
  const fragment = address.indexOf("#");
  const at = fragment === -1 ? -1 : address.indexOf(":~:", fragment);
  if (at === -1) return [];
  return address
    .slice(at + ":~:".length)
    .split("&")
    .filter((part) => part.startsWith("text="))
    .slice(0, MOST_SELECTORS)
    .flatMap((part) => quoteOfDirective(part.slice("text=".length)) ?? []);
}

function quoteOfDirective(directive: string): ForeignQuote | null {
  const parts = directive.split(",");
  const prefix = parts[0]?.endsWith("-") ? decoded(parts.shift()?.slice(0, -1) ?? "") : "";
  const suffix = parts.at(-1)?.startsWith("-") ? decoded(parts.pop()?.slice(1) ?? "") : "";
  const [start = "", until = ""] = parts.map(decoded);
  return start === "" ? null : quoteOf(start, { prefix, suffix, until });
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
