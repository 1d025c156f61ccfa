// Create the database if need be, and apply the migrations that it lacks, after a backup.
import { migrateSafely } from "@/lib/backup/migrate-safely";
import { configuredLocation } from "@/lib/db/client";
import { applyMigrations } from "@/lib/db/migrate";
import { createEmbedded, openDatabase } from "@/lib/db/open";
import { env } from "@/lib/env";

const location = configuredLocation();
const created =
  "dataDir" in location &&
  (await createEmbedded(location.dataDir, async (database) => {
    await applyMigrations(database);
  }));
const database = await openDatabase(location);
const { applied, backup } = await migrateSafely(database, env.DATA_DIR, env.MIGRATION_BACKUPS, new Date()).finally(database.close);
if (backup !== null) console.log(`Kept a backup of the database as it was: ${backup}`);
console.log(created ? "Created and migrated." : applied.length > 0 ? `Applied: ${applied.join(", ")}.` : "Nothing to apply.");
