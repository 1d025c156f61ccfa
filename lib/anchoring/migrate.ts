import type { Anchor } from "@/lib/domain/anchor";
import type { Span } from "@/lib/domain/text";
import { createArrivals, type Arrivals } from "./arrivals";
import { commonStretches, type Common } from "./common-stretches";
import type { DescribedSpan } from "./describe";
import { boundaryAfter, boundaryBefore } from "./graphemes";
import { createLocator, type Location, type Locator } from "./locate";
import { mapSpan } from "./map-through-edit";
import { cutsWord } from "./seams";
import { trimSpan } from "./snap";
import { ownPart, survivalOf, type Survival } from "./survival";

/**
 * An anchor of a claim, without its record. While it is uncertain or orphaned, its words and surroundings are those of its last sure place, and
 * its span is where it may be, or (empty) where it was cut out.
 */
export interface Placed extends DescribedSpan, Pick<Anchor, "status" | "similarity"> {
  claimId: string;
}

/** Units of surroundings that are remembered at least. */
const CONTEXT = 32;
/** A span of which this share was kept in place is there, whatever is like it elsewhere… */
const ENOUGH_KEPT = 0.5;
/** …and one of which this share was kept, its ends included, needs no search. */
const NEARLY_ALL = 0.8;
/** Quotes shorter than this, in units, stand in many places by chance. */
const SHORT = 25;
/** Units by which a place is widened at most to make a word whole. */
const LONG_WORD = 64;
/** How far a place that is not the best must agree, 0 to 1, to be worth a person's look. */
const LIKELY = 0.6;

/**
 * Takes the anchors of a text to its next state, in the order given. `exact`: the same words, kept in the order of the text; `moved`: the same
 * words, but carried elsewhere or laid out otherwise; `edited`: the place is sure, the words changed; `uncertain`: a person should look; `orphaned`:
 * gone. What was in doubt stays in doubt until a person settles it. Depends on nothing but its arguments.
 */
export function migrateAnchors(
  before: string,
  after: string,
  anchors: readonly Placed[],
  stretches: readonly Common[] = commonStretches(before, after),
): Placed[] {
  const edit: Edit = { before, after, stretches, locator: createLocator(after), arrivals: createArrivals(after, stretches) };
  const placed = anchors.map((anchor) => (anchor.status === "orphaned" ? seekOrphan(edit, anchor) : follow(edit, anchor)));
  return doubtOverlaps(anchors, placed);
}

interface Edit {
  before: string;
  after: string;
  stretches: readonly Common[];
  locator: Locator;
  arrivals: Arrivals;
}

/** Where a span is, and how sure that is. */
interface Place extends Span {
  status: "exact" | "moved" | "edited" | "uncertain";
  similarity: number;
}

function follow(edit: Edit, anchor: Placed): Placed {
  const mapped = mapSpan(edit.stretches, anchor, edit.after.length);
  if (!mapped.touched) return placeAt(edit, anchor, { ...mapped, status: "exact", similarity: 1 });
  const survival = survivalOf(edit.stretches, anchor, edit.before, edit.after);
  const verbatim = verbatimPlace(edit, anchor, survival.room);
  if (verbatim) return placeAt(edit, anchor, verbatim);
  const known = survival.ownsStart && survival.ownsEnd && survival.kept >= NEARLY_ALL * (anchor.end - anchor.start);
  const found = known ? null : edit.locator.locate({ ...anchor, start: mapped.near });
  const seen = foundPlace(edit, anchor, survival, found);
  const sure = seen?.status === "exact" ? seen : (keptPlace(edit, anchor, survival, found) ?? carriedPlace(edit, anchor));
  const place = sure ?? seen ?? likelyPlace(edit, anchor, mapped.near);
  return place ? placeAt(edit, anchor, place) : orphanAt(edit, anchor, mapped.near, survival.room);
}

/** The very words, where the span must be: edits around them, or words said twice, can hide them from the comparison. */
function verbatimPlace({ before, after }: Edit, anchor: Placed, room: Span): Place | null {
  const words = before.slice(anchor.start, anchor.end);
  if (room.end - room.start > 2 * words.length + CONTEXT) return null;
  const at = after.slice(room.start, room.end).indexOf(words);
  const [start, end] = [room.start + at, room.start + at + words.length];
  return at === -1 || cutsWord(after, start) || cutsWord(after, end) ? null : { start, end, status: "exact", similarity: 1 };
}

/** The place by what was kept of the span, when that is enough. Its ends lie in what was edited where they were not kept. */
function keptPlace({ before, after }: Edit, anchor: Placed, { kept, hull, room, ownsStart, ownsEnd }: Survival, found: Location | null): Place | null {
  const length = anchor.end - anchor.start;
  if (!hull || kept < ENOUGH_KEPT * length) return null;
  const near = found && found.start < hull.end && hull.start < found.end ? found : hull;
  const start = ownsStart ? room.start : Math.max(room.start, Math.min(hull.start, near.start));
  const end = ownsEnd ? room.end : Math.min(room.end, Math.max(hull.end, near.end));
  const span = wholeWords(before, anchor, after, trimSpan(after, { start, end }));
  if (kept < ENOUGH_KEPT * (span.end - span.start)) return null;
  const same = after.slice(span.start, span.end) === before.slice(anchor.start, anchor.end);
  return { ...span, status: same ? "exact" : "edited", similarity: kept / Math.max(length, span.end - span.start) };
}

