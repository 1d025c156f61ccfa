import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { takeTurns } from "./take-turns";

/** Open the embedded database: in `directory`, or in memory, from the image of a data directory when one is given. */
export async function openPGlite(options: { directory?: string; image?: Blob }): Promise<PGlite> {
  const { directory, image } = options;
  return PGlite.create({
    dataDir: directory ?? "memory://",
    extensions: { pg_trgm, unaccent },
    ...(image ? { loadDataDir: image } : {}),
  });
}

/**
 * The driver adapter for an open PGlite. It mends two faults of the package's own: there, a commit that fails is reported as a success,
 * and a script is not waited for.
 */
export class PGliteAdapter implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = "postgres";
  readonly adapterName = "assay-pglite";
  readonly #client: PGlite;

  constructor(client: PGlite) {
    this.#client = client;
  }

  async connect(): Promise<SqlDriverAdapter> {
    return takeTurns(reliable(this.#client, await new PrismaPGlite(this.#client).connect()));
  }

  connectToShadowDb(): Promise<SqlDriverAdapter> {
    return Promise.reject(new Error("Migrations are compared in a database of their own: see schemaDrift."));
  }
}

function reliable(client: PGlite, adapter: SqlDriverAdapter): SqlDriverAdapter {
  return Object.assign(adapter, {
    executeScript: async (script: string) => {
      await client.exec(script);
    },
    startTransaction: async () => {
      let outcome: Promise<unknown> = Promise.resolve();
      const observed = {
        transaction: (work: Parameters<PGlite["transaction"]>[0]) => {
          outcome = client.transaction(work);
          return outcome;
        },
      };
      // The adapter uses nothing but `transaction` of its client to begin one.
      const transaction = await (await new PrismaPGlite(observed as unknown as PGlite).connect()).startTransaction();
      const commit = transaction.commit.bind(transaction);
      return Object.assign(takeTurns(transaction), {
        commit: async () => {
          await commit();
          await outcome;
        },
      });
    },
  });
}
