import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../scripts/bootstrap/port.mjs";
import type { PrismaClient } from "../../lib/db/generated/client";
import { applyMigrations } from "../../lib/db/migrate";
import { createEmbedded } from "../../lib/db/open";

interface BenchServer {
  address: string;
  /** Ends the server and removes its data. */
  stop: () => Promise<void>;
}

/** The production server, as `npm start` runs it, over a new embedded database that `fill` has filled. */
export async function startServer(fill: (prisma: PrismaClient) => Promise<void>): Promise<BenchServer> {
  const directory = mkdtempSync(join(tmpdir(), "assay-bench-"));
  await createEmbedded(directory, async (database) => {
    await applyMigrations(database);
    await fill(database.prisma);
  });
  const port = await freePort();
  const address = `http://localhost:${String(port)}`;
  const server = spawn(process.execPath, ["scripts/start.mjs"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, PORT: String(port), APP_URL: address, DATA_DIR: directory, DATABASE_URL: "", ASSAY_DEMO: "0", HOST: "127.0.0.1" },
  });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const ready = new Promise<void>((resolve) =>
    server.stdout.on("data", (chunk: Buffer) => {
      if (chunk.toString().includes("Assay is ready")) resolve();
    }),
  );
  const early = ended.then(() => Promise.reject(new Error("The server ended before it was ready.")));
  await Promise.race([ready, early]);
  early.catch(() => undefined);
  return {
    address,
    stop: async () => {
      server.kill("SIGTERM");
      await ended;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
