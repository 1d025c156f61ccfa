import { readFileSync } from "node:fs";
import path from "node:path";
import { NodeCompiler, type NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import { z } from "zod";
import type { ExportedFile, WriteOptions } from "./exported-file";
import { bundledFonts } from "./bundled-fonts";
import { linkWithin, type PdfGoal } from "./pdf-links";
import { pdfModel, type PdfModel } from "./pdf-model";
import type { Report } from "./report";

/** Never read as glyphs: joiners, selectors, direction marks, line breaks. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\n\t]/u;
const MISSING = "□";
/** The most claims with a note each at the foot of the page, and a line each in a table: both cost several times what notes below their paragraph and a list cost. */
const MOST_AT_FOOT = 1000;

const StoredGoal = z.tuple([z.string(), z.number(), z.number(), z.number()]);

let compiler: NodeCompiler | null = null;

/**
 * The annotated text as a tagged PDF (PDF/UA-1 as the compiler checks it), set by Typst. It holds the thread while it works: run it
 * in a worker. Throws when the compiler refuses the layout.
 */
export function writePdf(report: Report, { onProgress }: WriteOptions = {}, mostAtFoot = MOST_AT_FOOT): ExportedFile<Uint8Array<ArrayBuffer>> {
  const typst = compilerOf();
  typst.mapShadow(path.join(/*turbopackIgnore: true*/ process.cwd(), "report.json"), Buffer.from(JSON.stringify(withGlyphs(pdfModel(report, mostAtFoot)))));
  onProgress?.(10);
  try {
    const compiled = typst.compile({
      mainFileContent: readFileSync(path.join(/*turbopackIgnore: true*/ process.cwd(), "lib", "exporters", "pdf-template.typ"), "utf8"),
    });
    if (!compiled.result) throw new Error(`The layout was refused: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
    onProgress?.(75);
    const goals = goalsIn(typst, compiled.result);
    // What setting the pages remembered is as large as the pages, and writing them needs none of it.
    typst.evictCache(0);
    const pdf = tagged(typst, compiled.result, report);
    linkWithin(pdf, goals);
    return { type: "application/pdf", extension: "pdf", body: new Uint8Array(pdf) };
  } finally {
    typst.resetShadow();
    typst.evictCache(0);
  }
}

function compilerOf(): NodeCompiler {
  compiler ??= NodeCompiler.create({ workspace: process.cwd(), fontArgs: [{ fontBlobs: bundledFonts().blobs }] });
  return compiler;
}

function goalsIn(typst: NodeCompiler, document: NodeTypstDocument): PdfGoal[] {
  return z.tuple([z.array(StoredGoal)]).parse(typst.query(document, { selector: "<places>", field: "value" }))[0];
}

function tagged(typst: NodeCompiler, document: NodeTypstDocument, { exportedAt }: Report): Buffer {
  const creationTimestamp = Math.floor(Date.parse(exportedAt) / 1000);
  try {
    return typst.pdf(document, { pdfStandard: "ua-1", creationTimestamp });
  } catch {
    // Marks of two scripts on one letter have a glyph each and none together: the file then has its tags, and not the standard's name.
    return typst.pdf(document, { creationTimestamp });
  }
}

/** The model with what no bundled font can show replaced, letter by letter: PDF/UA-1 forbids the empty box of a missing glyph. */
function withGlyphs(model: PdfModel): unknown {
  const { covers } = bundledFonts();
  const known = new Map<string, string>();
  const shown = (char: string): string => {
    let found = known.get(char);
    if (found === undefined) known.set(char, (found = INVISIBLE.test(char) || covers(char.codePointAt(0) ?? 0) ? char : MISSING));
    return found;
  };
  const walk = (value: unknown, key = ""): unknown => {
    if (typeof value === "string") return /^(?:url|href)$/.test(key) || /^[ -~\n]*$/.test(value) ? value : Array.from(value, shown).join("");
    if (Array.isArray(value)) return value.map((each) => walk(each));
    if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, walk(each, name)]));
    return value;
  };
  return walk(model);
}
