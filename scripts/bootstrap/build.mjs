import { existsSync } from "node:fs";
import path from "node:path";
import { checkOwnDirectory } from "./own-directory.mjs";
import { runNode } from "./run.mjs";
import { fingerprint, isDone, markDone } from "./stamp.mjs";

const SCHEMA = ["prisma/schema.prisma", "prisma.config.ts", "package-lock.json"];
const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "messages",
  "prisma/schema.prisma",
  "instrumentation.ts",
  "instrumentation-node.ts",
  "proxy.ts",
  "next.config.js",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];

/** Generate the database client, when the schema has changed. */
export async function generate() {
  const print = fingerprint(SCHEMA);
  if (existsSync("lib/db/generated/client.ts") && isDone("generate", print)) return false;
  checkOwnDirectory();
  await runNode(["node_modules/prisma/build/index.js", "generate"], {
    // The command looks for an engine that it does not use, and would download it: any program there will do.
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
    failure: "The database client could not be generated",
  });
  markDone("generate", print);
}

/** Whether the build for production is that of the sources as they are. */
export function isBuilt(print = fingerprint(SOURCES)) {
  return existsSync(".next/BUILD_ID") && isDone("build", print);
}

/** Build for production, when a source has changed. */
export async function build() {
  const print = fingerprint(SOURCES);
  if (isBuilt(print)) return false;
  checkOwnDirectory();
  // No database within reach: a build that opened one would keep it from the server that comes next.
  const env = { NODE_ENV: "production", DATABASE_URL: "", DATA_DIR: path.resolve(".next/no-data") };
  await runNode(["node_modules/next/dist/bin/next", "build"], { env, failure: "The application could not be built" });
  markDone("build", print);
}
