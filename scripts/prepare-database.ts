import { migrateSafely } from "@/lib/backup/migrate-safely";
import { newToken } from "@/lib/commands/token";
import { configuredLocation } from "@/lib/db/client";
import { createEmbedded, openDatabase, type Database } from "@/lib/db/open";
import { DEMO_PASSWORD } from "@/lib/domain/demo";
import { AppError } from "@/lib/domain/errors";
import { env } from "@/lib/env";

/** What the starting process is told (see scripts/bootstrap/database.mjs). */
interface Prepared {
  created: boolean;
  applied: string[];
  /** The accounts that everybody may use, where there are such. */
  demo: { emails: string[]; password: string } | null;
  /** The one-time token of the setup page, while nobody has an account. */
  setupToken: string | null;
}

async function prepareDatabase(): Promise<Prepared> {
  const location = configuredLocation();
  let prepared: Prepared | undefined;
  if ("dataDir" in location) {
    await createEmbedded(location.dataDir, async (database) => {
      prepared = await bringUpToDate(database);
    });
    if (prepared) return prepared;
  }
  const database = await openDatabase(location);
  try {
    if ("url" in location) await reach(database);
    return await alone(database, () => bringUpToDate(database));
  } finally {
    await database.close();
  }
}

/** The number of the lock under which a server's database is prepared: any that nobody else takes. */
const PREPARING = 20_190_719;

/** Of several processes that start on one server, one prepares the database, and the others wait and find it done. The embedded one is locked as a whole. */
function alone<Result>(database: Database, work: () => Promise<Result>): Promise<Result> {
  if (database.engine === "pglite") return work();
  return database.transact(async (session) => {
    await session.query("SELECT pg_advisory_xact_lock($1)", [PREPARING]);
    return work();
  });
}

/** Throws `unavailable` with what the server said, in one sentence. */
async function reach({ prisma }: Database): Promise<void> {
  try {
    await prisma.$queryRaw`SELECT 1`;
  } catch (error) {
    const said = error instanceof Error ? (/Message: `(.+)`/.exec(error.message)?.[1] ?? error.message) : String(error);
    throw new AppError("unavailable", `The database of DATABASE_URL does not answer (${said}): start it, or correct DATABASE_URL.`);
  }
}

async function bringUpToDate(database: Database): Promise<Prepared> {
  const { prisma } = database;
  const { applied } = await migrateSafely(database, env.DATA_DIR, env.MIGRATION_BACKUPS, new Date());
  const known = await prisma.instance.findUnique({ where: { id: 1 }, select: { demo: true } });
  if (!known) {
    // Loaded only now: it brings the whole application along, and a second start has no need of it.
    if (env.ASSAY_DEMO) await (await import("@/prisma/seed")).seedDemo(prisma);
    else await prisma.instance.create({ data: { id: 1, demo: false } });
  }
  const demo = known?.demo ?? env.ASSAY_DEMO;
  return { created: !known, applied, demo: demo ? await demoAccounts(database) : null, setupToken: await renewSetupToken(database) };
}

async function demoAccounts({ prisma }: Database): Promise<Prepared["demo"]> {
  const accounts = await prisma.user.findMany({ where: { demo: true }, orderBy: { createdAt: "asc" }, select: { email: true } });
  return { emails: accounts.map(({ email }) => email), password: DEMO_PASSWORD };
}

/** Each start without an account makes a new token: an old log opens nothing. */
async function renewSetupToken({ prisma }: Database): Promise<string | null> {
  if ((await prisma.user.count()) > 0) return null;
  const { token, tokenHash } = newToken();
  await prisma.instance.update({ where: { id: 1 }, data: { setupTokenHash: tokenHash } });
  return token;
}

try {
  const prepared = await prepareDatabase();
  process.send?.(prepared);
} catch (error) {
  // A sentence for an expected failure; the whole story for any other.
  console.error(error instanceof AppError ? error.message : error);
  process.exitCode = 1;
}
process.disconnect?.();
