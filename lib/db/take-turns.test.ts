import type { SqlQueryable } from "@prisma/driver-adapter-utils";
import { expect, it } from "vitest";
import { takeTurns } from "./take-turns";

/** A database that works in this thread: it answers at once, after a while in which nothing else goes on. */
const inThread = (): SqlQueryable => ({
  provider: "postgres",
  adapterName: "in this thread",
  queryRaw: () => {
    const end = performance.now() + 4;
    while (performance.now() < end);
    return Promise.resolve({ columnNames: [], columnTypes: [], rows: [] });
  },
  executeRaw: () => Promise.resolve(1),
});

it("lets others have their turn while many statements follow each other", async () => {
  const database = takeTurns(inThread());
  let turns = 0;
  let done = false;
  const others = (): void => {
    turns += 1;
    if (!done) setImmediate(others);
  };
  setImmediate(others);
  for (let asked = 0; asked < 20; asked += 1) await database.queryRaw({ sql: "SELECT 1", args: [], argTypes: [] });
  done = true;
  expect(turns).toBeGreaterThan(2);
});
