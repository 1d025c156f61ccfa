interface JudgedLabel {
  name: string;
  /** The number of an ordinal label. */
  rating: number | null;
  retired: boolean;
}

/**
 * What a published verdict loses of these labels, as sentences. ClaimReview takes a label's word, and its number between the best and the worst of the scale
 * (see lib/exporters/claim-review.ts); datasets take the word as it is.
 */
export function scaleLosses(labels: readonly JudgedLabel[]): string[] {
  const live = labels.filter(({ retired }) => !retired);
  const numbered = live.filter((label): label is JudgedLabel & { rating: number } => label.rating !== null);
  const numbers = new Set(numbered.map(({ rating }) => rating));
  if (live.length === 0) return [];
  if (numbers.size < 2) return ["ClaimReview gets words only: a rating needs at least two different numbers on the scale."];
  const shared = [...numbers]
    .map((rating) => ({ rating, names: numbered.filter((label) => label.rating === rating).map(({ name }) => `“${name}”`) }))
    .filter(({ names }) => names.length > 1)
    .map(({ rating, names }) => `${listed(names)} have the same number (${String(rating)}): by it nobody can tell them apart.`);
  const without = live.filter(({ rating }) => rating === null).map(({ name }) => `“${name}”`);
  return [...shared, ...(without.length > 0 ? [`${listed(without)} ${without.length === 1 ? "has" : "have"} no number: ClaimReview gets the word only.`] : [])];
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}
