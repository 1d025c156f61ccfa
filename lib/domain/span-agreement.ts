import { groupBy } from "./group-by";
import type { Span } from "./text";

/** A span that one person marked. */
export interface PersonalMark extends Span {
  id: string;
  reviewerId: string;
}

/** Two marks mean the same claim when they share at least this much of the longer one: a long mark does not swallow two short ones. */
const SAME = 0.5;

const length = (span: Span) => span.end - span.start;

/** The units that both spans cover. */
function shared(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** True when two marks mean the same claim. */
export function isSameClaim(a: Span, b: Span): boolean {
  const longer = Math.max(length(a), length(b));
  return longer > 0 && shared(a, b) / longer >= SAME;
}

/**
 * Marks that mean the same claim, together: whoever is the same as one of a group belongs to it. In the order of the text; within a group by place, then by
 * person.
 */
export function uniteMarks<Mark extends PersonalMark>(marks: readonly Mark[]): Mark[][] {
  const sorted = [...marks].sort(byPlace);
  const groups: Mark[][] = [];
  for (const mark of sorted) {
    const joined = groups.filter((group) => group.some((other) => isSameClaim(mark, other)));
    for (const group of joined) groups.splice(groups.indexOf(group), 1);
    groups.push([...joined.flat(), mark].sort(byPlace));
  }
  return groups.sort(([a], [b]) => (a && b ? byPlace(a, b) : 0));
}

function byPlace(a: PersonalMark, b: PersonalMark): number {
  return a.start - b.start || a.end - b.end || (a.reviewerId < b.reviewerId ? -1 : Number(a.reviewerId > b.reviewerId)) || (a.id < b.id ? -1 : 1);
}

export interface SpanAgreement {
  first: string;
  second: string;
  /** What the first one marked, the second one, and of that the same. */
  marks: [number, number];
  same: number;
  /**
   * The share of marks that the other made too: the F-measure, which for spans stands where κ cannot, as there is no number of claims that both left out
   * (G. Hripcsak, A. S. Rothschild, "Agreement, the F-Measure, and Reliability in Information Retrieval", JAMIA 2005). Null when neither marked anything.
   */
  agreement: number | null;
  /** The same over characters, which minds where a mark begins and ends. */
  characters: number | null;
}

/** How much each two of the reviewers mark the same claims. */
export function spanAgreements(marks: readonly PersonalMark[], reviewerIds: readonly string[]): SpanAgreement[] {
  const byReviewer = groupBy(marks, (mark) => mark.reviewerId);
  return reviewerIds.flatMap((first, index) =>
    reviewerIds.slice(index + 1).map((second) => spanAgreement([first, byReviewer.get(first) ?? []], [second, byReviewer.get(second) ?? []])),
  );
}

type Marks = readonly PersonalMark[];

function spanAgreement([first, a]: [string, Marks], [second, b]: [string, Marks]): SpanAgreement {
  const same = matched(a, b);
  const covered = [cover(a), cover(b)] as const;
  const [one, two] = [covered[0].reduce((sum, span) => sum + length(span), 0), covered[1].reduce((sum, span) => sum + length(span), 0)];
  const both = covered[0].reduce((sum, span) => sum + covered[1].reduce((inner, other) => inner + shared(span, other), 0), 0);
  return {
    ...{ first, second, marks: [a.length, b.length], same },
    agreement: a.length + b.length === 0 ? null : (2 * same) / (a.length + b.length),
    characters: one + two === 0 ? null : (2 * both) / (one + two),
  };
}

/** How many marks can be put in pairs that mean the same claim: the closest pairs first, each mark once. */
function matched(a: Marks, b: Marks): number {
  const pairs = a.flatMap((one) =>
    b.filter((two) => isSameClaim(one, two)).map((two) => ({ one, two, share: shared(one, two) / (length(one) + length(two) - shared(one, two)) })),
  );
  pairs.sort((x, y) => y.share - x.share || byPlace(x.one, y.one) || byPlace(x.two, y.two));
  const used = new Set<PersonalMark>();
  return pairs.filter(({ one, two }) => {
    if (used.has(one) || used.has(two)) return false;
    used.add(one).add(two);
    return true;
  }).length;
}

/** The units that somebody marked, each once. */
function cover(marks: Marks): Span[] {
  const spans: Span[] = [];
  for (const { start, end } of [...marks].sort(byPlace)) {
    const last = spans.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}
