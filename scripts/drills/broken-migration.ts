import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Drill } from "./drill";
import { programme } from "./programme";
import { newStage } from "./stage";

/* Broken: a new version comes with a migration that fails in the middle of its script. Must hold: the backup made before it is whole; nothing of the script remains and what
   was there is there; the message says what to do; the old version goes on; the next version, whose migration is mended, migrates. Judged by the database and exit codes. */

const NAME = "9999_breaks";
const BREAKS = 'CREATE TABLE "Half" ("id" int);\nINSERT INTO "Half" VALUES (1);\nUPDATE "User" SET "name" = \'Nobody\';\nSELECT 1 / 0;\n';

export const brokenMigration: Drill = {
  name: "broken-migration",
  done: "a migration fails in the middle of its script",
  run: async (report) => {
    const stage = await newStage({ people: 2 });
    const root = otherVersion();
    const env = { DATA_DIR: stage.dataDir, DATABASE_URL: "", ASSAY_DEMO: "0", NEXTAUTH_SECRET: "of no use here, but long enough to be one" };
    const prepare = () => programme(["--import", "tsx", "scripts/prepare-database.ts"], env, root);
    try {
      const before = await stage.look(({ prisma }) => prisma.user.findMany({ select: { name: true }, orderBy: { id: "asc" } }));
      const failed = await prepare();
      report.hold(
        failed.code === 1 && /could not be brought up/.test(failed.said) && /Start the version from before/.test(failed.said),
        "refused, saying what to do",
      );
      const [backup] = readdirSync(path.join(stage.dataDir, "backups"));
      const checked = await programme(["--import", "tsx", "scripts/restore.ts", path.join(stage.dataDir, "backups", backup ?? ""), "--check"], env);
      report.hold(checked.code === 0 && failed.said.includes(backup ?? "no backup"), "the backup from before is whole, and named");
      const [after, half] = await stage.look(async ({ prisma }) => [
        await prisma.user.findMany({ select: { name: true }, orderBy: { id: "asc" } }),
        await prisma.$queryRaw<{ is: boolean }[]>`SELECT to_regclass('"Half"') IS NOT NULL AS "is"`,
      ]);
      report.hold(JSON.stringify(after) === JSON.stringify(before) && half[0]?.is === false, "nothing of the script remains, and nothing else changed");
      await stage.start();
      report.hold((await fetch(`${stage.address}/api/health/ready`)).ok, "the old version goes on");
      await stage.stop();
      writeFileSync(path.join(root, "prisma/migrations", NAME, "migration.sql"), BREAKS.replace("1 / 0", "1"));
      const mended = await prepare();
      report.hold(mended.code === 0, mended.code === 0 ? "mended, it is applied" : `the mended one fails: ${mended.said.slice(0, 200)}`);
    } finally {
      await stage.end();
      rmSync(root, { recursive: true, force: true });
    }
  },
};

/** The programme with one migration more; everything else is the same. */
function otherVersion(): string {
  const root = mkdtempSync(path.join(tmpdir(), "assay-drill-version-"));
  for (const entry of readdirSync(".")) if (entry !== "prisma") symlinkSync(path.resolve(entry), path.join(root, entry));
  mkdirSync(path.join(root, "prisma"));
  for (const entry of readdirSync("prisma")) if (entry !== "migrations") symlinkSync(path.resolve("prisma", entry), path.join(root, "prisma", entry));
  cpSync("prisma/migrations", path.join(root, "prisma/migrations"), { recursive: true });
  mkdirSync(path.join(root, "prisma/migrations", NAME));
  writeFileSync(path.join(root, "prisma/migrations", NAME, "migration.sql"), BREAKS);
  return root;
}
