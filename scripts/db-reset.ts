// Throw everything in the database away and create it anew, empty: npm run db:reset -- --yes
import { configuredLocation } from "@/lib/db/client";
import { applyMigrations } from "@/lib/db/migrate";
import { createEmbedded, openDatabase, removeEmbedded, type Database } from "@/lib/db/open";

if (!process.argv.includes("--yes")) {
  console.error("This deletes every document, claim and account. If you mean it: npm run db:reset -- --yes");
  process.exit(1);
}
const migrate = async (database: Database) => {
  await applyMigrations(database);
};
const location = configuredLocation();
if ("dataDir" in location) {
  await removeEmbedded(location.dataDir);
  await createEmbedded(location.dataDir, migrate);
} else {
  const database = await openDatabase(location);
  await database.prisma.$executeRaw`DROP SCHEMA public CASCADE`;
  await database.prisma.$executeRaw`CREATE SCHEMA public`;
  await migrate(database);
  await database.close();
}
console.log('The database is empty. "npm start" fills it with the demo, or "ASSAY_DEMO=0 npm start" prints the link of the setup page.');
