import { performance } from "node:perf_hooks";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { lexer } from "marked";
import { readHtml } from "../../lib/importers/html";
import { importText } from "../../lib/importers/import-text";
import { readMarkdown } from "../../lib/importers/markdown";
import { syntheticText } from "../anchoring/corpora";

const WORDS = 20_000;
const RUNS = 25;
const WARM = 10;

interface ParserFigure {
  format: string;
  parser: string;
  /** Medians, in milliseconds; `file` is the way of a file through the thread that reads it. */
  own: number;
  bare: number;
  file: number;
}

/** The importers beside the parsers they stand on, in turn: what cleaning, blocks and facts of the page cost. */
export async function parserFigures(): Promise<ParserFigure[]> {
  const paragraphs = syntheticText(WORDS).split("\n\n");
  const markdown = paragraphs.join("\n\n");
  const links = Array.from({ length: 40 }, (_, index) => `<a href="/section/${String(index)}">Section ${String(index)}</a>`).join(" ");
  const html = `<!doctype html><html lang="en"><head><title>A page</title></head><body><nav>${links}</nav><main><article><h1>A page</h1>${paragraphs
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join("")}</article></main><footer>${links}</footer></body></html>`;
  const options = { boilerplate: "leave_out", speakers: false } as const;
  return [
    await inTurn(
      "html",
      "linkedom and Readability",
      () => readHtml(html, options),
      () => new Readability(parseHTML(html).document).parse(),
      () => importText({ kind: "file", name: "page.html", bytes: Buffer.from(html) }, options),
    ),
    await inTurn(
      "markdown",
      "marked",
      () => readMarkdown(markdown, options),
      () => lexer(markdown),
      () => importText({ kind: "file", name: "page.md", bytes: Buffer.from(markdown) }, options),
    ),
  ];
}

async function inTurn(format: string, parser: string, own: () => unknown, bare: () => unknown, file: () => Promise<unknown>): Promise<ParserFigure> {
  const times: { own: number[]; bare: number[]; file: number[] } = { own: [], bare: [], file: [] };
  // The first rounds start the thread and compile the code, which later ones find ready.
  for (let round = -WARM; round < RUNS; round++)
    for (const [name, work] of Object.entries({ own, bare, file }) as [keyof typeof times, () => unknown][]) {
      const begun = performance.now();
      await work();
      if (round >= 0) times[name].push(performance.now() - begun);
    }
  return { format, parser, own: median(times.own), bare: median(times.bare), file: median(times.file) };
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

export function parserTable(figures: readonly ParserFigure[]): string {
  const rows = figures.map(({ format, parser, own, bare, file }) => [
    ...[format, parser, `${bare.toFixed(1)} ms`, `${own.toFixed(1)} ms`, (own / bare).toFixed(2), `${file.toFixed(1)} ms`],
  ]);
  const head = ["20k words of", "bare parser", "parser alone", "whole importer", "ratio", "as a file, through its thread"];
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}
