import { MAX_TEXT_BYTES, type ImportedText } from "@/lib/domain/text";
import { holdsDebate } from "@/lib/importers/annotations/debate";
import { decode } from "@/lib/importers/decode";
import { binaryKind, hasTags, startsLikeHtml } from "@/lib/importers/file-kind";
import { FORMATS, formatOf, type FormatName } from "@/lib/importers/formats";
import type { ImportOptions } from "@/lib/importers/importer";
import { readSource, sourceError, type ReadJob } from "@/lib/importers/read-source";
import { readInWorker } from "@/lib/importers/worker-pool";

/** What a person brings: the clipboard (with its HTML, if there is any), or a file. */
export type ImportInput = { kind: "paste"; text: string; html?: string } | { kind: "file"; name: string; bytes: Uint8Array };

/** The largest source, in bytes: a page is much larger than its text. */
const MAX_HTML_BYTES = 20 * 1024 * 1024;
/** What tells a debate from other text. */
const HEAD_BYTES = 50_000;
/** UTF-16 needs two bytes where UTF-8 needs one. */
const MAX_PLAIN_BYTES = 2 * MAX_TEXT_BYTES + 2;

/**
 * Reads a pasted text or a file (.txt, .md, .html, .tsv of CLEF) into canonical text, blocks and metadata. Throws AppError: `too_large`,
 * `invalid` (no text in it), `unsupported_type` (not text, or not what its name says), `busy`.
 */
export async function importText(input: ImportInput, options: ImportOptions): Promise<ImportedText> {
  if (input.kind === "file") return importFile(input.name, input.bytes, options);
  if (input.html === undefined || !hasFormatting(input.html))
    return read({ format: holdsDebate(input.text) ? "debate" : "plain", source: input.text, options });
  return read({ format: "html", source: input.html, options });
}

async function importFile(name: string, bytes: Uint8Array, options: ImportOptions): Promise<ImportedText> {
  if (bytes.length === 0) throw sourceError("invalid", "The file is empty. Choose one with text in it.");
  const format = formatOfFile(name, bytes);
  const kind = binaryKind(bytes);
  if (kind !== null) throw sourceError("unsupported_type", `“${name}” is ${kind}, which cannot be read. Save it as text or HTML, or paste its text.`);
  if (format === null)
    throw sourceError("unsupported_type", `“${name}” is of a type that cannot be read. Bring in a .txt, .md or .html file, or paste the text.`);
  if (format === "html" && !hasTags(bytes))
    return warn(await read({ format: "plain", source: bytes, options }), "The file is called HTML but has no markup; it was read as plain text.");
  if (format === "plain" && startsLikeHtml(bytes))
    return warn(await read({ format: "html", source: bytes, options }), "The file is a web page and was read as one.");
  if (format === "plain" && holdsDebate(decode(bytes.subarray(0, HEAD_BYTES)).text))
    return warn(await read({ format: "debate", source: bytes, options }), "The file is a debate in the form of CLEF and was read as one.");
  return read({ format, source: bytes, options });
}

/** By the extension; without one, by what the file starts with. */
function formatOfFile(name: string, bytes: Uint8Array): FormatName | null {
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase();
  if (extension === undefined) return startsLikeHtml(bytes) ? "html" : "plain";
  return FORMATS.find((format) => format.extensions.includes(extension))?.name ?? null;
}

/** Whether the clipboard's HTML says more than its plain text. */
function hasFormatting(html: string): boolean {
  return /<(p|h[1-6]|li|blockquote|article|br|a|b|strong|i|em|table|pre)\b/i.test(html);
}

function read(job: ReadJob): Promise<ImportedText> {
  const size = typeof job.source === "string" ? Buffer.byteLength(job.source) : job.source.length;
  if (size > (job.format === "html" ? MAX_HTML_BYTES : MAX_PLAIN_BYTES)) throw sourceError("too_large", tooLarge(job.format));
  return size <= formatOf(job.format).inlineBytes ? readSource(job) : readInWorker(job);
}

function tooLarge(format: FormatName): string {
  return format === "html"
    ? "The page is larger than 20 MB. Save only the article, or paste its text."
    : "The text is larger than 2 MB. Split it, and bring in the parts one by one.";
}

function warn(text: ImportedText, warning: string): ImportedText {
  return { ...text, warnings: [warning, ...text.warnings] };
}
