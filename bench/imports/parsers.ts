import { performance } from "node:perf_hooks";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { lexer } from "marked";
import { readHtml } from "../../lib/importers/html";
import { readMarkdown } from "../../lib/importers/markdown";
import { syntheticText } from "../anchoring/corpora";

const WORDS = 20_000;
const RUNS = 15;

interface ParserFigure {
  format: string;
  parser: string;
  /** Medians, in milliseconds. */
  own: number;
  bare: number;
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
    ),
    await inTurn(
      "markdown",
      "marked",
      () => readMarkdown(markdown, options),
      () => lexer(markdown),
    ),
  ];
}

async function inTurn(format: string, parser: string, own: () => unknown, bare: () => unknown): Promise<ParserFigure> {
  const times: { own: number[]; bare: number[] } = { own: [], bare: [] };
  for (let round = 0; round < RUNS; round++)
    for (const [name, work] of [["own", own] as const, ["bare", bare] as const]) {
      const begun = performance.now();
      await work();
      times[name].push(performance.now() - begun);
    }
  return { format, parser, own: median(times.own), bare: median(times.bare) };
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

export function parserTable(figures: readonly ParserFigure[]): string {
  const rows = figures.map(({ format, parser, own, bare }) => [format, parser, `${own.toFixed(0)} ms`, `${bare.toFixed(0)} ms`, (own / bare).toFixed(2)]);
  const head = ["20k words of", "bare parser", "whole importer", "parser alone", "ratio"];
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}
