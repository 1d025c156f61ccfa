import type { LabelView } from "./views";

interface Judgement {
  labelId: string | null;
  unjudgeable: boolean;
}

/** How far apart judgements are: in steps between neighbouring labels, with the most that the scale has; or not to be placed on it together. */
export type Distance = { kind: "steps"; steps: number; of: number } | { kind: "off_scale" };

/**
 * The widest distance between any two of the judgements. A label without a number, "cannot be judged" and a conclusion in words have no place on the scale: they
 * are at no distance from their like, and off the scale from everything else.
 */
export function distanceOf(judgements: readonly Judgement[], labels: readonly Pick<LabelView, "id" | "rating">[]): Distance {
  const ranked = labels.filter((label) => label.rating !== null).sort((a, b) => (a.rating ?? 0) - (b.rating ?? 0));
  const ranks = judgements.map(({ labelId }) => ranked.findIndex((label) => label.id === labelId));
  const of = Math.max(0, ranked.length - 1);
  if (ranks.every((rank) => rank >= 0)) return { kind: "steps", steps: ranks.length === 0 ? 0 : Math.max(...ranks) - Math.min(...ranks), of };
  const alike = new Set(judgements.map(({ labelId, unjudgeable }) => (unjudgeable ? "unjudgeable" : (labelId ?? "words"))));
  return alike.size === 1 && !alike.has("words") ? { kind: "steps", steps: 0, of } : { kind: "off_scale" };
}

/** For sorting, the widest first: off the scale comes before all steps, because nothing lies between. */
export function byDistance(a: Distance, b: Distance): number {
  const share = (distance: Distance) => (distance.kind === "off_scale" ? 2 : distance.of === 0 ? 0 : distance.steps / distance.of);
  return share(b) - share(a);
}
