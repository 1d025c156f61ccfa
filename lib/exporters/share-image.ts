import { readFileSync } from "node:fs";
import path from "node:path";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { bundledFonts } from "./bundled-fonts";
import { shareSvg, type ShareCard } from "./share-card";

let ready: Promise<void> | null = null;

/** The card as a PNG of 1200 by 630 pixels. Takes a moment: for worker threads. */
export async function shareImage(card: ShareCard): Promise<Uint8Array<ArrayBuffer>> {
  ready ??= initWasm(readFileSync(path.join(process.cwd(), "node_modules", "@resvg", "resvg-wasm", "index_bg.wasm")));
  await ready;
  const image = new Resvg(shareSvg(card), { font: { fontBuffers: bundledFonts().blobs, defaultFontFamily: "Source Serif 4", loadSystemFonts: false } });
  return new Uint8Array(image.render().asPng());
}
