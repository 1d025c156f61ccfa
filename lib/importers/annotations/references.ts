import { isThing, type Thing } from "./json";

/** How deep files are looked through; what lies deeper stays as it is, and no reader looks there. */
const DEEPEST = 40;
/** How many names may lead on to each other. */
const STEPS = 4;
/** Under these names a thing may stand for one that is told of elsewhere in the file. */
const NAMED = new Set("author creator publisher itemReviewed reviewRating firstAppearance appearance target body selector source state refinedBy".split(" "));

/**
 * The JSON with the things that it only names (`{"@id": …}`) where it tells of them elsewhere, as graphs of pages and flattened files do; else the same. `text` is
 * the file. https://www.w3.org/TR/json-ld11/#flattened-document-form
 */
export function withThingsNamed(json: unknown, text: string): unknown {
  if (!text.includes('"@id"')) return json;
  const told = new Map<string, Thing>();
  collect(json, told, 0);
  if (told.size === 0) return json;
  const known = Array.from({ length: STEPS }, () => new Map<string, unknown>());
  const thing = (id: string, steps: number): unknown => {
    const found = known[steps]?.get(id);
    if (found !== undefined) return found;
    const made = resolved(told.get(id), 0, steps);
    known[steps]?.set(id, made);
    return made;
  };
  const resolved = (value: unknown, depth: number, steps: number): unknown => {
    if (depth > DEEPEST) return value;
    if (Array.isArray(value)) return value.map((each) => resolved(each, depth + 1, steps));
    if (!isThing(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inside]): [string, unknown] => [
        key,
        NAMED.has(key) && steps > 0
          ? Array.isArray(inside)
            ? inside.map((each) => meant(each, depth, steps))
            : meant(inside, depth, steps)
          : resolved(inside, depth + 1, steps),
      ]),
    );
  };
  const meant = (value: unknown, depth: number, steps: number): unknown => {
    const id = bareId(value);
    return id !== null && told.has(id) ? thing(id, steps - 1) : resolved(value, depth + 1, steps);
  };
  return resolved(json, 0, STEPS);
}

function collect(value: unknown, told: Map<string, Thing>, depth: number): void {
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) for (const each of value) collect(each, told, depth + 1);
  else if (isThing(value)) {
    const id = value["@id"];
    if (typeof id === "string" && Object.keys(value).length > 1) told.set(id, value);
    for (const each of Object.values(value)) collect(each, told, depth + 1);
  }
}

/** The name of what is only named. */
function bareId(value: unknown): string | null {
  const id = isThing(value) ? value["@id"] : undefined;
  return typeof id === "string" && isThing(value) && Object.keys(value).length === 1 ? id : null;
}
