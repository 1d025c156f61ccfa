interface MovedLabel {
  id: string;
  name: string;
  rating: number | null;
}

/** What becomes of each label of a scale, by ids: a label of another version; null while nothing is chosen. */
export type Successors = Readonly<Record<string, string | null>>;

/** What a new version most likely has in a label's place: the one of the same name, else the only one of the same number; else nothing. */
export function likelySuccessors(from: readonly MovedLabel[], to: readonly MovedLabel[]): Successors {
  const key = ({ name }: MovedLabel) => name.trim().toLowerCase();
  return Object.fromEntries(
    from.map((label) => {
      const numbered = label.rating === null ? [] : to.filter(({ rating }) => rating === label.rating);
      const found = to.find((each) => key(each) === key(label)) ?? (numbered.length === 1 ? numbered[0] : undefined);
      return [label.id, found?.id ?? null];
    }),
  );
}

/** What is lost by it, as sentences: labels that become one, of which nobody can tell afterwards which it was. */
export function moveLosses(from: readonly MovedLabel[], to: readonly MovedLabel[], successors: Successors): string[] {
  return to.flatMap(({ id, name }) => {
    const names = from.filter((label) => successors[label.id] === id).map((label) => `“${label.name}”`);
    if (names.length < 2) return [];
    return [`${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""} become “${name}”: which of them it was is not kept, so that this cannot be undone.`];
  });
}

/** What leads back, where no two labels become one; null where they do, or something is not chosen. */
export function waysBack(successors: Successors): Record<string, string> | null {
  const back: Record<string, string> = {};
  for (const [from, to] of Object.entries(successors)) {
    if (to === null || to in back) return null;
    back[to] = from;
  }
  return back;
}
