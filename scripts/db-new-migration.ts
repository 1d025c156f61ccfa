// Write what the schema has and the migrations lack as the next migration: npm run db:new-migration -- add_flags
import { writeMigration } from "@/lib/db/migrate";

const title = process.argv[2] ?? "";
if (!/^[a-z][a-z0-9_]*$/.test(title)) {
  console.error("Name the migration in small letters and underscores: npm run db:new-migration -- add_flags");
  process.exit(1);
}
const name = await writeMigration(title);
console.log(name ? `Wrote prisma/migrations/${name}/migration.sql: read it before you commit it.` : "The migrations already say what the schema says.");
