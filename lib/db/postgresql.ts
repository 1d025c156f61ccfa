import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapter, SqlQueryable, Transaction } from "@prisma/driver-adapter-utils";

/**
 * The driver adapter for a PostgreSQL server. It mends a fault of the package's own: Prisma asks for the relations of a record all at once, in a transaction
 * too, whose one connection takes one question at a time; that pg puts them in a row itself ends with its version 9.
 */
export class PgAdapter extends PrismaPg {
  override async connect(): ReturnType<PrismaPg["connect"]> {
    const adapter = await super.connect();
    const begin: SqlDriverAdapter["startTransaction"] = adapter.startTransaction.bind(adapter);
    return Object.assign(adapter, { startTransaction: async (...given: Parameters<typeof begin>) => inOrder(await begin(...given)) });
  }
}

/** Each statement waits for those before it. */
export function inOrder<Connection extends Pick<Transaction, "queryRaw" | "executeRaw">>(connection: Connection): Connection {
  const [queryRaw, executeRaw] = [connection.queryRaw.bind(connection), connection.executeRaw.bind(connection)];
  let last: Promise<unknown> = Promise.resolve();
  function after<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    const answer = last.then(ask);
    last = answer.catch(() => undefined);
    return answer;
  }
  return Object.assign(connection, {
    queryRaw: (query: Parameters<SqlQueryable["queryRaw"]>[0]) => after(() => queryRaw(query)),
    executeRaw: (query: Parameters<SqlQueryable["executeRaw"]>[0]) => after(() => executeRaw(query)),
  });
}
