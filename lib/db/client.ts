import { env } from "@/lib/env";
import type { Prisma, PrismaClient } from "@/lib/db/generated/client";
import type { Deaf, Hearing } from "@/lib/db/listen";
import { openDatabase, type Database, type Location } from "@/lib/db/open";

/** The client inside a transaction: the only one that a command uses, because PGlite has one connection and a query beside it would wait forever. */
export type Tx = Prisma.TransactionClient;

/** The place the environment names: DATABASE_URL, or else the embedded database in DATA_DIR. */
export function configuredLocation(): Location {
  return env.DATABASE_URL ? { url: env.DATABASE_URL } : { dataDir: env.DATA_DIR };
}

/** Whoever waits for a page is told that the database does not answer. Migrations open it for themselves: they may take their time. */
const LONGEST_QUERY_MS = 15_000;

// On globalThis, because a development server loads this module again after each change, and the route bundles each load their own.
const shared = globalThis as typeof globalThis & { assayDatabase?: Promise<Database> | undefined };

/** The process's database, opened at the first call. A failed opening is tried again at the next. */
export async function db(): Promise<PrismaClient> {
  return (await database()).prisma;
}

/** Hears the notices of committed transactions on the process's database. */
export async function listen(channels: readonly string[], hearing: Hearing): Promise<Deaf> {
  return (await database()).listen(channels, hearing);
}

/** The same with all that it can do beside the client's models. */
export function database(): Promise<Database> {
  return (shared.assayDatabase ??= openDatabase(configuredLocation(), { longestQueryMs: LONGEST_QUERY_MS }).catch((error: unknown) => {
    shared.assayDatabase = undefined;
    throw error;
  }));
}

/** Make an open database the process's own: for scripts and tests that opened theirs. */
export function adoptDatabase(database: Database): void {
  shared.assayDatabase = Promise.resolve(database);
}

/** Close the process's database, if it was ever opened. */
export async function closeDatabase(): Promise<void> {
  const opening = shared.assayDatabase;
  shared.assayDatabase = undefined;
  await (await opening)?.close();
}
