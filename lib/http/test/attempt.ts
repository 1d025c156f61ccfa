import type { Operation } from "@/lib/commands/command";
import type { Tx } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import type { Actor } from "@/lib/domain/role";
import { CATALOGUE } from "../catalogue";

interface Asked {
  prisma: PrismaClient;
  actor: Actor;
}

class Undone extends Error {}

/** Asks as the actor may; what is written is taken back. `before` sets the scene in the same transaction. */
async function attempt({ prisma, actor }: Asked, operation: Operation, input: object, before?: (tx: Tx) => Promise<unknown>): Promise<unknown> {
  const parsed = operation.schema.parse(input);
  if (operation.kind === "query") return operation.run(actor, parsed);
  if (operation.kind === "stream")
    return operation.run(actor, parsed, { lastEventId: null, actorsOf: () => Promise.resolve(new Map()), failed: () => undefined });
  if (operation.kind === "public") throw new Error("Nobody is signed in here.");
  const prepared = await operation.prepare(actor, parsed);
  let result: unknown;
  const undone = prisma.$transaction(async (tx) => {
    await before?.(tx);
    result = await operation.run({ actor, tx, now: new Date() }, parsed, prepared);
    throw new Undone();
  });
  await undone.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
  return result;
}

/** What came of asking at an entry of the catalogue, as it would be sent. Throws what is none of the expected failures. */
export async function outcomeOf(asked: Asked, endpoint: string, input: object, before?: (tx: Tx) => Promise<unknown>): Promise<{ code: string; body: string }> {
  const operation = CATALOGUE[endpoint];
  if (!operation) throw new Error(`There is no ${endpoint}.`);
  try {
    return { code: "done", body: JSON.stringify(await attempt(asked, operation, input, before)) ?? "" };
  } catch (error) {
    if (!(error instanceof AppError)) throw new Error(`${endpoint} cannot be asked so.`, { cause: error });
    return { code: error.code, body: JSON.stringify([error.message, error.details]) };
  }
}
