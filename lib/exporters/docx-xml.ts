import { escapeHtml } from "./html-escape";

/** WordprocessingML as text, with every word in it escaped. Only this file makes it of words. */
export type WordXml = string & { readonly wordXml: true };

/** How a run looks; colours as six hexadecimal digits. */
export interface RunLook {
  style?: string;
  bold?: boolean;
  italics?: boolean;
  strike?: boolean;
  color?: string;
  underline?: { type: string; color: string };
  wash?: string;
  superscript?: boolean;
  rightToLeft?: boolean;
}

/** How a paragraph looks; lengths in twentieths of a point. */
export interface ParagraphLook {
  style?: string;
  keepNext?: boolean;
  bullet?: boolean;
  /** A line below it. */
  rule?: boolean;
  rightToLeft?: boolean;
  indent?: { start: number; hanging?: number };
}

/** Places that links lead to, each kind with numbers of its own. */
const PLACES = ["claim", "check", "source"] as const;
type Place = (typeof PLACES)[number];

/** Characters that XML cannot hold; control characters never come so far. */
const NO_XML = /[\uFFFE\uFFFF]/g;

const made = (xml: string) => xml as WordXml; // of escaped words and the elements below alone

function escaped(words: string): string {
  return escapeHtml(words.replace(NO_XML, "\uFFFD"));
}

export function joined(parts: readonly WordXml[]): WordXml {
  return made(parts.join(""));
}

/** The order of the properties is that of the schema: Word refuses another. */
export function paragraph(children: readonly WordXml[], { style, keepNext, bullet, rule, rightToLeft, indent }: ParagraphLook = {}): WordXml {
  const properties = [
    bullet ? '<w:pStyle w:val="ListParagraph"/>' : style === undefined ? "" : `<w:pStyle w:val="${style}"/>`,
    keepNext ? "<w:keepNext/>" : "",
    bullet ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' : "",
    rule ? '<w:pBdr><w:bottom w:val="single" w:color="auto" w:sz="6" w:space="1"/></w:pBdr>' : "",
    rightToLeft === undefined ? "" : rightToLeft ? "<w:bidi/>" : '<w:bidi w:val="false"/>',
    indent ? `<w:ind w:start="${indent.start}"${indent.hanging === undefined ? "" : ` w:hanging="${indent.hanging}"`}/>` : "",
  ].join("");
  return made(`<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${children.join("")}</w:p>`);
}

/** Words of one line. */
export function run(words: string, look: RunLook = {}): WordXml {
  return runOf(`<w:t xml:space="preserve">${escaped(words)}</w:t>`, look);
}

/** The same after a break. */
export function nextLine(words: string, look: RunLook = {}): WordXml {
  return runOf(`<w:br/><w:t xml:space="preserve">${escaped(words)}</w:t>`, look);
}

function runOf(content: string, { style, bold, italics, strike, color, underline, wash, superscript, rightToLeft }: RunLook): WordXml {
  const properties = [
    style === undefined ? "" : `<w:rStyle w:val="${style}"/>`,
    bold ? "<w:b/><w:bCs/>" : "",
    italics ? "<w:i/><w:iCs/>" : "",
    strike ? "<w:strike/>" : "",
    color === undefined ? "" : `<w:color w:val="${color}"/>`,
    underline ? `<w:u w:val="${underline.type}" w:color="${underline.color}"/>` : "",
    wash === undefined ? "" : `<w:shd w:fill="${wash}" w:color="auto" w:val="clear"/>`,
    superscript ? '<w:vertAlign w:val="superscript"/>' : "",
    rightToLeft ? "<w:rtl/>" : "",
  ].join("");
  return made(`<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}${content}</w:r>`);
}

/** A link to an address: that stands in the place of the link's id until `withLinks` gives it one. */
export function linkTo(address: string, runs: readonly WordXml[]): WordXml {
  return made(`<w:hyperlink w:history="1" r:id="${escaped(address)}">${runs.join("")}</w:hyperlink>`);
}

