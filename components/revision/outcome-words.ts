import type { AnchorStatus } from "@/lib/domain/anchor";

/** What becomes of claims, best first, each in the words of one and of many. */
const WORDS: readonly { status: AnchorStatus; one: string; many: string; tone: string }[] = [
  { status: "exact", one: "stays", many: "stay", tone: "tone-true" },
  { status: "moved", one: "moved", many: "moved", tone: "tone-mostly-true" },
  { status: "edited", one: "changed", many: "changed", tone: "tone-half" },
  { status: "uncertain", one: "in doubt", many: "in doubt", tone: "tone-mostly-false" },
  { status: "orphaned", one: "lost its place", many: "lost their place", tone: "tone-false" },
];

/** "12 stay", "2 moved", "1 lost its place": what does not occur is left out. `tone` is the class of its colour. */
export function outcomeParts(outcome: Record<AnchorStatus, number>): { status: AnchorStatus; text: string; tone: string }[] {
  return WORDS.flatMap(({ status, one, many, tone }) => {
    const count = outcome[status];
    return count > 0 ? [{ status, text: `${String(count)} ${count === 1 ? one : many}`, tone }] : [];
  });
}

/** How many claims somebody will have to look at. */
export function doubtful(outcome: Record<AnchorStatus, number>): number {
  return outcome.uncertain + outcome.orphaned;
}

/** What became of one claim, as a tag. */
export const STATUS_WORDS: Record<AnchorStatus, { name: string; tone: string }> = {
  exact: { name: "stays", tone: "tone-true" },
  moved: { name: "moved", tone: "tone-mostly-true" },
  edited: { name: "its words changed", tone: "tone-half" },
  uncertain: { name: "place in doubt", tone: "tone-mostly-false" },
  orphaned: { name: "lost its place", tone: "tone-false" },
};
