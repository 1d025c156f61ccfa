import { readFileSync } from "node:fs";
import path from "node:path";
import { NodeCompiler, type NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import { z } from "zod";
import type { ExportedFile, WriteOptions } from "./exported-file";
import { bundledFonts } from "./bundled-fonts";
import { hasLongWord, withBreaks } from "./pdf-breaks";
import { linkWithin, type PdfGoal } from "./pdf-links";
import { pdfModel, type PdfModel } from "./pdf-model";
import type { Report } from "./report";
import { counted } from "./words";

/** Never read as glyphs: joiners, selectors, direction marks, line breaks. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\n\t]/u;
const MISSING = "□";
/** The most claims with a note each at the foot of the page, and a line each in a table: both cost several times what notes below their paragraph and a list cost. */
const MOST_AT_FOOT = 1000;

const StoredGoal = z.tuple([z.string(), z.number(), z.number(), z.number()]);

let compiler: NodeCompiler | null = null;

/** Said in a file that lacks the standard's name, in its last part. */
const NO_STANDARD =
  "Some letters of this text carry marks that no font shows together with them: this file is tagged for screen readers, but is not all of PDF/UA-1.";

/**
 * The annotated text as a tagged PDF (PDF/UA-1 as the compiler checks it), set by Typst. Where letters cannot be shown together, the file has its tags without
 * the standard's name, and says so. It holds the thread while it works: run it in a worker. Throws when the compiler refuses the layout, or the standard for
 * another reason.
 */
export function writePdf(report: Report, { onProgress }: WriteOptions = {}, mostAtFoot = MOST_AT_FOOT): ExportedFile<Uint8Array<ArrayBuffer>> {
  const typst = compilerOf();
  const model = pdfModel(report, mostAtFoot);
  onProgress?.(10);
  try {
    const pages = pagesOf(typst, model);
    onProgress?.(75);
    const pdf = written(typst, pages, report, "ua-1") ?? written(typst, pagesOf(typst, { ...model, method: `${model.method} ${NO_STANDARD}` }), report);
    if (!pdf) throw new Error("Without a standard, letters need no glyphs.");
    return { type: "application/pdf", extension: "pdf", body: new Uint8Array(pdf) };
  } finally {
    typst.resetShadow();
    // Who asked for the file does not wait for it.
    setImmediate(() => typst.evictCache(0));
  }
}

function pagesOf(typst: NodeCompiler, model: PdfModel): NodeTypstDocument {
  typst.mapShadow(path.join(/*turbopackIgnore: true*/ process.cwd(), "report.json"), Buffer.from(dataOf(model)));
  const compiled = typst.compile({
    mainFileContent: readFileSync(path.join(/*turbopackIgnore: true*/ process.cwd(), "lib", "exporters", "pdf-template.typ"), "utf8"),
  });
  if (!compiled.result) throw new Error(`The layout was refused: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
  return compiled.result;
}

/** The pages as a file, by the standard; null when all that keeps it from the standard are letters without a glyph. */
function written(typst: NodeCompiler, pages: NodeTypstDocument, { exportedAt }: Report, standard?: "ua-1"): Buffer | null {
  const goals = goalsIn(typst, pages);
  try {
    const creationTimestamp = Math.floor(Date.parse(exportedAt) / 1000);
    const pdf = typst.pdf(pages, { creationTimestamp, ...(standard ? { pdfStandard: standard } : {}) });
    linkWithin(pdf, goals);
    return pdf;
  } catch (error) {
    if (standard && lacksGlyphs(error)) return null;
    throw error;
  }
}

/** Whether letters that no font shows are all that the compiler found: such as the marks of two scripts on one letter, which have a glyph each and none together. */
export function lacksGlyphs(error: unknown): boolean {
  const found = error instanceof Error ? [...error.message.matchAll(/severity: Error, [^"]*message: "((?:[^"\\]|\\.)*)"/g)] : [];
  return found.length > 0 && found.every(([, message = ""]) => message.includes(" could not be displayed with font "));
}

function compilerOf(): NodeCompiler {
  compiler ??= NodeCompiler.create({ workspace: process.cwd(), fontArgs: [{ fontBlobs: bundledFonts().blobs }] });
  return compiler;
}

function goalsIn(typst: NodeCompiler, document: NodeTypstDocument): PdfGoal[] {
  return z.tuple([z.array(StoredGoal)]).parse(typst.query(document, { selector: "<places>", field: "value" }))[0];
}

/** The model as JSON, with what no bundled font can show replaced, letter by letter, as PDF/UA-1 forbids the empty box of a missing glyph, and with breaks in what is too long for a line. The method says what is replaced. */
function dataOf(model: PdfModel): string {
  const { covers } = bundledFonts();
  const known = new Map<string, boolean>();
  const shows = (char: string): boolean => {
    let found = known.get(char);
    if (found === undefined) known.set(char, (found = INVISIBLE.test(char) || covers(char.codePointAt(0) ?? 0)));
    return found;
  };
  const json = JSON.stringify(model);
  const unusual = [...new Set(json.match(/[^ -~]/gu))];
  // Most texts need no look at each string. What JSON escapes may be a control character or half of a character.
  if (!/\\[bfru]/.test(json) && unusual.every(shows) && !hasLongWord(json)) return json;
  const missing = new Set<string>();
  const shown = (words: string) =>
    /^[ -~\n]*$/.test(words)
      ? words
      : Array.from(words, (char) => {
          if (shows(char)) return char;
          missing.add(char);
          return MISSING;
        }).join("");
  const data = jsonOf(model, shown);
  const breaks = hasLongWord(data);
  if (missing.size === 0 && !breaks) return data;
  const method = missing.size === 0 ? model.method : `${model.method} ${missingSentence(missing.size)}`;
  return jsonOf({ ...model, breaks, method }, breaks ? (words) => withBreaks(shown(words)) : shown);
}

/** The model as JSON with its words changed, but for addresses. */
function jsonOf(model: PdfModel, changed: (words: string) => string): string {
  return JSON.stringify(model, (key, value: unknown) => (typeof value !== "string" || /^(?:url|href)$/.test(key) ? value : changed(value)));
}

/** Said in a file that does not show every letter, in its last part. */
function missingSentence(kinds: number): string {
  return `${MISSING} stands for ${counted(kinds, "kind")} of letters for which this file has no font; the web page and the Word file have them.`;
}
