import { newBackupFile, pruneBackups } from "@/lib/backup/kept";
import { writeBackup } from "@/lib/backup/write-backup";
import { applyMigrations } from "@/lib/db/migrate";
import { appliedMigrations, pendingMigrations } from "@/lib/db/migrations";
import type { Database } from "@/lib/db/open";

const KIND = "before-migration";

/**
 * Applies what is missing, and before that makes a backup of a database that has been used, of which the latest `keep` are kept; none when it is 0. When the
 * backup fails, nothing is migrated. Returns the migrations applied now, and the backup's file.
 */
export async function migrateSafely(database: Database, dataDir: string, keep: number, now: Date): Promise<{ applied: string[]; backup: string | null }> {
  if ((await pendingMigrations(database.prisma)).length === 0) return { applied: [], backup: null };
  const used = (await database.transact(appliedMigrations)).length > 0;
  let backup: string | null = null;
  if (used && keep > 0) {
    ({ file: backup } = await writeBackup(database, dataDir, newBackupFile(dataDir, KIND, now), now));
    await pruneBackups(dataDir, KIND, keep);
  }
  return { applied: await applyMigrations(database), backup };
}
