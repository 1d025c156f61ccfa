import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationList } from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { Database } from "@/lib/db/open";
import { MIGRATIONS_DIR, migrationNames } from "@/lib/db/migrations";
import { openPGlite, PGliteAdapter } from "@/lib/db/pglite";
import { withSchemaEngine } from "@/lib/db/schema-engine";

const SCHEMA = path.resolve("prisma/schema.prisma");
type Migratable = Pick<Database, "adapter">;

const NO_FILTER = { externalTables: [], externalEnums: [] };

/** Apply what is missing, in order. Returns the names of the migrations applied now. */
export async function applyMigrations(database: Migratable): Promise<string[]> {
  return withSchemaEngine(
    database.adapter,
    async (engine) => (await engine.applyMigrations({ migrationsList: migrationList(), filters: NO_FILTER })).appliedMigrationNames,
  );
}

/** The SQL that takes a migrated database to the schema; null when they agree. Compares in a database in memory. */
export async function schemaDrift(): Promise<string | null> {
  const client = await openPGlite({});
  const adapter = new PGliteAdapter(client);
  // This database has no other use, so it can be the shadow itself.
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: "postgres",
    adapterName: adapter.adapterName,
    connect: () => adapter.connect(),
    connectToShadowDb: () => adapter.connect(),
  };
  try {
    const { stdout } = await withSchemaEngine(factory, (engine) =>
      engine.diff({
        from: { tag: "migrations", ...migrationList() },
        to: { tag: "schemaDatamodel", files: schemaFiles() },
        script: true,
        exitCode: true,
        filters: NO_FILTER,
      }),
    );
    const script = (stdout ?? "").trim();
    return script === "" || script.startsWith("-- This is an empty migration") ? null : `${script}\n`;
  } finally {
    await client.close();
  }
}

/** Write the difference between the migrations and the schema as a new migration. Returns its name, or null when there is none. */
export async function writeMigration(title: string): Promise<string | null> {
  const script = await schemaDrift();
  if (script === null) return null;
  const name = nextMigration(migrationNames(), title);
  await mkdir(path.join(MIGRATIONS_DIR, name), { recursive: true });
  await writeFile(path.join(MIGRATIONS_DIR, name, "migration.sql"), script);
  return name;
}

/** The name of a migration that comes after all others, whatever numbers were left out. */
export function nextMigration(names: readonly string[], title: string): string {
  const last = Math.max(0, ...names.map((name) => Number.parseInt(name, 10)));
  return `${String(last + 1).padStart(4, "0")}_${title}`;
}

function migrationList(): MigrationList {
  return {
    baseDir: MIGRATIONS_DIR,
    lockfile: { path: "migration_lock.toml", content: readFileSync(path.join(MIGRATIONS_DIR, "migration_lock.toml"), "utf8") },
    shadowDbInitScript: "",
    migrationDirectories: migrationNames().map((name) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: readFileSync(path.join(MIGRATIONS_DIR, name, "migration.sql"), "utf8") } },
    })),
  };
}

function schemaFiles(): { path: string; content: string }[] {
  return [{ path: SCHEMA, content: readFileSync(SCHEMA, "utf8") }];
}
