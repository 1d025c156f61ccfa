// Keeps everything in one file: npm run backup [-- --out <file> | --keep <number>]. The server may run meanwhile.
import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { askForBackup } from "@/lib/backup/handle";
import { newBackupFile, pruneBackups } from "@/lib/backup/kept";
import { writeBackup, type Backup } from "@/lib/backup/write-backup";
import { configuredLocation } from "@/lib/db/client";
import { openDatabase } from "@/lib/db/open";
import { AppError } from "@/lib/domain/errors";
import { env } from "@/lib/env";
import { keepWhole } from "@/lib/storage/whole-file";

const KIND = "assay";

/** How many are to be kept; null for all. Only of those in the data directory is it known which are the earlier ones. */
function kept({ keep, out }: { keep?: string | undefined; out?: string | undefined }): number | null {
  if (keep === undefined) return null;
  if (!/^[1-9]\d{0,4}$/.test(keep)) throw new AppError("invalid", "Say how many backups are kept, as a number from 1: --keep 14");
  if (out !== undefined) throw new AppError("invalid", "--keep deletes earlier backups in the data directory: leave out --out, or --keep.");
  return Number(keep);
}

async function make(file: string): Promise<Backup> {
  const database = await openDatabase(configuredLocation());
  return writeBackup(database, env.DATA_DIR, file, new Date()).finally(database.close);
}

/** To where it was asked for: whole, or not at all, also on another disk. */
async function move(backup: Backup, file: string): Promise<Backup> {
  await keepWhole(file, createReadStream(backup.file));
  await rm(backup.file);
  return { ...backup, file };
}

try {
  const { values } = parseArgs({ options: { out: { type: "string" }, keep: { type: "string" } } });
  const keep = kept(values);
  const out = values.out === undefined ? null : path.resolve(values.out);
  // The embedded database of a running server can be read by that server only.
  const made = env.DATABASE_URL ? null : await askForBackup(env.DATA_DIR);
  const backup = made === null ? await make(out ?? newBackupFile(env.DATA_DIR, KIND, new Date())) : out === null ? made : await move(made, out);
  console.log(`${backup.file}: ${String(backup.rows)} rows and ${String(backup.files)} files, ${(backup.size / 1e6).toFixed(1)} MB`);
  if (keep !== null) await pruneBackups(env.DATA_DIR, KIND, keep);
  console.log("The secret that signs sessions is not in it: people sign in again after a restore elsewhere.");
} catch (error) {
  console.error(error instanceof AppError || (error instanceof TypeError && "code" in error) ? error.message : error);
  process.exitCode = 1;
}
