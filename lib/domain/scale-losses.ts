import { DATASET_CLASSES, datasetWord, FORM_NAMES, reviewWord, type DatasetForm, type OutgoingLabel } from "./outgoing";

interface JudgedLabel extends OutgoingLabel {
  /** The number of an ordinal label. */
  rating: number | null;
  retired?: boolean;
}

/** Where a verdict goes out. */
export type Destination = DatasetForm | "claimReview";

/**
 * What verdicts with these labels lose where they go out, as sentences: labels that cannot be told apart there, that are left out, or that the form does not
 * know. ClaimReview takes a label's word, and its number between the best and the worst of the scale (see lib/exporters/claim-review.ts).
 */
export function scaleLosses(labels: readonly JudgedLabel[], destination: Destination): string[] {
  const live = labels.filter(({ retired }) => !retired);
  if (live.length === 0) return [];
  return destination === "claimReview" ? reviewLosses(live) : datasetLosses(live, destination);
}

function datasetLosses(labels: readonly OutgoingLabel[], form: DatasetForm): string[] {
  const words = labels.map((label) => ({ name: quoted(label.name), word: datasetWord(label, form) }));
  const known = new Set<string>(DATASET_CLASSES[form]);
  const missing = words.flatMap(({ name, word }) => (word === null ? [name] : []));
  const own = words.flatMap(({ name, word }) => (word !== null && !known.has(word) ? [name] : []));
  if (own.length > 1 && own.length === words.length) return [...merged(words), `No label is a class of ${FORM_NAMES[form]}: each goes out by its own name.`];
  return [
    ...merged(words),
    ...(missing.length === 0 ? [] : [`${listed(missing)} ${has(missing)} no class: claims with ${one(missing) ? "it" : "them"} are left out.`]),
    ...(own.length === 0
      ? []
      : [
          `${listed(own)} ${one(own) ? "is no class" : "are no classes"} of ${FORM_NAMES[form]}: ${one(own) ? "it goes" : "they go"} out as ${one(own) ? "it is" : "they are"}.`,
        ]),
  ];
}

function reviewLosses(labels: readonly JudgedLabel[]): string[] {
  const numbered = labels.flatMap(({ name, rating }) => (rating === null ? [] : [{ name: quoted(name), rating }]));
  const sameWord = merged(labels.map((label) => ({ name: quoted(label.name), word: reviewWord(label) })));
  if (new Set(numbered.map(({ rating }) => rating)).size < 2)
    return [...sameWord, "ClaimReview gets words only: a rating needs at least two different numbers on the scale."];
  const shared = groups(numbered, ({ rating }) => rating).map(
    ([rating, names]) => `${listed(names)} have the same number (${String(rating)}): by it nobody can tell them apart.`,
  );
  const without = labels.flatMap(({ name, rating }) => (rating === null ? [quoted(name)] : []));
  return [...sameWord, ...shared, ...(without.length > 0 ? [`${listed(without)} ${has(without)} no number: ClaimReview gets the word only.`] : [])];
}

/** Labels that go out by one word. */
function merged(words: readonly { name: string; word: string | null }[]): string[] {
  return groups(words, ({ word }) => word).flatMap(([word, names]) =>
    word === null ? [] : [`${listed(names)} ${names.length === 2 ? "both" : "all"} become “${word}”: which of them it was is lost.`],
  );
}

/** The names that share a key with others, by it. */
function groups<Item extends { name: string }, Key>(items: readonly Item[], keyOf: (item: Item) => Key): [Key, string[]][] {
  const found = new Map<Key, string[]>();
  for (const item of items) found.set(keyOf(item), [...(found.get(keyOf(item)) ?? []), item.name]);
  return [...found].filter(([, names]) => names.length > 1);
}

const quoted = (name: string) => `“${name}”`;
const one = (names: readonly string[]) => names.length === 1;
const has = (names: readonly string[]) => (one(names) ? "has" : "have");

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}
