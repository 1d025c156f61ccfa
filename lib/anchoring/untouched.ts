import type { Quote } from "./evidence";
import { onlyOne, type Occurrences } from "./occurrences";

/** Units around the remembered start in which the very words in their very surroundings are taken without looking further. */
const REACH = 256;
/** Units of surroundings without which a passage is not known again. */
const MIN_CONTEXT = 16;

/**
 * The start of a passage that nobody touched: words and surroundings as remembered, at the remembered place or a little beside it. Null when
 * there is no such passage; "ambiguous" when what surrounds it comes back nearby, so that the neighbourhood has to be weighed. Without a
 * remembered place, the passage must be the only one of its kind.
 */
export function untouchedStart(text: string, { exact, prefix = "", suffix = "", start }: Quote, occurrences: Occurrences): number | "ambiguous" | null {
  const pattern = prefix + exact + suffix;
  if (start === undefined) {
    if (pattern.length < 2 * MIN_CONTEXT) return null;
    const at = onlyOne(occurrences(pattern));
    return at === null ? null : at + prefix.length;
  }
  if (!(start >= 0 && start <= text.length)) return null;
  if (start >= prefix.length && text.startsWith(pattern, start - prefix.length)) return start;
  if (pattern.length - exact.length < MIN_CONTEXT) return null;

  const from = Math.max(0, start - prefix.length - REACH);
  const region = text.slice(from, start + exact.length + suffix.length + REACH);
  const place = region.indexOf(pattern);
  if (place === -1) return null;
  return recurs(region, prefix, place) || recurs(region, suffix, place + prefix.length + exact.length) ? "ambiguous" : from + place + prefix.length;
}

/** True when the surroundings are also found elsewhere nearby: there the quote may have been cut out or edited, and what was found be its double. */
function recurs(region: string, context: string, place: number): boolean {
  return context !== "" && (region.indexOf(context) !== place || region.includes(context, place + 1));
}
