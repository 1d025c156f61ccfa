import { AppError } from "@/lib/domain/errors";
import { MAX_FOREIGN_CLAIMS, type ForeignFormat } from "@/lib/domain/foreign";
import { decode } from "@/lib/importers/decode";
import { binaryKind, isBinary } from "@/lib/importers/file-kind";
import { readForeign } from "./formats";
import type { ForeignFault } from "./foreign-claim";
import { placeClaims, type PlacedClaim } from "./place-claims";

/** A file of claims and the text in which to find them, in a form that can be sent to a worker. */
export interface BringJob {
  /** Bytes of a file, or text from the clipboard. */
  source: string | Uint8Array;
  text: string;
}

/** The claims of a file with their places in the text. */
export interface Brought {
  format: ForeignFormat;
  claims: PlacedClaim[];
  faults: ForeignFault[];
}

/** Reads the file and finds its claims, in this thread. Throws `invalid`, `unsupported_type` or `too_large` with a sentence that says what to do. */
export function bringClaims({ source, text }: BringJob): Brought {
  const { format, claims, faults } = readForeign(typeof source === "string" ? source : textOfFile(source));
  if (claims.length > MAX_FOREIGN_CLAIMS)
    throw refusal(
      "too_large",
      `There are ${String(claims.length)} claims in this; at most ${String(MAX_FOREIGN_CLAIMS)} can be brought in at once. Split the file.`,
    );
  if (claims.length === 0 && faults.length === 0) faults.push({ row: "The file", field: "source", message: NOTHING_IN_IT });
  const quoted = claims.filter(({ quotes }) => quotes.length > 0);
  for (const { row, quotes } of claims)
    if (quotes.length === 0) faults.push({ row, field: "quote", message: "Names no words of the text by which it could be found; it was left out." });
  return { format, claims: placeClaims(text, quoted), faults };
}

const NOTHING_IN_IT = "It is of a kind that is known here, but nothing in it could be read as a claim. See that it is the whole file, and export it again.";

function textOfFile(bytes: Uint8Array): string {
  const kind = binaryKind(bytes);
  if (kind !== null) throw refusal("unsupported_type", `This is ${kind}, which cannot be read here. Save the claims as CSV or JSON.`);
  const { text } = decode(bytes);
  if (isBinary(text)) throw refusal("unsupported_type", "This file is not text. Save the claims as CSV or JSON.");
  return text;
}

function refusal(code: "too_large" | "unsupported_type", message: string): AppError {
  return new AppError(code, message, { fields: [{ field: "source", message }] });
}
