import { readFileSync } from "node:fs";
import path from "node:path";
import { FileMark, parsed, TableMark, type Header } from "@/lib/backup/format";
import { linesOf, verifyBackup } from "@/lib/backup/read-backup";
import { RowLoader, setCounters, tableNames, whileUnchecked } from "@/lib/backup/rows";
import { applyMigrations } from "@/lib/db/migrate";
import { MIGRATIONS_DIR, migrationNames } from "@/lib/db/migrations";
import { hasEmbedded, openDatabase, replaceEmbedded, type Database, type Location } from "@/lib/db/open";
import type { SqlSession } from "@/lib/db/session";
import { AppError } from "@/lib/domain/errors";
import { putStoredFile } from "@/lib/storage/stored-files";

export interface Restored {
  header: Header;
  files: number;
  /** The migrations that the backup lacked. */
  applied: string[];
}

/** The table that the migration engine keeps; its own definition, since it makes it only when it has something to apply. */
const HISTORY = `CREATE TABLE "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ, "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT, "rolled_back_at" TIMESTAMPTZ, "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`;

/** Checks a backup to its last byte, and that this version knows its schema. Throws `invalid` otherwise. Changes nothing. */
export async function checkBackup(file: string): Promise<Header> {
  const header = await verifyBackup(file);
  const known = new Set(migrationNames());
  const unknown = header.migrations.filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new AppError(
      "invalid",
      `This backup was made by a newer Assay (version ${header.app}, with ${unknown.join(", ")}), and this one cannot read it. Nothing was changed. Install that version or a later one, and restore again.`,
    );
  return header;
}

/** Whether the place holds accounts, which a restore would throw away. Throws `busy` when a process has it open. */
export async function isInUse(location: Location): Promise<boolean> {
  if ("dataDir" in location && !hasEmbedded(location.dataDir)) return false;
  const database = await openDatabase(location);
  try {
    return await database.transact(async (session) => {
      const tables = await tableNames(session);
      // Tables that are not ours are not thrown away unasked either.
      if (!tables.includes("User")) return tables.length > 0;
      return (await session.query(`SELECT 1 AS one FROM "User" LIMIT 1`)).length > 0;
    });
  } finally {
    await database.close();
  }
}

/**
 * Makes the database anew from a backup, whatever was there, and brings it up to the schema of this version. The old one stays as it was when anything fails
 * before all rows are in. Throws as checkBackup does.
 */
export async function restoreBackup(file: string, location: Location, dataDir: string): Promise<Restored> {
  const header = await checkBackup(file);
  let restored: Restored | undefined;
  const fill = async (database: Database) => {
    const files = await database.transact((session) => build(session, file, header, dataDir));
    restored = { header, files, applied: await applyMigrations(database) };
  };
  if ("dataDir" in location) await replaceEmbedded(location.dataDir, fill);
  else {
    const database = await openDatabase(location);
    await fill(database).finally(database.close);
  }
  if (!restored) throw new Error("A restore ended without a result.");
  return restored;
}

/** In one transaction: nothing of the old, the schema that the backup had, and its rows. */
async function build(session: SqlSession, file: string, header: Header, dataDir: string): Promise<number> {
  if ((await tableNames(session)).length > 0) await session.script("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  for (const name of header.migrations) await session.script(readFileSync(path.join(MIGRATIONS_DIR, name, "migration.sql"), "utf8"));
  await session.script(HISTORY);
  let files = 0;
  await whileUnchecked(session, async () => {
    // Migrations may fill tables; the backup has those rows, too.
    for (const table of await tableNames(session)) await session.script(`DELETE FROM "${table}"`);
    files = await load(session, file, dataDir);
  });
  await setCounters(session);
  return files;
}

async function load(session: SqlSession, file: string, dataDir: string): Promise<number> {
  const rows = new RowLoader(session);
  const lines = linesOf(file);
  let table: string | null = null;
  let files = 0;
  let next = await lines.next();
  while (!next.done) {
    const line = next.value;
    const stored = line.startsWith("{") ? FileMark.safeParse(parsed(line)) : null;
    if (stored?.success) {
      const parts = partsFrom(lines);
      await putStoredFile(dataDir, stored.data.file, parts.all());
      files += 1;
      next = parts.after();
      continue;
    }
    if (line.startsWith("[") && table !== null) await rows.load(table, line);
    else table = TableMark.safeParse(parsed(line)).data?.table ?? table;
    next = await lines.next();
  }
  return files;
}

/** The strings that come next, decoded; `after` is the line that ended them. */
function partsFrom(lines: AsyncGenerator<string>): { all: () => AsyncGenerator<Uint8Array>; after: () => IteratorResult<string> } {
  let ended: IteratorResult<string> = { done: true, value: undefined };
  return {
    async *all() {
      for (;;) {
        const next = await lines.next();
        if (next.done || !next.value.startsWith('"')) {
          ended = next;
          return;
        }
        yield Buffer.from(next.value.slice(1, -1), "base64");
      }
    },
    after: () => ended,
  };
}
