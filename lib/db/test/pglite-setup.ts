import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { applyMigrations } from "@/lib/db/migrate";
import { openPGlite, PGliteAdapter } from "@/lib/db/pglite";

/** Give the tests the image of a migrated, empty PGlite: made once for each state of the migrations, then kept in .cache. */
export default async function setup(project: TestProject): Promise<void> {
  const image = path.resolve(".cache/tests", `pglite-${fingerprint()}.tgz`);
  if (!existsSync(image)) await makeImage(image);
  project.provide("database", { engine: "pglite", image });
}

async function makeImage(file: string): Promise<void> {
  const client = await openPGlite({});
  await applyMigrations({ adapter: new PGliteAdapter(client) });
  const image = await client.dumpDataDir("gzip");
  await client.close();
  // Written aside and renamed: another run may be reading.
  const draft = `${file}.${String(process.pid)}`;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(draft, Buffer.from(await image.arrayBuffer()));
  renameSync(draft, file);
}

function fingerprint(): string {
  const hash = createHash("sha256");
  hash.update(readFileSync("node_modules/@electric-sql/pglite/package.json"));
  for (const entry of readdirSync("prisma/migrations", { recursive: true, encoding: "utf8" }).sort()) {
    if (entry.endsWith(".sql")) hash.update(entry).update(readFileSync(path.join("prisma/migrations", entry)));
  }
  return hash.digest("hex").slice(0, 16);
}
