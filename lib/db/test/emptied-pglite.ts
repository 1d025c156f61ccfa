import { openAsBlob } from "node:fs";
import type { PGlite } from "@electric-sql/pglite";
import { databaseOf, type Database } from "@/lib/db/open";
import { openPGlite } from "@/lib/db/pglite";

/* A PGlite is dear: some hundred megabytes of memory are touched for the first time. A worker has as many as one test file needs, and empties them for each. */

/** `schema` is what `schemaOf` said when it was new, and `tables` are all that hold rows of the application. */
interface Kept {
  client: PGlite;
  schema: string;
  tables: string;
}

// Those that no test file has just now. On globalThis, because a worker loads this module anew for each test file.
const shared = globalThis as typeof globalThis & { keptPGlites?: Kept[] };
const free = (shared.keptPGlites ??= []);

/** A PGlite of this worker, as it was when it was new; its end gives it back. One whose schema a test has changed gives way to another. */
export async function emptiedPGlite(image: string): Promise<Database> {
  const kept = (await emptied(free.pop())) ?? (await opened(image));
  const { reach, end } = loan(kept.client);
  const database = databaseOf(reach, () => undefined);
  return {
    ...database,
    close: async () => {
      await database.prisma.$disconnect();
      if (end()) free.push(kept);
    },
  };
}

async function opened(image: string): Promise<Kept> {
  const client = await openPGlite({ image: await openAsBlob(image) });
  const { rows } = await client.query<{ tables: string }>(
    "SELECT string_agg(quote_ident(tablename), ', ') AS tables FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'",
  );
  return { client, schema: await schemaOf(client), tables: rows[0]?.tables ?? "" };
}

async function emptied(kept: Kept | undefined): Promise<Kept | null> {
  if (!kept || kept.client.closed) return null;
  const { client, schema, tables } = kept;
  await client.exec("DISCARD ALL");
  await client.exec(`TRUNCATE ${tables} RESTART IDENTITY`);
  if ((await schemaOf(client)) === schema) return kept;
  await client.close();
  return null;
}

/** All that migrations make, and that only another migration may change: columns, rules, indexes, triggers, functions; and what migrations were applied. */
async function schemaOf(client: PGlite): Promise<string> {
  const { rows } = await client.query<{ schema: string }>(SCHEMA);
  return rows[0]?.schema ?? "";
}

const SCHEMA = `
  SELECT md5(concat(
    (SELECT string_agg(concat_ws(' ', attrelid::regclass, attname, atttypid, attnotnull, attisdropped), ',' ORDER BY attrelid, attnum)
      FROM pg_attribute WHERE attrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)),
    (SELECT string_agg(concat_ws(' ', oid, pg_get_constraintdef(oid)), ',' ORDER BY oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace),
    (SELECT string_agg(concat_ws(' ', oid, tgenabled), ',' ORDER BY oid) FROM pg_trigger),
    (SELECT string_agg(concat_ws(' ', oid, md5(prosrc)), ',' ORDER BY oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace),
    (SELECT string_agg(concat_ws(' ', oid, relname), ',' ORDER BY oid) FROM pg_class WHERE relnamespace = 'public'::regnamespace),
    (SELECT string_agg(concat_ws(' ', id, finished_at, rolled_back_at), ',' ORDER BY id) FROM "_prisma_migrations")
  )) AS schema`;

/** A way to the client that `end` cuts off: what a test file left running reaches nothing of the next one's. Says whether it was open. */
function loan(client: PGlite): { reach: PGlite; end: () => boolean } {
  let over = false;
  const reach = new Proxy(client, {
    get(target, name) {
      if (over) throw new Error("The test file that this database was for has ended.");
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? (value as (...args: unknown[]) => unknown).bind(target) : value;
    },
  });
  const end = () => {
    const open = !over;
    over = true;
    return open;
  };
  return { reach, end };
}
