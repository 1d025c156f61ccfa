// The servers of the end-to-end tests: one on each of ASSAY_E2E_PORTS, with a demo of its own in a folder of ASSAY_E2E_DATA, which goes when they end.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { build, generate } from "./bootstrap/build.mjs";
import { prepareDatabase } from "./bootstrap/database.mjs";

const { ASSAY_E2E_DATA: directory, ASSAY_E2E_PORTS: ports } = process.env;
const env = {
  NODE_ENV: "production",
  DATABASE_URL: "",
  SMTP_URL: "",
  ASSAY_DEMO: "1",
  HOST: "127.0.0.1",
  TRUST_PROXY: "1",
  LOG_LEVEL: "warn",
};
// Made once, and never opened again: tests that start a server themselves take a copy, too.
const demo = path.join(directory, "demo");
const dataOf = (port) => path.join(directory, port);

// Ready before the application is built, as after an upgrade: a build must leave it alone.
mkdirSync(demo, { recursive: true });
await generate();
await prepareDatabase({ ...env, DATA_DIR: demo });
await build();

let code = 0;
const servers = ports.split(",").map((port) => {
  cpSync(demo, dataOf(port), { recursive: true });
  return spawn(process.execPath, ["scripts/start.mjs"], {
    stdio: "inherit",
    env: { ...process.env, ...env, DATA_DIR: dataOf(port), PORT: port, APP_URL: `http://localhost:${port}` },
  });
});
const stop = () => servers.forEach((server) => server.kill("SIGTERM"));
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, stop);
// When one ends, whoever asks it would wait for nothing.
const ended = servers.map((server) => new Promise((resolve) => server.once("exit", resolve)));
for (const end of ended)
  void end.then((exitCode) => {
    code ||= exitCode ?? 1;
    stop();
  });
await Promise.all(ended);
rmSync(directory, { recursive: true, force: true });
process.exit(code);
