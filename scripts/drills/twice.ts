import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { migrationNames } from "@/lib/db/migrations";
import { openDatabase } from "@/lib/db/open";
import { startPostgres } from "@/lib/db/test/postgres-server";
import { freePort } from "../bootstrap/port.mjs";
import type { Drill } from "./drill";
import { programme } from "./programme";
import { newStage } from "./stage";

/* Broken: three processes prepare one new PostgreSQL database at once; and a second server is started on the data directory of a running one. Must hold: each migration is
   applied once, all three succeed; the second server does not start, and says who has the database. Judged by exit codes, what was said, and the table of migrations. */

export const twice: Drill = {
  name: "twice",
  done: "three processes migrate one PostgreSQL at once; a second server starts on one data directory",
  run: async (report) => {
    const postgres = await startPostgres();
    const dataDir = mkdtempSync(path.join(tmpdir(), "assay-drill-"));
    try {
      const env = { DATA_DIR: dataDir, DATABASE_URL: postgres.url, ASSAY_DEMO: "0" };
      const ends = await Promise.all(Array.from({ length: 3 }, () => programme(["--import", "tsx", "scripts/prepare-database.ts"], env)));
      const failed = ends.filter(({ code }) => code !== 0);
      report.hold(failed.length === 0, failed.length === 0 ? "all three prepared it" : `failed: ${failed[0]?.said.slice(0, 300) ?? ""}`);
      const { prisma, close } = await openDatabase({ url: postgres.url });
      const rows = await prisma.$queryRaw<{ name: string }[]>`SELECT migration_name AS "name" FROM _prisma_migrations WHERE finished_at IS NOT NULL`;
      await close();
      const once = new Set(rows.map(({ name }) => name)).size === rows.length && rows.length === migrationNames().length;
      report.hold(once, `${String(rows.length)} migrations, each applied once`);
    } finally {
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
    const stage = await newStage({ people: 1 });
    try {
      await stage.start();
      const env = { DATA_DIR: stage.dataDir, DATABASE_URL: "", ASSAY_DEMO: "0", PORT: String(await freePort()), HOST: "127.0.0.1" };
      const second = await programme(["scripts/start.mjs"], env);
      const line = second.said.split("\n").find((each) => each.includes("in use")) ?? second.said.slice(-200);
      report.hold(second.code === 1 && /in use by process \d+: stop it first/.test(line), `the second says: ${line.trim().replace(stage.dataDir, "DATA_DIR")}`);
      report.hold((await fetch(`${stage.address}/api/health/ready`)).ok, "the first goes on");
    } finally {
      await stage.end();
    }
  },
};
