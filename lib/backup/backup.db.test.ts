import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { newBackupFile } from "@/lib/backup/kept";
import { migrateSafely } from "@/lib/backup/migrate-safely";
import { checkBackup, isInUse, restoreBackup } from "@/lib/backup/restore";
import { writeBackup } from "@/lib/backup/write-backup";
import { Prisma, type PrismaClient } from "@/lib/db/generated/client";
import { migrationNames, pendingMigrations } from "@/lib/db/migrations";
import { openDatabase, type Database, type Location } from "@/lib/db/open";
import { databaseUrl, freshDatabase } from "@/lib/db/testing";
import type { Actor } from "@/lib/domain/role";
import { createClaim, createDocument, createMember, type MadeDocument } from "@/prisma/factories";

// A new embedded database takes its time where the machine is busy.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const NOW = new Date("2026-03-01T10:00:00Z");
const NAUGHTY = 'Zeilen\u2028trenner, ein \\ Schrägstrich, "Zeichen", 👩🏽‍🚀 und القمة';

const folder = mkdtempSync(path.join(tmpdir(), "assay-backup-"));
const dataDir = path.join(folder, "data");
const file = path.join(folder, "whole.jsonl.gz");
let source: Database;
let actor: Actor;
let document: MadeDocument;
let before: string;
let place: Location;

/** Everything that the models tell, by their own way of reading. */
async function contentsOf(prisma: PrismaClient): Promise<string> {
  const rows = [
    await prisma.user.findMany({ orderBy: { id: "asc" } }),
    await prisma.workspace.findMany({ orderBy: { id: "asc" } }),
    await prisma.document.findMany({ orderBy: { id: "asc" } }),
    await prisma.revision.findMany({ orderBy: { id: "asc" } }),
    await prisma.claim.findMany({ orderBy: { id: "asc" } }),
    await prisma.anchor.findMany({ orderBy: { id: "asc" } }),
    await prisma.evidence.findMany({ orderBy: { id: "asc" } }),
    await prisma.ruling.findMany({ orderBy: { id: "asc" } }),
    await prisma.event.findMany({ orderBy: { seq: "asc" } }),
    await prisma.idempotencyKey.findMany({ orderBy: { key: "asc" } }),
  ];
  return createHash("sha256")
    .update(JSON.stringify(rows, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)))
    .digest("hex");
}

/** A place without a database, on the engine of this run. */
async function emptyPlace(): Promise<Location> {
  const given = inject("database");
  if (given.engine === "pglite") return { dataDir: mkdtempSync(path.join(folder, "embedded-")) };
  const name = `restored_${randomUUID().replaceAll("-", "")}`;
  const server = new pg.Client({ connectionString: given.serverUrl });
  await server.connect();
  await server.query(`CREATE DATABASE "${name}"`);
  await server.end();
  return { url: databaseUrl(given.serverUrl, name) };
}

async function inside<Result>(location: Location, work: (database: Database) => Promise<Result>): Promise<Result> {
  const database = await openDatabase(location);
  return work(database).finally(database.close);
}

/** The file with its text changed and its checksum made to fit. */
function forged(name: string, change: (lines: string[]) => string[]): string {
  const lines = change(gunzipSync(readFileSync(file)).toString("utf8").trimEnd().split("\n").slice(0, -1));
  const text = lines.map((line) => `${line}\n`).join("");
  const end = JSON.stringify({ end: true, lines: lines.length, sha256: createHash("sha256").update(text).digest("hex") });
  const forgedFile = path.join(folder, name);
  writeFileSync(forgedFile, gzipSync(`${text}${end}\n`));
  return forgedFile;
}

