import path from "node:path";
import { defineConfig } from "vitest/config";

const DATABASE_TESTS = ["lib/**/*.db.test.ts", "prisma/**/*.db.test.ts", "scripts/**/*.db.test.ts"];

export default defineConfig({
  resolve: { alias: { "@": path.resolve(import.meta.dirname) } },
  test: {
    pool: "forks",
    maxWorkers: 2,
    // Time says nothing about a test here: machines that run them may be busy.
    testTimeout: 30_000,
    hookTimeout: 60_000,
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
        test: { name: "pglite", include: DATABASE_TESTS, globalSetup: "lib/db/test/pglite-setup.ts", testTimeout: 60_000, hookTimeout: 120_000 },
      },
      {
        extends: true,
        test: { name: "postgresql", include: DATABASE_TESTS, globalSetup: "lib/db/test/postgres-setup.ts", testTimeout: 60_000, hookTimeout: 120_000 },
      },
    ],
  },
});