/** A link to a place in the document. */
export function linkWithin(place: Place, number: number, runs: readonly WordXml[]): WordXml {
  return made(`<w:hyperlink w:history="1" w:anchor="${place}_${number}">${runs.join("")}</w:hyperlink>`);
}

/** A place in the document. */
export function bookmark(place: Place, number: number, runs: readonly WordXml[] = []): WordXml {
  const id = number * PLACES.length + PLACES.indexOf(place);
  return made(`<w:bookmarkStart w:name="${place}_${number}" w:id="${id}"/>${runs.join("")}<w:bookmarkEnd w:id="${id}"/>`);
}

/** Where the words begin that a comment is about. */
export function commentStart(id: number): WordXml {
  return made(`<w:commentRangeStart w:id="${id}"/>`);
}

/** Where they end. */
export function commentEnd(id: number): WordXml {
  return made(`<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`);
}

/** A comment; `date` is ISO 8601. */
export function comment({ id, author, initials, date }: { id: number; author: string; initials: string; date: string }, children: readonly WordXml[]): WordXml {
  const attributes = `w:id="${id}" w:initials="${escaped(initials)}" w:author="${escaped(author)}" w:date="${escaped(date)}"`;
  return made(`<w:comment ${attributes}>${children.join("")}</w:comment>`);
}

/** The number of an endnote in the text. It can be placed once. */
export function noteNumber(number: number): WordXml {
  return runOf(`<w:endnoteReference w:id="${number}"/>`, NOTE);
}

/** A field with the number of an endnote that was placed before, in a bookmark: Word and LibreOffice count it anew when notes are added. */
export function noteNumberAgain(number: number): WordXml {
  return made(`<w:fldSimple w:instr=" NOTEREF source_${number} \\f \\h ">${run(String(number), NOTE)}</w:fldSimple>`);
}

/** An endnote of one paragraph. */
export function note(number: number, children: readonly WordXml[], look: ParagraphLook): WordXml {
  return made(`<w:endnote w:id="${number}">${paragraph([runOf("<w:endnoteRef/>", NOTE), ...children], { style: "EndnoteText", ...look })}</w:endnote>`);
}

const NOTE = { style: "EndnoteReference" };

/** A table over the whole width, whose first row is its head. */
export function table(rows: readonly (readonly WordXml[])[]): WordXml {
  const line = (side: string) => `<w:${side} w:val="single" w:color="auto" w:sz="4"/>`;
  const width = Math.max(1, ...rows.map((row) => row.length));
  const row = (cells: readonly WordXml[], index: number) =>
    `<w:tr><w:trPr><w:tblHeader${index === 0 ? "" : ' w:val="false"'}/></w:trPr>${Array.from({ length: width }, (_, at) => `<w:tc>${cells[at] ?? paragraph([])}</w:tc>`).join("")}</w:tr>`;
  return made(
    `<w:tbl><w:tblPr><w:tblW w:type="pct" w:w="100%"/><w:tblBorders>${["top", "left", "bottom", "right", "insideH", "insideV"].map(line).join("")}</w:tblBorders></w:tblPr>` +
      `<w:tblGrid>${'<w:gridCol w:w="100"/>'.repeat(width)}</w:tblGrid>${rows.map(row).join("")}</w:tbl>`,
  );
}

/** A part with an id in each of its links, and what says where these lead: one relationship for each address. */
export function withLinks(xml: WordXml): { xml: string; relationships: string } {
  const ids = new Map<string, string>();
  const linked = xml.replace(/(<w:hyperlink w:history="1" r:id=")([^"]*)/g, (_, before: string, address: string) => {
    const id = ids.get(address) ?? `rIdLink${ids.size + 1}`;
    ids.set(address, id);
    return before + id;
  });
  const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";
  const relationships = [...ids].map(([address, id]) => `<Relationship Id="${id}" Type="${type}" Target="${address}" TargetMode="External"/>`);
  return { xml: linked, relationships: relationships.join("") };
}
