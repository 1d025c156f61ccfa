import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";
import { env } from "@/lib/env";

/** Gives the tests of the file a data directory of their own, which is gone afterwards. Call it before what needs one. */
export function ownDataDir(): void {
  const usual = env.DATA_DIR;
  const folder = mkdtempSync(path.join(tmpdir(), "assay-test-"));
  beforeAll(() => {
    env.DATA_DIR = folder;
  });
  afterAll(() => {
    env.DATA_DIR = usual;
    rmSync(folder, { recursive: true });
  });
}
