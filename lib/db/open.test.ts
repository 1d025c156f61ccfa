import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, watch } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createEmbedded, openDatabase } from "@/lib/db/open";

let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), "assay-open-"));
});
afterAll(() => {
  rmSync(dataDir, { recursive: true });
});

/** A process of its own that imports lib/db/open.ts as `open` and runs this. */
function inAnotherProcess(code: string) {
  const script = `const open = await import("@/lib/db/open"); const dataDir = process.env.DATA_DIR; ${code}`;
  return spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

it("leaves nothing half-made when it is killed while it creates the database", { timeout: 300_000 }, async () => {
  const begun = new Promise<void>((resolve) => {
    const watcher = watch(dataDir, (_, name) => {
      if (name !== "pglite.unfinished") return;
      watcher.close();
      resolve();
    });
  });
  const creating = inAnotherProcess("await open.createEmbedded(dataDir, async () => {});");
  await begun;
  creating.kill("SIGKILL");
  await once(creating, "exit");
  expect(existsSync(path.join(dataDir, "pglite"))).toBe(false);
  await expect(openDatabase({ dataDir })).rejects.toThrow("There is no database");

  expect(await createEmbedded(dataDir, async ({ prisma }) => void (await prisma.$executeRaw`CREATE TABLE kept (id int)`))).toBe(true);
  expect(existsSync(path.join(dataDir, "pglite.unfinished"))).toBe(false);
  expect(await createEmbedded(dataDir, () => Promise.reject(new Error("not again")))).toBe(false);
});

it("is refused while another process has it open, and opens once that one was killed", { timeout: 300_000 }, async () => {
  const holder = inAnotherProcess(
    'const { prisma } = await open.openDatabase({ dataDir }); await prisma.$executeRaw`INSERT INTO kept VALUES (7)`; console.log("open"); setInterval(() => {}, 1000);',
  );
  await once(holder.stdout, "data");
  await expect(openDatabase({ dataDir })).rejects.toThrow(`in use by process ${String(holder.pid)}`);

  holder.kill("SIGKILL");
  await once(holder, "exit");
  const database = await openDatabase({ dataDir });
  expect(await database.prisma.$queryRaw`SELECT id FROM kept`).toEqual([{ id: 7 }]);
  await database.close();
});
