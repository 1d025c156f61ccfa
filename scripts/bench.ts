import { join } from "node:path";
import { keepResult } from "./bench-results";

/** What one job hands back: a table to print, and the figures for the file of results. */
interface JobReport {
  table: string;
  figures: unknown;
}

const JOBS: Record<string, () => Promise<JobReport>> = {
  anchoring: async () => (await import("../bench/anchoring/run")).runAnchoring(),
  live: async () => (await import("../bench/live/run")).runLive(),
  endurance: async () => (await import("../bench/live/endurance")).runEndurance(),
  revisions: async () => (await import("../bench/revisions/run")).runRevisions(),
  exports: async () => (await import("../bench/exports/run")).runExports(),
  imports: async () => (await import("../bench/imports/run")).runImports(),
  highlights: async () => (await import("../bench/highlights/run")).runHighlights(),
  workbench: async () => (await import("../bench/workbench/run")).runWorkbench(),
};

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith("-"));
const unknown = wanted.filter((name) => !(name in JOBS));
if (unknown.length > 0) {
  console.error(`There is no benchmark called ${unknown.join(", ")}. There are: ${Object.keys(JOBS).join(", ")}.`);
  process.exit(1);
}

for (const [name, run] of Object.entries(JOBS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { table, figures } = await run();
  keepResult(join("bench", "results.json"), name, { node: process.version, at: new Date().toISOString(), figures });
  console.log(`\n${name}\n\n${table}`);
}
