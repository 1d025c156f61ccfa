import type { PGlite } from "@electric-sql/pglite";
import pg from "pg";

/** A transaction on one connection, in plain SQL: for work that no model describes, such as backups. */
export interface SqlSession {
  query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Runs several statements at once, without values. */
  script(sql: string): Promise<void>;
}

/** Runs `work` in a transaction that sees the database as it is at its first statement. It is undone when the work fails. */
export type Transact = <Result>(work: (session: SqlSession) => Promise<Result>) => Promise<Result>;

/** Whoever else wants the embedded database waits meanwhile: it has one connection. */
export function transactInProcess(client: PGlite): Transact {
  return (work) =>
    client.transaction((tx) =>
      work({
        query: async <Row>(sql: string, values: readonly unknown[] = []) => (await tx.query<Row>(sql, [...values])).rows,
        script: async (sql) => {
          await tx.exec(sql);
        },
      }),
    );
}

/** On a connection of its own; nobody waits for those that only read. */
export function transactOnServer(url: string): Transact {
  return async (work) => {
    const client = new pg.Client({ connectionString: url, application_name: "assay backup", connectionTimeoutMillis: 5_000 });
    // Said by the query that fails, too; unheard, it would end the process.
    client.on("error", () => undefined);
    await client.connect();
    try {
      await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
      const result = await work({
        query: async <Row>(sql: string, values: readonly unknown[] = []) => (await client.query(sql, [...values])).rows as Row[], // the caller names the columns
        script: async (sql) => {
          await client.query(sql);
        },
      });
      await client.query("COMMIT");
      return result;
    } finally {
      // A connection that ends in the middle of a transaction undoes it.
      await client.end().catch(() => undefined);
    }
  };
}