/** The only place where the very words came into the text, when they are too many to have come there by chance. */
function carriedPlace({ after, arrivals }: Edit, { exact }: Placed): Place | null {
  const span = exact.length < SHORT ? null : arrivals.only(exact);
  return span && !cutsWord(after, span.start) && !cutsWord(after, span.end) ? { ...span, status: "moved", similarity: 1 } : null;
}

/** The place that the search found, unless it is a passage that stood there before. */
function foundPlace({ before, after, stretches }: Edit, anchor: Placed, { room }: Survival, found: Location | null): Place | null {
  const own = found && ownPart(stretches, anchor, found);
  if (!own) return null;
  const span = wholeWords(before, anchor, after, trimSpan(after, own));
  if (span.start === span.end) return null;
  const inOrder = room.start <= span.start && span.end <= room.end;
  const status = found.status === "exact" || found.status === "moved" ? (inOrder ? "exact" : "moved") : found.status;
  return { ...span, status, similarity: found.score };
}

/** The place with the words whole that it would cut, where the span cut none: "able" is not in "unable". */
function wholeWords(before: string, old: Span, after: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  if (!cutsWord(before, old.start)) while (from > start - LONG_WORD && cutsWord(after, from)) from -= 1;
  if (!cutsWord(before, old.end)) while (to < end + LONG_WORD && cutsWord(after, to)) to += 1;
  return { start: from, end: to };
}

/** The best of the other places that are like the span, and are not passages that stood there before. */
function likelyPlace({ after, stretches, locator }: Edit, anchor: Placed, near: number): Place | null {
  for (const { score, ...place } of locator.suggest({ ...anchor, start: near }, 3)) {
    const own = score >= LIKELY ? ownPart(stretches, anchor, place) : null;
    const span = own && trimSpan(after, own);
    if (span && span.start < span.end) return { ...span, status: "uncertain", similarity: score };
  }
  return null;
}

/** An orphan is found again, for a person to confirm, only in words that came into the text just now. */
function seekOrphan(edit: Edit, anchor: Placed): Placed {
  const mapped = mapSpan(edit.stretches, anchor, edit.after.length);
  const near = mapped.touched ? mapped.near : mapped.start;
  const found = edit.locator.locate({ ...anchor, start: near });
  const own = found && ownPart(edit.stretches, anchor, found);
  return own ? { ...anchor, ...trimSpan(edit.after, own), status: "uncertain", similarity: found.score } : { ...anchor, start: near, end: near };
}

/** The anchor at its place. Words that are not those of the span are never called the same, and a doubt is never dispelled by an edit. */
function placeAt({ before, after }: Edit, anchor: Placed, place: Place): Placed {
  const { start, end, similarity } = place;
  if (place.status === "uncertain" || anchor.status === "uncertain")
    return { ...anchor, start, end, status: "uncertain", similarity: anchor.status === "uncertain" ? Math.min(anchor.similarity, similarity) : similarity };
  const exact = after.slice(start, end);
  const old = before.slice(anchor.start, anchor.end);
  const status = exact === old ? (place.status === "edited" ? "exact" : place.status) : folded(exact) === folded(old) ? "moved" : "edited";
  return {
    claimId: anchor.claimId,
    start,
    end,
    exact,
    prefix: after.slice(boundaryBefore(after, start - Math.max(CONTEXT, anchor.prefix.length)), start),
    suffix: after.slice(end, boundaryAfter(after, end + Math.max(CONTEXT, anchor.suffix.length))),
    status,
    similarity: status === "edited" ? Math.min(similarity, 0.999) : 1,
  };
}

function folded(text: string): string {
  return text.replace(/\s+/g, " ");
}

function orphanAt({ after, locator }: Edit, anchor: Placed, near: number, room: Span): Placed {
  const cut = locator.cutAt({ ...anchor, start: near });
  const at = boundaryBefore(after, cut !== null && room.start <= cut && cut <= room.end ? cut : near);
  return { ...anchor, start: at, end: at, status: "orphaned", similarity: 0 };
}

/** The fragments of a claim never overlap: where two come to the same words, the less like one is in doubt. */
function doubtOverlaps(anchors: readonly Placed[], placed: Placed[]): Placed[] {
  const order = placed.map((_, index) => index).sort((a, b) => (placed[a]?.start ?? 0) - (placed[b]?.start ?? 0));
  const lastOf = new Map<string, number>();
  for (const index of order) {
    const current = placed[index];
    if (!current || current.status === "orphaned") continue;
    const other = lastOf.get(current.claimId);
    const earlier = other === undefined ? undefined : placed[other];
    if (other !== undefined && earlier && current.start < earlier.end) {
      const weaker = current.similarity <= earlier.similarity ? index : other;
      const [old, now] = [anchors[weaker], placed[weaker]];
      if (old && now) placed[weaker] = { ...old, start: now.start, end: now.end, status: "uncertain", similarity: now.similarity };
    }
    if (!earlier || current.end > earlier.end) lastOf.set(current.claimId, index);
  }
  return placed;
}
