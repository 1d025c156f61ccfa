import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import type { PrismaClient } from "@/lib/db/generated/client";
import { applyMigrations } from "@/lib/db/migrate";
import { createEmbedded, openDatabase, type Database, type Location } from "@/lib/db/open";
import { startPostgres } from "@/lib/db/test/postgres-server";
import type { Actor } from "@/lib/domain/role";
import { createDocument, createMember, type MadeDocument } from "@/prisma/factories";

const ROUNDS = 3;
/** Claims that a writer commits before it, or the server under it, is killed in the middle of the next. */
const BEFORE_THE_KILL = 7;

let location: Location;
let cleanUp: () => Promise<void>;
let actor: Actor;
let document: MadeDocument;

/** A database of its own, since it is going to crash. */
async function prepare(): Promise<void> {
  const fill = async (database: Database) => {
    await applyMigrations(database);
    actor = await createMember(database.prisma, { role: "editor" });
    document = await createDocument(database.prisma, { actor });
  };
  if (inject("database").engine === "pglite") {
    const dataDir = await mkdtemp(path.join(tmpdir(), "assay-crash-"));
    await createEmbedded(dataDir, fill);
    location = { dataDir };
    cleanUp = () => rm(dataDir, { recursive: true, force: true });
  } else {
    const server = await startPostgres();
    location = { url: server.url };
    cleanUp = server.stop;
    const database = await openDatabase(location);
    await fill(database);
    await database.close();
  }
}

/** Lets another process write, kills what `kill` names while it does, and answers the claims that were acknowledged until then. */
async function writeUntilKilled(kill: (writer: number) => Promise<void>): Promise<string[]> {
  const given = [location, actor, document].map((value) => JSON.stringify(value));
  const writer = spawn(process.execPath, ["--import", "tsx", "lib/db/test/writer.ts", ...given], { stdio: ["ignore", "pipe", "ignore"] });
  const ended = new Promise((resolve) => writer.once("exit", resolve));
  const acknowledged: string[] = [];
  let killing = Promise.resolve();
  for await (const id of createInterface({ input: writer.stdout })) {
    acknowledged.push(id);
    if (acknowledged.length === BEFORE_THE_KILL) killing = kill(writer.pid ?? 0);
  }
  await killing;
  await ended;
  return acknowledged;
}

/** SIGKILL for the writer. */
function killWriter(writer: number): Promise<void> {
  process.kill(writer, "SIGKILL");
  return Promise.resolve();
}

/** SIGKILL for the server's process that works for the writer: PostgreSQL then ends all the others and recovers from its log. */
async function killServer(): Promise<void> {
  const { prisma, close } = await openDatabase(location);
  const [{ pid } = { pid: 0 }] = await prisma.$queryRaw<{ pid: number }[]>`
    SELECT pid FROM pg_stat_activity WHERE "datname" = current_database() AND "backend_type" = 'client backend' AND pid <> pg_backend_pid() LIMIT 1`;
  process.kill(pid, "SIGKILL");
  await close();
}

/** Opens the database, as soon as its server has recovered. */
async function reopened(): Promise<Database> {
  const database = await openDatabase(location);
  await expect.poll(() => database.prisma.$queryRaw`SELECT 1`.catch((error: unknown) => error), { timeout: 30_000 }).not.toBeInstanceOf(Error);
  return database;
}

async function findHalfDone(prisma: PrismaClient): Promise<string[]> {
  const claims = await prisma.claim.findMany({ select: { id: true, _count: { select: { anchors: true } } } });
  const events = new Set((await prisma.event.findMany({ where: { type: "claim.created" }, select: { claimId: true } })).map(({ claimId }) => claimId));
  return claims.filter(({ id, _count }) => _count.anchors === 0 || !events.has(id)).map(({ id }) => id);
}

beforeAll(prepare);
afterAll(() => cleanUp());

const KILLS: { who: string; kill: (writer: number) => Promise<void> }[] = [{ who: "writer", kill: killWriter }];
if (inject("database").engine === "postgresql") KILLS.push({ who: "server", kill: killServer });

it.each(KILLS)("no acknowledged write is lost and none is half-done, however often the $who is killed", async ({ kill }) => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const acknowledged = await writeUntilKilled(kill);
    expect(acknowledged.length).toBeGreaterThanOrEqual(BEFORE_THE_KILL);
    const { prisma, close } = await reopened();
    expect(await prisma.claim.count({ where: { id: { in: acknowledged } } })).toBe(acknowledged.length);
    expect(await findHalfDone(prisma)).toEqual([]);
    await close();
  }
});
