import { strFromU8, unzipSync } from "fflate";
import { zipped } from "./zip";

/** What the library makes up anew for each link. */
const LINK_ID = /\brId[a-z0-9_-]{21}(?=")/g;

/** Characters that XML cannot hold; control characters never come so far. */
const NO_XML = /[\uFFFE\uFFFF]/g;

/** Where the library has nothing to say it with: endnotes count 1, 2, 3, as the numbers that lead to them do. */
const COUNT_BY_DIGITS = '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr><w:pgSz';

/** The file with nothing in it that the report does not say: the writer's clock and its made-up names are replaced, so that equal reports give equal files. */
export function settledDocx(bytes: Uint8Array, exportedAt: string): Uint8Array<ArrayBuffer> {
  const names = new Map<string, string>();
  const settled = (id: string): string => {
    const known = names.get(id) ?? `rIdLink${String(names.size + 1)}`;
    names.set(id, known);
    return known;
  };
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]): [string, string] => {
    const xml = strFromU8(part).replace(NO_XML, "\uFFFD").replace(LINK_ID, settled);
    if (name === "word/document.xml") return [name, xml.replace("<w:pgSz", COUNT_BY_DIGITS)];
    return [name, name === "docProps/core.xml" ? xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${exportedAt}`) : xml];
  });
  return zipped(Object.fromEntries(parts));
}
