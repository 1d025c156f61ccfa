import { AppError } from "@/lib/domain/errors";
import { migrationNames } from "@/lib/db/migrations";
import type { Database } from "@/lib/db/open";
import { findFaults } from "@/lib/queries/integrity";
import { bad, could, good, type Finding } from "./finding";

/** How far the clocks of the database and of this machine may be apart, in milliseconds. */
const APART_MS = 5_000;
const OLDEST_SERVER = 150_000;

/** What is asked of an open database. */
export const DATABASE_CHECKS: Record<string, (database: Database) => Promise<Finding>> = {
  Database: async ({ engine, prisma }) => {
    const [row] = await prisma.$queryRaw<
      { number: number; version: string }[]
    >`SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version`;
    if ((row?.number ?? 0) < OLDEST_SERVER) return bad(`PostgreSQL ${row?.version ?? "?"} is too old.`, "Use PostgreSQL 15 or later.");
    return good(engine === "pglite" ? "embedded" : `PostgreSQL ${row?.version ?? ""}`);
  },
  Schema: async ({ prisma }) => {
    const [table] = await prisma.$queryRaw<{ present: boolean }[]>`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS present`;
    if (!table?.present) return bad("The database is empty.", '"npm start" fills it, or "npm run restore" does from a backup.');
    const rows = await prisma.$queryRaw<{ name: string; done: boolean }[]>`
      SELECT "migration_name" AS name, "finished_at" IS NOT NULL AS done FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`;
    return schema(migrationNames(), rows);
  },
  "Clock of the database": async ({ prisma }) => {
    const [row] = await prisma.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
    const apart = Math.abs((row?.now.getTime() ?? 0) - Date.now());
    if (apart > APART_MS)
      return bad(`It is ${(apart / 1000).toFixed(0)} seconds away from this machine's.`, "Let both machines take the time from the network (NTP).");
    return good("as this machine's");
  },
  Records: async ({ prisma }) => {
    const faults = await findFaults(prisma);
    if (faults.length === 0) return good("fit each other");
    const says = faults.map(({ what, count, examples }) => `${what}: ${String(count)} (${examples.join(", ")})`).join("; ");
    return bad(`${says}.`, "Make a backup as it is, and compare with earlier ones (npm run restore into another DATA_DIR). Nothing was changed here.");
  },
};

export function schema(known: readonly string[], rows: readonly { name: string; done: boolean }[]): Finding {
  const failed = rows.find(({ done }) => !done);
  if (failed)
    return bad(
      `The migration ${failed.name} did not finish.`,
      "Restore the backup that was made before it (DATA_DIR/backups), with the version of Assay that made it.",
    );
  const done = new Set(rows.map(({ name }) => name));
  const unknown = [...done].filter((name) => !known.includes(name));
  if (unknown.length > 0)
    return bad(`The database was used by a newer Assay (${unknown.join(", ")}).`, "Install that version or a later one, or restore a backup from before.");
  const missing = known.filter((name) => !done.has(name));
  if (missing.length > 0) return could(`${missing.join(", ")} must be applied.`, '"npm start" does it, or "npm run db:migrate"; both make a backup first.');
  return good(`${String(known.length)} migrations, none missing`);
}

/** The finding in place of the database's when it could not be opened. */
export function unopened(error: unknown): Finding {
  if (error instanceof AppError && error.code === "unavailable") return could(error.message, "If there should be one, look at DATA_DIR.");
  if (error instanceof AppError) return bad(error.message, "Look whether that process should run.");
  return bad(
    `It does not answer (${error instanceof Error ? (error.message.split("\n").at(-1) ?? "") : String(error)}).`,
    "Start it, or correct DATABASE_URL: host, port, user, password.",
  );
}