beforeAll(async () => {
  source = await freshDatabase();
  const { prisma } = source;
  actor = await createMember(prisma, { role: "admin", name: NAUGHTY });
  document = await createDocument(prisma, { actor, title: NAUGHTY });
  for (let claim = 0; claim < 3; claim += 1) await createClaim(prisma, { actor, document, state: "approved" });
  await prisma.idempotencyKey.create({ data: { userId: actor.userId, key: "null", requestHash: "", status: 200, body: Prisma.JsonNull } });
  mkdirSync(path.join(dataDir, "exports"), { recursive: true });
  writeFileSync(path.join(dataDir, "exports", "small"), "a file");
  writeFileSync(path.join(dataDir, "exports", "large"), Buffer.alloc(2_000_000, "0123456789abcdef"));
  writeFileSync(path.join(dataDir, "exports", "unfinished.part"), "half");
  writeFileSync(path.join(dataDir, "secret"), "secret");
  before = await contentsOf(prisma);
  await writeBackup(source, dataDir, file, NOW);
  place = await emptyPlace();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a backup", () => {
  it("brings back every row and file, to a place without a database", async () => {
    expect(await isInUse(place)).toBe(false);
    const files = mkdtempSync(path.join(folder, "files-"));
    expect(await restoreBackup(file, place, files)).toMatchObject({ files: 2, applied: [] });
    await inside(place, async ({ prisma }) => {
      expect(await contentsOf(prisma)).toBe(before);
      expect(await pendingMigrations(prisma)).toEqual([]);
      // Its counters go on, its rules hold, and its triggers run.
      await createClaim(prisma, { actor, document });
      await expect(prisma.membership.create({ data: { workspaceId: "nowhere", userId: actor.userId, role: "admin" } })).rejects.toThrow();
      const [triggers] = await prisma.$queryRaw<{ off: number }[]>`SELECT count(*)::int AS off FROM pg_trigger WHERE tgenabled <> 'O' AND NOT tgisinternal`;
      expect(triggers).toEqual({ off: 0 });
    });
    expect(readdirSync(path.join(files, "exports")).sort()).toEqual(["large", "small"]);
    expect(readFileSync(path.join(files, "exports", "large")).equals(Buffer.alloc(2_000_000, "0123456789abcdef"))).toBe(true);
    expect(readdirSync(files)).toEqual(["exports"]);
  });

  it("has everything as it was at one moment, while somebody writes", async () => {
    let done = false;
    const writing = (async () => {
      let written = 0;
      for (; !done; written += 1) {
        await createClaim(source.prisma, { actor, document });
        // The embedded database never waits for anything outside of the process: without this nothing else would have its turn.
        await new Promise(setImmediate);
      }
      return written;
    })();
    const live = path.join(folder, "live.jsonl.gz");
    await writeBackup(source, dataDir, live, NOW).finally(() => (done = true));
    expect(await writing).toBeGreaterThan(0);
    const { Claim = [], Anchor = [], Event = [], Document = [] } = rowsIn(live);
    // A claim, its anchor, its event and its number are written in one transaction.
    expect(Claim.length).toBeGreaterThanOrEqual(3);
    expect(Anchor.length).toBe(Claim.length);
    expect(Event.filter(({ type }) => type === "claim.created").length).toBe(Claim.length);
    expect(Document.map(({ claimCount }) => claimCount)).toEqual([Claim.length]);
  });

  it("of an older schema is migrated, and takes the place of what is there", async () => {
    expect(await isInUse(place)).toBe(true);
    const last = migrationNames().at(-1) ?? "";
    const older = forged("older.jsonl.gz", (lines) => withoutMigration(lines, last));
    expect(await restoreBackup(older, place, dataDir)).toMatchObject({ applied: [last] });
    await inside(place, async ({ prisma }) => {
      expect(await pendingMigrations(prisma)).toEqual([]);
      expect(await contentsOf(prisma)).toBe(before);
    });
  });
});

function rowsIn(backup: string): Record<string, Record<string, unknown>[]> {
  const tables: Record<string, Record<string, unknown>[]> = {};
  let current: Record<string, unknown>[] = [];
  for (const line of gunzipSync(readFileSync(backup)).toString("utf8").trimEnd().split("\n")) {
    const value = JSON.parse(line) as unknown;
    if (Array.isArray(value))
      current.push(...(value as Record<string, unknown>[])); // rows, by the format
    else if (typeof value === "object" && value !== null && "table" in value) current = tables[String(value.table)] = [];
  }
  return tables;
}

/** As it would have been before the migration: its name is gone, and so are the tables and columns that the schema without it does not have. */
function withoutMigration(lines: string[], name: string): string[] {
  const [header = "", ...rest] = lines;
  const added = [...readFileSync(path.join("prisma/migrations", name, "migration.sql"), "utf8").matchAll(/CREATE TABLE "(\w+)"/g)].map(([, table]) => table);
  let table: unknown;
  const kept = rest.filter((line) => {
    if (line.startsWith("{")) table = (JSON.parse(line) as { table?: unknown }).table;
    return !added.includes(String(table));
  });
  return [header.replace(`,"${name}"`, ""), ...kept.map((line) => (line.startsWith("[") && line.includes(`"${name}"`) ? withoutRow(line, name) : line))];
}

function withoutRow(line: string, name: string): string {
  return JSON.stringify((JSON.parse(line) as { migration_name?: unknown }[]).filter((row) => row.migration_name !== name));
}

