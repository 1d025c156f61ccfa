// Makes the database anew from a backup: npm run restore -- <file> [--replace | --check]. The server must not run meanwhile.
import { parseArgs } from "node:util";
import { newBackupFile } from "@/lib/backup/kept";
import { checkBackup, isInUse, restoreBackup } from "@/lib/backup/restore";
import { writeBackup } from "@/lib/backup/write-backup";
import { configuredLocation } from "@/lib/db/client";
import { openDatabase } from "@/lib/db/open";
import { AppError } from "@/lib/domain/errors";
import { env } from "@/lib/env";

const USAGE = `Usage: npm run restore -- <file>
  --replace   throw away what the database holds now (a backup of it is made first)
  --check     only look whether the file is whole and fits this version`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { replace: { type: "boolean", default: false }, check: { type: "boolean", default: false } },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new AppError("invalid", USAGE);
  const header = await checkBackup(file);
  const what = `the backup of ${header.createdAt} (Assay ${header.app}, ${header.engine})`;
  if (values.check) {
    console.log(`${file} is ${what}, and it is whole.`);
    return;
  }
  const location = configuredLocation();
  if (await isInUse(location)) {
    if (!values.replace)
      throw new AppError(
        "conflict",
        "The database is not empty. Nothing was changed. To throw away what it holds, add --replace; a backup of it is made first.",
      );
    const database = await openDatabase(location);
    const kept = await writeBackup(database, env.DATA_DIR, newBackupFile(env.DATA_DIR, "before-restore", new Date()), new Date()).finally(database.close);
    console.log(`What was there is kept in ${kept.file}.`);
  }
  const { files, applied } = await restoreBackup(file, location, env.DATA_DIR);
  console.log(`Restored ${what}, with ${String(files)} files.${applied.length > 0 ? ` Applied: ${applied.join(", ")}.` : ""}`);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof AppError || (error instanceof TypeError && "code" in error) ? error.message : error);
  process.exitCode = 1;
}
