import { strFromU8, unzipSync } from "fflate";
import { withLinks, type WordXml } from "./docx-xml";
import { zipped } from "./zip";

/** Characters that XML cannot hold; control characters never come so far. */
const NO_XML = /[\uFFFE\uFFFF]/g;

/** Where the library has nothing to say it with: endnotes count 1, 2, 3, as the numbers that lead to them do. */
const COUNT_BY_DIGITS = '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr><w:pgSz';

/** The words of a Word document. */
interface Filling {
  body: WordXml;
  comments: WordXml;
  endnotes: WordXml;
}

/** The library's empty document with its words, and without the library's clock, so that equal reports give equal files. */
export function filledDocx(frame: Uint8Array, filling: Filling, exportedAt: string): Uint8Array<ArrayBuffer> {
  const [body, endnotes] = [withLinks(filling.body), withLinks(filling.endnotes)];
  const finish: Record<string, (xml: string) => string> = {
    "word/document.xml": (xml) => xml.replace("<w:sectPr>", () => `${body.xml}<w:sectPr>`).replace("<w:pgSz", COUNT_BY_DIGITS),
    "word/comments.xml": (xml) => atItsEnd(xml, filling.comments),
    "word/endnotes.xml": (xml) => atItsEnd(xml, endnotes.xml),
    "word/_rels/document.xml.rels": (xml) => atItsEnd(xml, body.relationships),
    "word/_rels/endnotes.xml.rels": (xml) => atItsEnd(xml, endnotes.relationships),
    "docProps/core.xml": (xml) => xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${exportedAt}`),
  };
  const parts = Object.entries(unzipSync(frame)).map(([name, part]): [string, string] => {
    const xml = strFromU8(part).replace(NO_XML, "\uFFFD");
    return [name, finish[name]?.(xml) ?? xml];
  });
  return zipped(Object.fromEntries(parts));
}

/** Inside the outermost element, which may have been empty. */
function atItsEnd(xml: string, more: string): string {
  if (!xml.endsWith("/>")) return xml.replace(/<\/[\w:]+>$/, (end) => more + end);
  const [, name = ""] = /<([\w:]+)[^<]*$/.exec(xml) ?? [];
  return `${xml.slice(0, -2)}>${more}</${name}>`;
}
