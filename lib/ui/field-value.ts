/** What a field of a record can hold. */
export type FieldValue = string | boolean | null | readonly string[];

/** True when two values say the same: the server trims and normalises what it stores. */
export function sameValue(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  if (typeof a === "string" && typeof b === "string") return canonical(a) === canonical(b);
  return JSON.stringify(a) === JSON.stringify(b);
}

function canonical(text: string): string {
  return text.normalize("NFC").trim();
}
