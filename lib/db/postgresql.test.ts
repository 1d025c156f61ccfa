import { setImmediate as turn } from "node:timers/promises";
import type { SqlQuery } from "@prisma/driver-adapter-utils";
import { expect, it } from "vitest";
import { inOrder } from "./postgresql";

const query = (sql: string): SqlQuery => ({ sql, args: [], argTypes: [] });

/** A connection that tells what goes on in it. */
function connection() {
  const log: string[] = [];
  const run = async <Answer>({ sql }: SqlQuery, answer: Answer): Promise<Answer> => {
    log.push(`${sql} begins`);
    await turn();
    log.push(`${sql} ends`);
    if (sql === "fails") throw new Error("no");
    return answer;
  };
  return { log, queryRaw: (asked: SqlQuery) => run(asked, { columnNames: [], columnTypes: [], rows: [] }), executeRaw: (asked: SqlQuery) => run(asked, 1) };
}

it("asks a connection one thing at a time, in the order of asking, also after one that failed", async () => {
  const { log, ...rest } = connection();
  const ordered = inOrder(rest);
  const outcomes = await Promise.allSettled([ordered.queryRaw(query("first")), ordered.executeRaw(query("fails")), ordered.queryRaw(query("last"))]);
  expect(log).toEqual(["first begins", "first ends", "fails begins", "fails ends", "last begins", "last ends"]);
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});