describe("a restore refuses, and changes nothing,", () => {
  const truncated = (share: number) => {
    const cut = path.join(folder, "cut.jsonl.gz");
    const whole = readFileSync(file);
    writeFileSync(cut, whole.subarray(0, Math.floor(whole.length * share)));
    return cut;
  };
  const flipped = (share: number) => {
    const changed = path.join(folder, "changed.jsonl.gz");
    const bytes = readFileSync(file);
    const at = Math.floor(bytes.length * share);
    bytes.writeUInt8(bytes.readUInt8(at) ^ 4, at);
    writeFileSync(changed, bytes);
    return changed;
  };
  const unended = () => {
    const shorter = path.join(folder, "unended.jsonl.gz");
    writeFileSync(shorter, gzipSync(gunzipSync(readFileSync(file)).toString("utf8").trimEnd().split("\n").slice(0, -1).join("\n") + "\n"));
    return shorter;
  };
  const swapped = () => {
    const other = path.join(folder, "swapped.jsonl.gz");
    writeFileSync(other, gzipSync(gunzipSync(readFileSync(file)).toString("utf8").replace("approved", "spotted!")));
    return other;
  };

  it.each([
    ["a file that was cut", () => truncated(0.6), "damaged"],
    ["a file that was cut at its very end", () => truncated(0.999), "damaged"],
    ["a file without its last line", unended, "its end is missing"],
    ["a flipped bit", () => flipped(0.3), "damaged"],
    ["a flipped bit near the end", () => flipped(0.9), "damaged"],
    ["rows that were changed", swapped, "checksum"],
    [
      "a newer schema",
      () => forged("newer.jsonl.gz", ([header = "", ...rest]) => [header.replace('"migrations":[', '"migrations":["9999_later",'), ...rest]),
      "newer Assay",
    ],
    ["a newer format", () => forged("format.jsonl.gz", ([header = "", ...rest]) => [header.replace('"format":1', '"format":2'), ...rest]), "newer Assay"],
    ["another file", () => path.resolve("package.json"), "damaged"],
    ["another gzip file", () => forged("other.jsonl.gz", () => ["{}"]), "not a backup"],
    ["no file", () => path.join(folder, "none"), "no file"],
    [
      "a row that belongs to no other",
      () => forged("orphan.jsonl.gz", (lines) => lines.map((line) => line.replaceAll(`"workspaceId":"${actor.workspaceId}"`, '"workspaceId":"gone"'))),
      "violates",
    ],
    [
      "a stored file outside of its folders",
      () => forged("outside.jsonl.gz", (lines) => lines.map((line) => line.replace("exports/small", "exports/../../small"))),
      "stored file",
    ],
  ])("%s", async (_, made, reason) => {
    await expect(restoreBackup(made(), place, dataDir)).rejects.toThrow(reason);
  });

  afterAll(async () => {
    expect(await inside(place, ({ prisma }) => contentsOf(prisma))).toBe(before);
  });

  it("but says what a whole one is", async () => {
    expect(await checkBackup(file)).toMatchObject({ engine: source.engine, createdAt: NOW.toISOString(), migrations: migrationNames() });
  });
});

it.runIf(inject("database").engine === "postgresql")("moves from PostgreSQL to the embedded database and back", async () => {
  const embedded: Location = { dataDir: mkdtempSync(path.join(folder, "move-")) };
  await restoreBackup(file, embedded, embedded.dataDir);
  const again = path.join(folder, "again.jsonl.gz");
  await inside(embedded, async (database) => {
    expect(await contentsOf(database.prisma)).toBe(before);
    await writeBackup(database, embedded.dataDir, again, NOW);
  });
  const place = await emptyPlace();
  await restoreBackup(again, place, dataDir);
  expect(await inside(place, ({ prisma }) => contentsOf(prisma))).toBe(before);
});

describe("a migration that fails", () => {
  const backups = path.join(dataDir, "backups");
  const kept = (kind: string) => readdirSync(backups).filter((name) => name.startsWith(`${kind}-`));

  it("leaves the backup from before, the latest few of its kind, all of other kinds, and a database in which it can be tried again", async () => {
    mkdirSync(backups);
    for (const day of ["01", "02", "03"])
      for (const kind of ["assay", "before-migration"]) {
        const earlier = newBackupFile(dataDir, kind, new Date(`2026-01-${day}T00:00:00Z`));
        writeFileSync(earlier, "");
        utimesSync(earlier, 0, Number(day));
      }
    // The first one cannot be applied to a database that has it.
    await source.prisma.$executeRaw`DELETE FROM _prisma_migrations WHERE migration_name = ${migrationNames()[0]}`;
    await expect(migrateSafely(source, dataDir, 2, NOW)).rejects.toThrow(/could not be brought up[^]*before-migration-2026-03-01/);
    expect(kept("before-migration").sort()).toEqual([expect.stringContaining("2026-01-03"), expect.stringContaining("2026-03-01")]);
    expect(kept("assay")).toHaveLength(3);
    expect(await source.prisma.$queryRaw`SELECT 1 FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL`).toEqual([]);
  });

  it("and cannot be marked as undone, says so, and what to do", async () => {
    let asked = 0;
    const gone: Database = { ...source, transact: (work) => (++asked > 1 ? Promise.reject(new Error("the connection is gone")) : source.transact(work)) };
    await expect(migrateSafely(gone, dataDir, 0, NOW)).rejects.toThrow(/could not be marked as undone \(the connection is gone\)[^]*rolled_back_at/);
  });
});
