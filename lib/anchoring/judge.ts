import type { AnchorStatus } from "@/lib/domain/anchor";
import type { Cut, Evidence, Probe } from "./evidence";

/** What is to be thought of the best place. */
export type Verdict = Exclude<AnchorStatus, "orphaned">;

/** Quotes shorter than this stand in many places by chance: they need their surroundings. */
const SHORT = 25;
/** How far the best place must be ahead of the next one, in units of `standing`. */
export interface Margins {
  /** Of any rival. */
  rival: number;
  /** Of one that agrees with what is remembered as well as the best place does. */
  twin: number;
}

/** Those that were chosen. */
export const MARGINS: Margins = { rival: 0.07, twin: 0.115 };
/** Units beyond which only the full surroundings make a place the right one. */
const FAR = 4096;
/** What distance may cost at most. */
const MAX_PENALTY = 0.45;

/** How good a place is in comparison with others: its agreement, less the more it is away from where the quote was. */
export function standing(place: { agreement: number; distance: number | null }): number {
  return place.agreement - (place.distance === null ? 0 : Math.min(MAX_PENALTY, 0.06 * Math.log2(1 + place.distance / 64)));
}

/**
 * Decides on the best place: a status, or null when the quote has none. `rival` is the next best place, `cut` the place where the quote seems
 * to have been taken out. The margins were chosen from the curves in docs/benchmarks.md.
 */
export function judge(probe: Probe, best: Evidence, rival: Evidence | null, cut: Cut | null, margins: Margins): Verdict | null {
  const own = standing(best);
  if (cut && cut.agreement >= 0.8 && standing(cut) >= own) return null;
  const confidence = probe.exact.length < SHORT ? judgeShort(probe, best) : judgeLong(best);
  if (confidence === "none") return null;
  if (confidence === "doubt") return "uncertain";
  if ([rival, cut].some((other) => other && isClose(other, best, margins))) return "uncertain";
  if (best.words < 1) return "edited";
  return best.distance === null || best.distance === 0 ? "exact" : "moved";
}

/** True when the other place may as well be the right one: almost as good, or as good but for its distance, while neither is where the quote was. */
function isClose(other: Evidence | Cut, best: Evidence, margins: Margins): boolean {
  const twin = best.distance !== 0 && other.agreement >= best.agreement - 0.02;
  return standing(best) - standing(other) < (twin ? margins.twin : margins.rival);
}

type Confidence = "sure" | "doubt" | "none";

function judgeShort(probe: Probe, { words, before, after, distance }: Evidence): Confidence {
  const remembered = probe.prefix.length + probe.suffix.length;
  if (remembered < 8) return words < 1 ? "none" : distance === 0 ? "sure" : "doubt";
  const better = Math.max(before, after);
  const worse = Math.min(before, after);
  if (words === 1) {
    if (distance !== null && distance > FAR) return worse >= 0.85 ? "doubt" : "none";
    if (better >= 0.7 && worse >= 0.5) return "sure";
    if (distance === 0) return better >= 0.5 ? "sure" : "doubt";
    return better >= 0.85 ? "doubt" : "none";
  }
  if (words >= 0.6 && worse >= 0.7) return "sure";
  return (words >= 0.5 && better >= 0.9 && worse >= 0.6) || (words >= 0.65 && worse >= 0.5) ? "doubt" : "none";
}

function judgeLong({ words, before, after, distance }: Evidence): Confidence {
  const better = Math.max(before, after);
  const worse = Math.min(before, after);
  const near = distance !== null && distance <= 512;
  if (distance !== null && distance > FAR) {
    if (words >= 0.85 && worse >= 0.85) return "sure";
    return words === 1 || (words >= 0.75 && better >= 0.6) ? "doubt" : "none";
  }
  if (words === 1) return better >= 0.6 || near ? "sure" : "doubt";
  if (words >= 0.9) return better >= 0.75 || near ? "sure" : "doubt";
  if (words >= 0.75) return better >= 0.75 && worse >= 0.5 ? "sure" : "doubt";
  if (words >= 0.6) return worse >= 0.65 ? "sure" : better >= 0.8 ? "doubt" : "none";
  return words >= 0.45 && worse >= 0.8 ? "doubt" : "none";
}
