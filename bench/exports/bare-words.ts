import path from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { bundledFonts } from "../../lib/exporters/bundled-fonts";

const LAYOUT = `
#set document(title: "The words alone")
#set text(font: "Source Serif 4", lang: "en")
#for (index, each) in json("/words.json").enumerate() {
  // Runs of pages are set on all cores at once, as those of the PDF are.
  if index > 0 and calc.rem(index, 1000) == 0 { pagebreak() }
  par(each)
}
`;

const typst = NodeCompiler.create({ workspace: process.cwd(), fontArgs: [{ fontBlobs: bundledFonts().blobs }] });

/** The paragraphs as a PDF of the same standard, and nothing but words. What setting them remembered is dropped before it is written, which takes a little longer than to drop it afterwards, as the PDF does. */
export function pdfOfWords(paragraphs: readonly string[]): Uint8Array {
  typst.mapShadow(path.join(process.cwd(), "words.json"), Buffer.from(JSON.stringify(paragraphs)));
  const { result } = typst.compile({ mainFileContent: LAYOUT });
  if (!result) throw new Error("The words were not set.");
  typst.evictCache(0);
  return typst.pdf(result, { pdfStandard: "ua-1", creationTimestamp: 0 });
}
