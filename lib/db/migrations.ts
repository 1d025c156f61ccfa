import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { SqlSession } from "@/lib/db/session";

// Apart from migrate.ts, so that the server does not carry the migration engine.

/** The folder of the migrations; programs run in the project's root. */
export const MIGRATIONS_DIR = path.join(/*turbopackIgnore: true*/ process.cwd(), "prisma", "migrations");

/** The migrations in the code, in the order in which they are applied. */
export function migrationNames(): string[] {
  if (!existsSync(/*turbopackIgnore: true*/ MIGRATIONS_DIR)) return [];
  return readdirSync(/*turbopackIgnore: true*/ MIGRATIONS_DIR, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The names of the migrations in the code that this database has not finished. Reads only; needs no engine. */
export async function pendingMigrations(prisma: PrismaClient): Promise<string[]> {
  const [table] = await prisma.$queryRaw<{ present: boolean }[]>`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS present`;
  const done = table?.present
    ? await prisma.$queryRaw<{ migration_name: string }[]>`SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL`
    : [];
  const names = new Set(done.map((row) => row.migration_name));
  return migrationNames().filter((name) => !names.has(name));
}

/** The names of the migrations that a database has finished, in the order of their application. */
export async function appliedMigrations(session: SqlSession): Promise<string[]> {
  const [table] = await session.query<{ present: boolean }>("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS present");
  if (!table?.present) return [];
  const rows = await session.query<{ name: string }>(
    "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY finished_at, migration_name",
  );
  return rows.map(({ name }) => name);
}
