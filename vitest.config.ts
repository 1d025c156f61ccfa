import path from "node:path";
import { defineConfig } from "vitest/config";

/** Two databases and their clients on a loaded machine: what passes at the second try counts, and the summary names it. */
const PATIENCE = { testTimeout: 240_000, hookTimeout: 300_000, retry: 1 };
const DATABASE_TESTS = ["lib/**/*.db.test.ts", "prisma/**/*.db.test.ts", "scripts/**/*.db.test.ts"];

export default defineConfig({
  resolve: { alias: { "@": path.resolve(import.meta.dirname) } },
  test: {
    pool: "forks",
    maxWorkers: 2,
    // A process, and an embedded database, for each worker rather than for each file: both are dear.
    isolate: false,
    setupFiles: "lib/db/test/between-files.ts",
    // Time says nothing about a test here: machines that run them may be busy.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{lib,app,components,prisma,scripts}/**/*.test.{ts,tsx}", "*.test.ts"],
          exclude: ["node_modules/**", ...DATABASE_TESTS],
        },
      },
      {
        extends: true,
        test: { name: "pglite", include: DATABASE_TESTS, globalSetup: "lib/db/test/pglite-setup.ts", ...PATIENCE },
      },
      {
        extends: true,
        test: { name: "postgresql", include: DATABASE_TESTS, globalSetup: "lib/db/test/postgres-setup.ts", ...PATIENCE },
      },
    ],
  },
});
