import { createHash } from "node:crypto";
import { RateLimiterMemory, RateLimiterPrisma } from "rate-limiter-flexible";
import { db } from "@/lib/db/client";

interface Limit {
  name: string;
  points: number;
  /** In seconds. */
  duration: number;
  /** From so many on a key is refused by this process alone, without asking the database. */
  blockedFrom: number;
}

/** A limit that all processes on one PostgreSQL server count together. While the database does not answer each counts for itself. */
export class SharedLimiter extends RateLimiterPrisma {
  constructor({ name, points, duration, blockedFrom }: Limit) {
    super({
      ...{ points, duration, keyPrefix: name, inMemoryBlockOnConsumed: blockedFrom, insuranceLimiter: new RateLimiterMemory({ points, duration }) },
      storeClient: { tryCount },
      tableName: "tryCount",
      // Old rows are swept by lib/jobs/housekeeping.ts.
      clearExpiredByTimeout: false,
    });
  }

  /** Hashed: addresses of people are kept in no further place, nor in a backup. */
  override getKey(key: string | number): string {
    return super.getKey(createHash("sha256").update(String(key)).digest("base64url"));
  }
}

type Rows = Awaited<ReturnType<typeof db>>["tryCount"];

/** What the library asks of its table, of the database that is open at that moment. */
const tryCount = {
  upsert: async (asked: Parameters<Rows["upsert"]>[0]) => (await db()).tryCount.upsert(asked),
  deleteMany: async (asked: Parameters<Rows["deleteMany"]>[0]) => (await db()).tryCount.deleteMany(asked),
  findFirst: async (asked: Parameters<Rows["findFirst"]>[0]) => (await db()).tryCount.findFirst(asked),
};
