import { strToU8, zipSync, type Zippable } from "fflate";

/** The first moment that a zip can name, so that equal files give equal bytes. Zips name local time, so it is made as such. */
const MTIME = new Date(1980, 0, 1);

/** What is packed already only costs time. */
const PACKED = /\.(pdf|png|jpg|webp|docx|zip)$/;

/** The files as one zip, by their names in it, with the same bytes for the same files. */
export function zipped(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  const content: Zippable = Object.fromEntries(
    entries.map(([name, body]) => [name, [typeof body === "string" ? strToU8(body) : body, { level: PACKED.test(name) ? 0 : 6 }]]),
  );
  return Uint8Array.from(zipSync(content, { mtime: MTIME }));
}
