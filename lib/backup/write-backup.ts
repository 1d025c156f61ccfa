import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { appliedMigrations } from "@/lib/db/migrations";
import type { Database } from "@/lib/db/open";
import { appVersion } from "@/lib/backup/app-version";
import { newHeader } from "@/lib/backup/format";
import { rowsOf, tableNames } from "@/lib/backup/rows";
import { AppError } from "@/lib/domain/errors";
import { storedFiles } from "@/lib/storage/stored-files";

/** In bytes; a multiple of three, so that base64 needs no filling but at the end. */
const PART = 768 * 1024;

export interface Backup {
  file: string;
  /** In bytes. */
  size: number;
  rows: number;
  files: number;
}

/**
 * Writes all rows as they are at one moment, and all stored files, to `file`: whole, or not at all. Throws `unavailable` when the disk is full. Work on a
 * PostgreSQL server goes on meanwhile; on the embedded database it waits while the rows are read.
 */
export async function writeBackup(database: Database, dataDir: string, file: string, now: Date): Promise<Backup> {
  const unfinished = `${file}.part`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    const gzip = createGzip();
    // `flush`: it is on the disk before it is called finished.
    const written = pipeline(gzip, createWriteStream(/*turbopackIgnore: true*/ unfinished, { mode: 0o600, flush: true }));
    const counted = await fill(new Lines(gzip), database, dataDir, now).catch((error: unknown) => {
      gzip.destroy(error instanceof Error ? error : new Error(String(error)));
      return null;
    });
    await written;
    if (counted === null) throw new Error("The backup ended before its time.");
    await rename(unfinished, file);
    return { file, size: (await stat(file)).size, ...counted };
  } catch (error) {
    await rm(unfinished, { force: true });
    if (error instanceof Error && "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT"))
      throw new AppError(
        "unavailable",
        `There is no room for a backup on the disk of ${path.dirname(file)}: nothing was kept. Make room, or choose another place.`,
      );
    throw error;
  }
}

async function fill(lines: Lines, database: Database, dataDir: string, now: Date): Promise<{ rows: number; files: number }> {
  const rows = await database.transact(async (session) => {
    const migrations = await appliedMigrations(session);
    if (migrations.length === 0) throw new AppError("unavailable", "The database is empty: there is nothing to back up.");
    await lines.put(JSON.stringify(newHeader({ app: appVersion(), engine: database.engine, migrations }, now)));
    let count = 0;
    for (const table of await tableNames(session)) {
      await lines.put(JSON.stringify({ table }));
      for await (const slice of rowsOf(session, table)) await lines.put(slice);
      count += (await session.query<{ count: number }>(`SELECT count(*)::int AS count FROM "${table}"`))[0]?.count ?? 0;
    }
    return count;
  });
  // After the rows: a file is there before the row that speaks of it, and never changes.
  let files = 0;
  for (const name of await storedFiles(dataDir)) if (await putFile(lines, dataDir, name)) files += 1;
  await lines.end();
  return { rows, files };
}

/** False when the file has been deleted meanwhile. */
async function putFile(lines: Lines, dataDir: string, name: string): Promise<boolean> {
  const content = createReadStream(path.join(/*turbopackIgnore: true*/ dataDir, name), { highWaterMark: PART });
  let begun = false;
  try {
    await once(content, "ready");
    await lines.put(JSON.stringify({ file: name }));
    begun = true;
    for await (const part of content) await lines.put(JSON.stringify(Buffer.from(part as Buffer).toString("base64"))); // a stream without encoding
    return true;
  } catch (error) {
    if (!begun && error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
}

/** Writes lines and counts them. */
class Lines {
  private readonly hash = createHash("sha256");
  private count = 0;
  private readonly out: NodeJS.WritableStream;

  constructor(out: NodeJS.WritableStream) {
    this.out = out;
  }

  /** Resolves when the line has been taken, so that no more than one is held. */
  async put(line: string): Promise<void> {
    const text = `${line}\n`;
    this.hash.update(text);
    this.count += 1;
    await this.write(text);
  }

  async end(): Promise<void> {
    await this.write(`${JSON.stringify({ end: true, lines: this.count, sha256: this.hash.digest("hex") })}\n`);
    this.out.end();
  }

  private write(text: string): Promise<void> {
    return new Promise((resolve, reject) => this.out.write(text, (error) => (error ? reject(error) : resolve())));
  }
}
