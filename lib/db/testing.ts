import { randomUUID } from "node:crypto";
import type { SqlQueryable } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { inject } from "vitest";
import { openDatabase, type Database } from "@/lib/db/open";
import { emptiedPGlite } from "@/lib/db/test/emptied-pglite";
import { lend } from "@/lib/db/test/lent";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the tests of this run find a migrated, empty database to copy: an image file for PGlite, or a server with a template. */
    database: { engine: "pglite"; image: string } | { engine: "postgresql"; serverUrl: string; template: string };
  }
}

/** A migrated, empty database, on the engine of this run. Take one for each test file. It needs no closing: it ends with the file. */
export async function freshDatabase(): Promise<Database> {
  const given = inject("database");
  const database = given.engine === "pglite" ? await emptiedPGlite(given.image) : await copyOnServer(given.serverUrl, given.template);
  return lend(database);
}

async function copyOnServer(serverUrl: string, template: string): Promise<Database> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  await server.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  await server.end();
  return openDatabase({ url: databaseUrl(serverUrl, name) });
}

/**
 * Counts what goes to the database itself, whatever asks for it, also within transactions. Set it up before the first query; the function it returns
 * says how many a piece of work takes.
 */
export function queryCounter({ adapter }: Database): (work: () => Promise<unknown>) => Promise<number> {
  let queries = 0;
  const count = <Queryable extends SqlQueryable>(queryable: Queryable): Queryable => {
    const [ask, tell] = [queryable.queryRaw.bind(queryable), queryable.executeRaw.bind(queryable)];
    queryable.queryRaw = (query) => {
      queries += 1;
      return ask(query);
    };
    queryable.executeRaw = (query) => {
      queries += 1;
      return tell(query);
    };
    return queryable;
  };
  const connect = adapter.connect.bind(adapter);
  adapter.connect = async () => {
    const connection = count(await connect());
    const start = connection.startTransaction.bind(connection);
    connection.startTransaction = async (level) => count(await start(level));
    return connection;
  };
  return async (work) => {
    const before = queries;
    await work();
    return queries - before;
  };
}

/** The address of another database on the same server. */
export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
