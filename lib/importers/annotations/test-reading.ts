import { quoteOf, type ForeignClaim } from "./foreign-claim";
import { readForeign } from "./formats";

/** What tests of the formats say of files: a value is read as its JSON, text as it is. */
export const read = (value: unknown) => readForeign(typeof value === "string" ? value : JSON.stringify(value));

/** The first claim of a file. */
export const first = (value: unknown): ForeignClaim | undefined => read(value).claims[0];

/** A quote as it is expected. */
export const quote = quoteOf;
