import { newBackupFile, pruneBackups } from "@/lib/backup/kept";
import { writeBackup } from "@/lib/backup/write-backup";
import { applyMigrations } from "@/lib/db/migrate";
import { appliedMigrations, pendingMigrations } from "@/lib/db/migrations";
import type { Database } from "@/lib/db/open";
import { AppError } from "@/lib/domain/errors";

const KIND = "before-migration";
const UNDONE = "UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL";

/**
 * Applies what is missing, and before that makes a backup of a database that has been used, of which the latest `keep` are kept; none when it is 0. When the
 * backup fails, nothing is migrated. Throws `unavailable` with what to do when a migration fails. Returns the migrations applied now, and the backup's file.
 */
export async function migrateSafely(database: Database, dataDir: string, keep: number, now: Date): Promise<{ applied: string[]; backup: string | null }> {
  if ((await pendingMigrations(database.prisma)).length === 0) return { applied: [], backup: null };
  const used = (await database.transact(appliedMigrations)).length > 0;
  let backup: string | null = null;
  if (used && keep > 0) {
    ({ file: backup } = await writeBackup(database, dataDir, newBackupFile(dataDir, KIND, now), now));
    await pruneBackups(dataDir, KIND, keep);
  }
  try {
    return { applied: await applyMigrations(database), backup };
  } catch (error) {
    // A script is done as a whole or not at all: the next version may try again, which the engine refuses while one counts as half done.
    const unmarked = await database
      .transact((session) => session.query(UNDONE))
      .then(
        () => null,
        (reason: unknown) => said(reason),
      );
    throw new AppError("unavailable", failure(error, backup, unmarked));
  }
}

/** What went wrong, and what to do: the words of whoever stands before a server that does not start. */
function failure(error: unknown, backup: string | null, unmarked: string | null): string {
  const kept = backup === null ? "" : `\nBefore it a backup was made: ${backup}`;
  const stuck =
    unmarked === null
      ? ""
      : `\nIt could not be marked as undone (${unmarked}), and is not tried again until it is. Before the next version is started, run this in the database:\n${UNDONE};`;
  return `The database could not be brought up to this version. The migration that failed was undone, and what was in the database is still there.${kept}${stuck}
Start the version from before: it goes on with the database as it is. Report this, with what the database said:
${said(error)}`;
}

const said = (error: unknown) => (error instanceof Error ? error.message : String(error));
