import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** What one job found, and when and with what it ran. */
export interface JobResult {
  node: string;
  /** ISO 8601. */
  at: string;
  figures: unknown;
}

/** Puts the result of one job into the file, and leaves those of the others as they are. Throws when the file is none of ours. */
export function keepResult(file: string, job: string, result: JobResult): void {
  writeFileSync(file, `${JSON.stringify({ ...resultsIn(file), [job]: result }, null, 2)}\n`);
}

function resultsIn(file: string): object {
  if (!existsSync(file)) return {};
  try {
    const kept: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (typeof kept === "object" && kept !== null && !Array.isArray(kept)) return kept;
  } catch {
    // Said below.
  }
  throw new Error(`${file} holds no results. Delete it, and run the benchmark again.`);
}
