import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createEmbedded, openDatabase, type Database } from "../lib/db/open";
import { startPostgres } from "../lib/db/test/postgres-server";

/** Measures on the embedded database in a directory, as desks have it, then on a PostgreSQL server of its own; all figures together. */
export async function onBothEngines<Figure>(measure: (database: Database) => Promise<Figure[]>): Promise<Figure[]> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "assay-bench-"));
  await createEmbedded(dataDir, () => Promise.resolve());
  const embedded = await openDatabase({ dataDir });
  const figures: Figure[] = [];
  try {
    figures.push(...(await measure(embedded)));
  } finally {
    await embedded.close();
    rmSync(dataDir, { recursive: true });
  }
  const server = await startPostgres();
  try {
    const database = await openDatabase({ url: server.url });
    figures.push(...(await measure(database)));
    await database.close();
  } finally {
    await server.stop();
  }
  return figures;
}
