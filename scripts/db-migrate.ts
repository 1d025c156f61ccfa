// Create the database if need be, and apply the migrations that it lacks.
import { configuredLocation } from "@/lib/db/client";
import { applyMigrations } from "@/lib/db/migrate";
import { pendingMigrations } from "@/lib/db/migrations";
import { createEmbedded, openDatabase } from "@/lib/db/open";

const location = configuredLocation();
const created =
  "dataDir" in location &&
  (await createEmbedded(location.dataDir, async (database) => {
    await applyMigrations(database);
  }));
const database = await openDatabase(location);
const applied = (await pendingMigrations(database.prisma)).length > 0 ? await applyMigrations(database) : [];
await database.close();
console.log(created ? "Created and migrated." : applied.length > 0 ? `Applied: ${applied.join(", ")}.` : "Nothing to apply.");
