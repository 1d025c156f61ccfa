import { AppError } from "@/lib/domain/errors";
import { holdsMoreValues } from "@/lib/domain/json-values";

/** The most values of a file in a bundle: as many as the largest document could have. */
const VALUES_MAX = 5_000_000;

/** The value that the bytes hold as JSON in UTF-8; undefined when they do not. Throws `too_large` for what would fill the memory. */
export function parsedJson(bytes: Uint8Array): unknown {
  const text = textIn(bytes);
  if (text !== undefined && holdsMoreValues(text, VALUES_MAX))
    throw new AppError("too_large", `A file in the bundle holds more than ${VALUES_MAX.toLocaleString("en-GB")} values. No bundle does.`);
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textIn(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
