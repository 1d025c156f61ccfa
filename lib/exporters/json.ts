/** What a JSON file can hold. */
export type Json = string | number | boolean | null | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

/** The property, where there is a value for it: neither null nor an empty text or list. */
export function known(name: string, value: Json): JsonObject {
  return value === null || value === "" || (Array.isArray(value) && value.length === 0) ? {} : { [name]: value };
}

/** The value as JSON that can also stand inside a page: "<" is never written as such. `indent` is in spaces; one line without it. */
export function safeJson(value: Json, indent = 0): string {
  return JSON.stringify(value, null, indent).replaceAll("<", "\\u003c");
}
