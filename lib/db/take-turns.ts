import { setImmediate as turn } from "node:timers/promises";
import type { SqlQueryable } from "@prisma/driver-adapter-utils";

/** How long statements may follow each other before others have their turn, in milliseconds. */
const LONGEST_MS = 10;

let since = performance.now();

/**
 * For a database that works in this thread: its answers come without waiting, so that a hundred statements in a row would hold the thread as one. Others get
 * their turn between two statements.
 */
export function takeTurns<Adapter extends SqlQueryable>(adapter: Adapter): Adapter {
  const [queryRaw, executeRaw] = [adapter.queryRaw.bind(adapter), adapter.executeRaw.bind(adapter)];
  return Object.assign(adapter, {
    queryRaw: async (query: Parameters<SqlQueryable["queryRaw"]>[0]) => afterwards(await queryRaw(query)),
    executeRaw: async (query: Parameters<SqlQueryable["executeRaw"]>[0]) => afterwards(await executeRaw(query)),
  });
}

async function afterwards<Answer>(answer: Answer): Promise<Answer> {
  if (performance.now() - since >= LONGEST_MS) {
    await turn();
    since = performance.now();
  }
  return answer;
}
