import { readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { build } from "esbuild";
import { build as buildApplication } from "../../scripts/bootstrap/build.mjs";
import type { ShownText } from "./surface";

const FOLDER = "bench/highlights";
const TYPES: Record<string, string> = { js: "text/javascript", css: "text/css" };

interface Pages {
  address: (page: string, query: string) => string;
  stop: () => void;
}

/** Serves one page a system: the text, the product's own style sheets, and the system's script, built for production. */
export async function servePages(shown: ShownText): Promise<Pages> {
  await buildApplication();
  const names = readdirSync(FOLDER).filter((name) => name.startsWith("page-"));
  const { outputFiles } = await build({
    entryPoints: [...names, "time-drawing.ts"].map((name) => join(FOLDER, name)),
    outdir: "out",
    write: false,
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
  const files = new Map(outputFiles.map((file) => [file.path.slice(file.path.lastIndexOf("/") + 1), file.text]));
  const styles = productStyles();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const name = pathname.slice(1);
    const script = files.get(name);
    response.setHeader("content-type", TYPES[name.slice(name.lastIndexOf(".") + 1)] ?? "text/html");
    response.end(script ?? pageOf(name, shown, styles, files.has(`${name}.css`)));
  });
  const port = await listen(server);
  return { address: (page, query) => `http://localhost:${String(port)}/page-${page}${query}`, stop: () => server.close() };
}

function pageOf(name: string, shown: ShownText, styles: string, styled: boolean): string {
  const tones = ["#7bc8", "#8c98", "#ed88", "#eb88", "#e888"].map(
    (colour, index) => `.tone-${String(index)},::highlight(tone-${String(index)}){background:${colour}}`,
  );
  const data = JSON.stringify(shown).replaceAll("<", "\\u003c");
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title><style>${styles}\n${tones.join("")}main{max-width:40rem;margin:auto;position:relative}</style>${
    styled ? `<link rel="stylesheet" href="/${name}.css">` : ""
  }<body><script>window.shown=${data}</script><script type="module" src="/time-drawing.js"></script><script type="module" src="/${name}.js"></script></body></html>`;
}

function productStyles(): string {
  const folder = ".next/static";
  const sheets = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".css"));
  return sheets.map((file) => readFileSync(join(folder, file), "utf8")).join("\n");
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    }),
  );
}
