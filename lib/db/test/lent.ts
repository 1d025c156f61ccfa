import type { Database } from "@/lib/db/open";

// On globalThis, because a worker loads this module anew for each test file.
const shared = globalThis as typeof globalThis & { lentDatabases?: Database[] };

/** Notes a database that the test file has from now on. */
export function lend(database: Database): Database {
  (shared.lentDatabases ??= []).push(database);
  return database;
}

/** Closes the databases that the test file had. */
export async function endLent(): Promise<void> {
  for (const database of shared.lentDatabases?.splice(0) ?? []) await database.close();
}
