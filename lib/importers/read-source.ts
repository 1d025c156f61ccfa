import { AppError } from "@/lib/domain/errors";
import { MAX_TEXT_BYTES, type ImportedText } from "@/lib/domain/text";
import { decode } from "@/lib/importers/decode";
import { isBinary } from "@/lib/importers/file-kind";
import { formatOf, type FormatName } from "@/lib/importers/formats";
import type { ImportOptions } from "@/lib/importers/importer";
import { guessLanguage } from "@/lib/importers/language";
import { recogniseSpeakers } from "@/lib/importers/speakers";

/** One source to read, in a form that can be sent to a worker. */
export interface ReadJob {
  format: FormatName;
  /** Bytes of a file, or text from the clipboard. */
  source: string | Uint8Array;
  options: ImportOptions;
}

const TOO_LARGE = "The text is larger than 2 MB. Split it, and bring in the parts one by one.";

/** Decodes and reads a source in this thread. Throws AppError when it is no text, has no text in it, or is too large or too deeply nested. */
export async function readSource({ format, source, options }: ReadJob): Promise<ImportedText> {
  const { text, warnings } = typeof source === "string" ? { text: source, warnings: [] } : decode(source);
  if (typeof source !== "string" && isBinary(text))
    throw sourceError("unsupported_type", "This file is not text. Bring in a .txt, .md or .html file, or paste the text.");
  const importer = await formatOf(format).load();
  const read = withinStack(() => importer(text, options));
  const canonical = options.speakers ? recogniseSpeakers(read) : read;
  if (canonical.blocks.length === 0) throw sourceError("invalid", "There is no text in this. Bring in something with at least one word.");
  if (Buffer.byteLength(canonical.text) > MAX_TEXT_BYTES) throw sourceError("too_large", TOO_LARGE);
  return {
    text: canonical.text,
    blocks: canonical.blocks,
    meta: { ...read.meta, language: read.meta.language ?? guessLanguage(canonical.text) },
    warnings: [...warnings, ...read.warnings],
    leftOutWords: read.leftOutWords,
    ...(read.claims === undefined ? {} : { claims: read.claims }),
  };
}

/** The error for a source that cannot be brought in. */
export function sourceError(code: "invalid" | "too_large" | "unsupported_type", message: string): AppError {
  return new AppError(code, message, { fields: [{ field: "source", message }] });
}

/** Parsers descend by recursion; what exhausts the stack is nested far beyond any text for people. */
function withinStack<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw sourceError("too_large", "This is nested too deeply to be read. Paste the text without its formatting.");
    throw error;
  }
}
