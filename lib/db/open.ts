import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { AppError } from "@/lib/domain/errors";
import { PrismaClient } from "@/lib/db/generated/client";
import { listenInProcess, listenOnServer, type Deaf, type Hearing } from "@/lib/db/listen";
import { takeLock } from "@/lib/db/lock";
import { PgAdapter } from "@/lib/db/postgresql";
import { openPGlite, PGliteAdapter } from "@/lib/db/pglite";
import { transactInProcess, transactOnServer, type Transact } from "@/lib/db/session";

/** Where a database is: a PostgreSQL server, a data directory that holds (or will hold) the embedded one, or memory. */
export type Location = { url: string } | { dataDir: string } | { memory: true; image?: Blob };

/** An open database. `adapter` is for the migration engine; `close` gives back the lock of an embedded one. */
export interface Database {
  engine: "pglite" | "postgresql";
  prisma: PrismaClient;
  adapter: SqlMigrationAwareDriverAdapterFactory;
  /** Hears the notices of committed transactions, of every process on this database. */
  listen: (channels: readonly string[], hearing: Hearing) => Promise<Deaf>;
  /** A transaction in plain SQL. */
  transact: Transact;
  close: () => Promise<void>;
}

/**
 * Open a database that exists. A query that a PostgreSQL server does not answer within `longestQueryMs` is given up, and its connection with it; unless said, it is
 * waited for. Throws `busy` when another process holds the database and `unavailable` when it was never created.
 */
export async function openDatabase(location: Location, { longestQueryMs }: { longestQueryMs?: number } = {}): Promise<Database> {
  if ("url" in location) return openPostgres(location.url, longestQueryMs);
  if ("memory" in location) return openEmbedded(location.image ? { image: location.image } : {}, () => undefined);

  const directory = embeddedDirectory(location.dataDir);
  if (!existsSync(/*turbopackIgnore: true*/ directory))
    throw new AppError("unavailable", `There is no database in ${location.dataDir} yet: run "npm start" or "npm run db:migrate".`);
  const release = await takeLock(lockFile(location.dataDir));
  try {
    return await openEmbedded({ directory }, release);
  } catch (error) {
    release();
    throw error;
  }
}

/** Whether the data directory holds an embedded database. */
export function hasEmbedded(dataDir: string): boolean {
  return existsSync(/*turbopackIgnore: true*/ embeddedDirectory(dataDir));
}

/**
 * Create the embedded database if there is none, and fill it. It is made under another name and renamed when complete,
 * so that a kill in the middle leaves nothing half-made. Takes 1 GB of memory for two seconds: call it in a process that ends soon.
 */
export async function createEmbedded(dataDir: string, fill: (database: Database) => Promise<void>): Promise<boolean> {
  return whileLocked(dataDir, async (directory) => {
    if (existsSync(/*turbopackIgnore: true*/ directory)) return false;
    renameSync(/*turbopackIgnore: true*/ await makeBeside(directory, fill), directory);
    return true;
  });
}

/** The same where there is a database already: it gives way when the new one is complete. Throws `busy` while a process has it open. */
export async function replaceEmbedded(dataDir: string, fill: (database: Database) => Promise<void>): Promise<void> {
  await whileLocked(dataDir, async (directory) => {
    const made = await makeBeside(directory, fill);
    if (existsSync(/*turbopackIgnore: true*/ directory)) renameSync(/*turbopackIgnore: true*/ directory, replaced(directory));
    renameSync(/*turbopackIgnore: true*/ made, directory);
    rmSync(/*turbopackIgnore: true*/ replaced(directory), { recursive: true, force: true });
  });
}

async function whileLocked<Result>(dataDir: string, work: (directory: string) => Promise<Result>): Promise<Result> {
  mkdirSync(/*turbopackIgnore: true*/ dataDir, { recursive: true });
  const directory = embeddedDirectory(dataDir);
  const release = await takeLock(lockFile(dataDir));
  try {
    // Killed between the two renames of a replacement: what was there before comes back.
    if (!existsSync(/*turbopackIgnore: true*/ directory) && existsSync(/*turbopackIgnore: true*/ replaced(directory)))
      renameSync(/*turbopackIgnore: true*/ replaced(directory), directory);
    return await work(directory);
  } finally {
    release();
  }
}

async function makeBeside(directory: string, fill: (database: Database) => Promise<void>): Promise<string> {
  const unfinished = `${directory}.unfinished`;
  rmSync(/*turbopackIgnore: true*/ unfinished, { recursive: true, force: true });
  const database = await openEmbedded({ directory: unfinished }, () => undefined);
  await fill(database).finally(database.close);
  return unfinished;
}

/** Throw the embedded database away. */
export async function removeEmbedded(dataDir: string): Promise<void> {
  const release = await takeLock(lockFile(dataDir));
  try {
    rmSync(/*turbopackIgnore: true*/ embeddedDirectory(dataDir), { recursive: true, force: true });
  } finally {
    release();
  }
}

/**
 * How long a transaction may wait for its turn, and may take, in milliseconds: the embedded database has one connection, and thousands of claims are published
 * in one transaction. Prisma's own two and five seconds would refuse a sign-in meanwhile.
 */
const TRANSACTIONS = { maxWait: 30_000, timeout: 60_000 };

async function openEmbedded(options: { directory?: string; image?: Blob }, release: () => void): Promise<Database> {
  return databaseOf(await openPGlite(options), release);
}

/** The database of an open PGlite. `release` comes after its closing. */
export function databaseOf(client: PGlite, release: () => void): Database {
  const adapter = new PGliteAdapter(client);
  const prisma = new PrismaClient({ adapter, transactionOptions: TRANSACTIONS });
  const close = async () => {
    await prisma.$disconnect();
    if (!client.closed) await client.close();
    release();
  };
  const listen: Database["listen"] = (channels, hearing) => listenInProcess(client, channels, hearing);
  return { engine: "pglite", prisma, adapter, listen, transact: transactInProcess(client), close };
}

function openPostgres(url: string, longestQueryMs?: number): Database {
  const adapter = new PgAdapter({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    ...(longestQueryMs === undefined ? {} : { query_timeout: longestQueryMs }),
  });
  const prisma = new PrismaClient({ adapter, transactionOptions: TRANSACTIONS });
  const listen: Database["listen"] = (channels, hearing) => listenOnServer(url, channels, hearing);
  return { engine: "postgresql", prisma, adapter, listen, transact: transactOnServer(url), close: () => prisma.$disconnect() };
}

function embeddedDirectory(dataDir: string): string {
  return path.join(/*turbopackIgnore: true*/ dataDir, "pglite");
}

function replaced(directory: string): string {
  return `${directory}.replaced`;
}

/** The file that names the process which has the embedded database of this data directory. */
export function lockFile(dataDir: string): string {
  return path.join(/*turbopackIgnore: true*/ dataDir, "pglite.lock");
}
