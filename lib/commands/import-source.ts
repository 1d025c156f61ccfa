import { z } from "zod";
import { invalidField } from "@/lib/domain/errors";
import { line } from "@/lib/domain/fields";
import type { ImportedText } from "@/lib/domain/text";
import type { PlacedClaim } from "@/lib/importers/annotations/place-claims";
import { importText } from "@/lib/importers/import-text";
import { bringInWorker } from "@/lib/importers/worker-pool";

/** The largest file that can be brought in, in bytes; HTML is much larger than its text. */
export const MAX_FILE_BYTES = 20_000_000;
/** A file of that size in base64, and the fields around it. */
export const MAX_IMPORT_BODY_BYTES = 28_000_000;

const options = {
  /** Read `NAME:` lines as speaker turns. */
  speakers: z.boolean().default(false),
  /** What surrounds the article on a web page. */
  boilerplate: z.enum(["leave_out", "keep"]).default("leave_out"),
};

/** Where the text comes from: the clipboard (with its HTML, if any), or a file in base64. */
export const ImportSource = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("paste"), text: z.string(), html: z.string().optional(), ...options }),
  z.object({ kind: z.literal("file"), name: line(300), dataBase64: z.base64("Send the file's bytes in base64."), ...options }),
]);

/** Reads the text out of its source. Throws `invalid`, `too_large` or `unsupported_type` with a sentence that says what to do. */
export async function readImport(source: z.output<typeof ImportSource>): Promise<ImportedText> {
  const { speakers, boilerplate } = source;
  if (source.kind === "paste")
    return importText({ kind: "paste", text: source.text, ...(source.html === undefined ? {} : { html: source.html }) }, { speakers, boilerplate });
  const bytes = Buffer.from(source.dataBase64, "base64");
  if (bytes.length > MAX_FILE_BYTES) throw invalidField("source", "The file is larger than 20 MB. Save only the article, or split it.");
  return importText({ kind: "file", name: source.name, bytes }, { speakers, boilerplate });
}

/** The claims that the source marks in its own text, which became `text`; those that are not found there are left out. */
export async function claimsOf(source: z.output<typeof ImportSource>, text: string): Promise<PlacedClaim[]> {
  const data = source.kind === "paste" ? source.text : new Uint8Array(Buffer.from(source.dataBase64, "base64"));
  const { claims } = await bringInWorker({ source: data, text });
  return claims.filter(({ finding }) => finding !== "lost");
}

/** What the source is called, for the records. */
export function sourceName(source: z.output<typeof ImportSource>): string {
  return source.kind === "file" ? source.name : "the clipboard";
}
