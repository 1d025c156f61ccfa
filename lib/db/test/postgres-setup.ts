import pg from "pg";
import type { TestProject } from "vitest/node";
import { applyMigrations } from "@/lib/db/migrate";
import { openDatabase } from "@/lib/db/open";
import { databaseUrl } from "@/lib/db/testing";
import { startPostgres } from "@/lib/db/test/postgres-server";

const TEMPLATE = "assay_template";

/** Start a PostgreSQL for this run, with one migrated database to copy. Returns its end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  const maintenance = new pg.Client({ connectionString: server.url });
  await maintenance.connect();
  await maintenance.query(`CREATE DATABASE "${TEMPLATE}"`);
  await maintenance.end();

  const database = await openDatabase({ url: databaseUrl(server.url, TEMPLATE) });
  await applyMigrations(database);
  await database.close();

  project.provide("database", { engine: "postgresql", serverUrl: server.url, template: TEMPLATE });
  return server.stop;
}
