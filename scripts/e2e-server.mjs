// The server of the end-to-end tests: a demo in a data directory that goes when it ends.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { generate } from "./bootstrap/build.mjs";
import { prepareDatabase } from "./bootstrap/database.mjs";

const directory = mkdtempSync(path.join(tmpdir(), "assay-e2e-"));
const env = {
  NODE_ENV: "production",
  DATA_DIR: directory,
  DATABASE_URL: "",
  SMTP_URL: "",
  ASSAY_DEMO: "1",
  HOST: "127.0.0.1",
  TRUST_PROXY: "1",
  LOG_LEVEL: "warn",
};
// Ready before the application is built, as after an upgrade: a build must leave it alone.
await generate();
await prepareDatabase(env);
const server = spawn(process.execPath, ["scripts/start.mjs"], {
  stdio: "inherit",
  env: { ...process.env, ...env },
});
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => server.kill("SIGTERM"));
server.once("exit", (code) => {
  rmSync(directory, { recursive: true, force: true });
  process.exit(code ?? 1);
});
