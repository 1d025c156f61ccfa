import { strFromU8, unzipSync } from "fflate";
import { DOMParser } from "linkedom";
import { extractText, getDocumentProxy } from "unpdf";
import type { ExportedFile } from "./exported-file";

/** The words of a file as an independent program reads them: for tests. */
export async function wordsOf({ type, body }: Pick<ExportedFile, "type" | "body">): Promise<string> {
  if (typeof body === "string") return body;
  if (type === "application/pdf") return (await readPdf(body)).text;
  if (type.endsWith("wordprocessingml.document")) return readDocx(body);
  if (type === "application/zip") return readZip(body);
  throw new Error(`Nothing here reads ${type}.`);
}

const TYPES: Record<string, string> = {
  pdf: "application/pdf",
  zip: "application/zip",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** Every file in the archive, and what is in those that are archives themselves. A manifest says the same once more, as hashes. */
async function readZip(bytes: Uint8Array): Promise<string> {
  const files = Object.entries(unzipSync(bytes)).filter(([name]) => name !== "manifest.json");
  const words = files.map(async ([name, body]) => {
    const type = TYPES[name.split(".").at(-1) ?? ""];
    return type === undefined ? strFromU8(body) : await wordsOf({ type, body: Uint8Array.from(body) });
  });
  return (await Promise.all(words)).join("\n");
}

/** Every word inside a Word document, comments and properties too, a line for each of its parts. */
function readDocx(bytes: Uint8Array): string {
  return Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .map(
      (xml) =>
        (new DOMParser().parseFromString(xml, "text/xml").documentElement?.textContent ?? "") +
        [...xml.matchAll(/(?:w:author|Target)="([^"]*)"/g)].map(([, value]) => ` ${value ?? ""}`).join(""),
    )
    .join("\n");
}

/** What pdf.js finds in a PDF. */
interface ReadPdf {
  text: string;
  title: string;
  language: string;
  tagged: boolean;
  outline: string[];
  /** Where links lead outside of the file. */
  links: string[];
  /** Links within the file: what each is called, and the words of the page that it leads to. */
  leads: { name: string; page: string }[];
  /** Comments on the pages. */
  comments: { author: string; words: string }[];
  /** How far the words reach on the widest page, in points from its left. */
  reach: number;
}

interface Annotation {
  subtype: string;
  titleObj?: { str: string };
  url?: string;
  contentsObj?: { str: string };
  dest?: [{ num: number; gen: number }];
}

/** Reads a PDF with pdf.js. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  // pdf.js takes the bytes away from whoever hands them over.
  const pdf = await getDocumentProxy(bytes.slice());
  const { text } = await extractText(pdf, { mergePages: false });
  const { info } = await pdf.getMetadata();
  const facts = new Map(Object.entries(info));
  const outline = (await pdf.getOutline()) ?? [];
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));
  const annotations = (await Promise.all(pages.map((page) => page.getAnnotations()))).flat();
  const leads = annotations.map(async ({ dest, contentsObj }: Annotation) => {
    if (!Array.isArray(dest)) return [];
    return [{ name: contentsObj?.str ?? "", page: text[await pdf.getPageIndex(dest[0])] ?? "" }];
  });
  const written = (await Promise.all(pages.map((page) => page.getTextContent()))).flatMap(({ items }) => items);
  return {
    text: text.join("\n"),
    title: String(facts.get("Title")),
    language: String(facts.get("Language")),
    tagged: (await pdf.getMarkInfo())?.Marked === true,
    outline: outline.flatMap(({ title, items }) => [title, ...items.map((item: { title: string }) => item.title)]),
    links: annotations.flatMap(({ url }: Annotation) => url ?? []),
    comments: annotations.flatMap(({ subtype, titleObj, contentsObj }: Annotation) =>
      subtype === "Text" ? [{ author: titleObj?.str ?? "", words: contentsObj?.str ?? "" }] : [],
    ),
    leads: (await Promise.all(leads)).flat(),
    reach: written.reduce((most, item) => ("transform" in item ? Math.max(most, Number(item.transform[4]) + item.width) : most), 0),
  };
}
