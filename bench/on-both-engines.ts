import { openDatabase, type Database } from "../lib/db/open";
import { startPostgres } from "../lib/db/test/postgres-server";

/** Measures on the embedded database in memory, then on a PostgreSQL server of its own; all figures together. */
export async function onBothEngines<Figure>(measure: (database: Database) => Promise<Figure[]>): Promise<Figure[]> {
  const embedded = await openDatabase({ memory: true });
  const figures = await measure(embedded);
  await embedded.close();
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
