import { chromium, type Browser } from "playwright";
import { findBrowser } from "../../scripts/bootstrap/browser.mjs";
import { readPlain } from "../../lib/importers/plain";
import { syntheticText } from "../anchoring/corpora";
import { createRandom } from "../anchoring/random";
import { servePages } from "./pages";
import type { Timing } from "./time-drawing";
import type { Marked, ShownText } from "./surface";

const WORDS = 100_000;
const ROUNDS = 5;
/** A job that took longer than this many milliseconds is not done again. */
const PATIENCE = 4_000;
/** The longest a job may take, in milliseconds. */
const LIMIT = 120_000;

interface System {
  name: string;
  page: string;
  query: string;
}

const SYSTEMS: readonly System[] = [
  { name: "Assay: text, hit test, selection, minimap, list", page: "ours", query: "" },
  { name: "Assay without CSS highlights (flat elements)", page: "ours", query: "?painting=marks" },
  { name: "floor: CSS highlights, five shared", page: "css", query: "?shared" },
  { name: "CSS highlights, one a mark", page: "css", query: "" },
  { name: "flat elements, by paragraph", page: "segments", query: "" },
  { name: "Recogito 4.1.1, SPANS", page: "recogito", query: "" },
  { name: "elements around words, one mark after the other (Hypothesis' way)", page: "wrapping", query: "" },
];

interface Figure {
  system: string;
  /** By job; null where the limit passed. */
  timings: Record<string, Timing | null>;
}

/** Draws marks on a long text in Chromium: from the call until they are painted. */
export async function runHighlights(): Promise<{ table: string; figures: unknown }> {
  const { text, blocks } = readPlain(syntheticText(WORDS), { speakers: false, boilerplate: "leave_out" });
  const shown = { text, blocks };
  const jobs: Record<string, { before: Marked[]; marks: Marked[] }> = {
    "2,000": { before: [], marks: marksOver(shown, 2000, shown.blocks.length) },
    "10,000": { before: [], marks: marksOver(shown, 10_000, shown.blocks.length) },
    "2,000 in 5 paragraphs": { before: [], marks: marksOver(shown, 2000, 5) },
    "one more to 2,000": { before: marksOver(shown, 2000, shown.blocks.length), marks: marksOver(shown, 1, 1).map((mark) => ({ ...mark, id: "one more" })) },
  };
  const pages = await servePages(shown);
  const executablePath = await findBrowser();
  const browser = await chromium.launch({ args: ["--no-sandbox", "--disable-background-networking"], ...(executablePath ? { executablePath } : {}) });
  const figures: Figure[] = [];
  try {
    for (const system of SYSTEMS) {
      const timings: Figure["timings"] = {};
      for (const [job, { before, marks }] of Object.entries(jobs))
        timings[job] = await medianOf(() => draw(browser, pages.address(system.page, system.query), before, marks));
      figures.push({ system: system.name, timings });
    }
  } finally {
    await browser.close();
    pages.stop();
  }
  return { table: tableOf(figures), figures };
}

async function medianOf(work: () => Promise<Timing | null>): Promise<Timing | null> {
  const timings: Timing[] = [];
  while (timings.length < ROUNDS) {
    const timing = await work();
    if (!timing) return null;
    timings.push(timing);
    if (timing.shown > PATIENCE) break;
  }
  return timings.sort((a, b) => a.shown - b.shown)[timings.length >> 1] ?? null;
}

async function draw(browser: Browser, url: string, before: readonly Marked[], marks: readonly Marked[]): Promise<Timing | null> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.goto(url, { waitUntil: "load" });
    await page.waitForFunction(() => window.surface);
    const timed = page.evaluate(({ before, marks }) => window.timeDrawing(before, marks), { before: [...before], marks: [...marks] });
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), LIMIT).unref());
    timed.catch(() => undefined);
    return await Promise.race([timed, late]);
  } finally {
    await page.close();
  }
}

/** Marks of 4 to 40 words, spread over the first `blocks` paragraphs, in five colours. */
function marksOver({ text, blocks }: ShownText, count: number, among: number): Marked[] {
  const random = createRandom(31);
  const words = blocks.slice(0, among).map(({ start, end }) => [...text.slice(start, end).matchAll(/\S+/g)].map((word) => start + word.index));
  return Array.from({ length: count }, (_, index) => {
    const starts = words[Math.floor((index * among) / count)] ?? [];
    const first = random.below(Math.max(1, starts.length - 4));
    const last = starts[Math.min(starts.length - 1, first + 4 + random.below(36))] ?? 0;
    return { id: `mark-${String(index)}`, tone: random.below(5), start: starts[first] ?? 0, end: last + 1 };
  });
}

function tableOf(figures: readonly Figure[]): string {
  const jobs = Object.keys(figures[0]?.timings ?? {});
  const [ours] = figures;
  const cell = (figure: Figure, job: string) => {
    const timing = figure.timings[job];
    if (!timing) return `over ${String(LIMIT / 1000)} s`;
    const ratio = timing.shown / (ours?.timings[job]?.shown ?? timing.shown);
    return `${timing.shown.toFixed(timing.shown < 10 ? 1 : 0)} ms × ${ratio.toFixed(ratio < 10 ? 1 : 0)} (${timing.longest.toFixed(0)})`;
  };
  const rows = figures.map((figure) => [figure.system, ...jobs.map((job) => cell(figure, job))]);
  const head = ["system", ...jobs.map((job) => `${job} (longest task)`)];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
