/** An object of a JSON file, of which nothing is known. */
export type Thing = Readonly<Record<string, unknown>>;

/** True for an object that is no list. */
export function isThing(value: unknown): value is Thing {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value as a list: nothing for null and undefined, one element for what is no list. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** The objects among the values. */
export function thingsOf(value: unknown): Thing[] {
  return listOf(value).filter(isThing);
}

/** The value as text: the first of a list, the value of a JSON-LD literal, a number in digits; "" where there is none. */
export function textOf(value: unknown): string {
  const [first] = listOf(value);
  if (typeof first === "string") return first;
  if (typeof first === "number") return String(first);
  return isThing(first) && typeof first["@value"] === "string" ? first["@value"] : "";
}

/** The address that names a thing, or that stands for it. */
export function addressOf(value: unknown): string {
  const [first] = listOf(value);
  if (!isThing(first)) return textOf(first);
  return textOf(first["id"]) || textOf(first["@id"]) || textOf(first["url"]);
}

/** What a person or an organisation is called: by name, else as it is written. */
export function nameOf(value: unknown): string {
  return listOf(value)
    .map((each) => (isThing(each) ? textOf(each["name"]) || textOf(each["label"]) || textOf(each["nickname"]) : textOf(each)))
    .filter((name) => name !== "")
    .join(", ");
}

/** The types of a thing, without what stands before the last "/", "#" or ":". */
export function typesOf(thing: Thing): string[] {
  return listOf(thing["type"] ?? thing["@type"]).map((type) => textOf(type).replace(/^.*[/#:]/, ""));
}

/** True when the thing is of this type. */
export function isOf(thing: Thing, type: string): boolean {
  return typesOf(thing).includes(type);
}

/** A finite number, or null. */
export function numberOf(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}
