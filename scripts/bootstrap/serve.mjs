import { spawn } from "node:child_process";
import { QUIET } from "./run.mjs";
import { Refusal } from "./step.mjs";

/** After this many milliseconds, a server that was asked to stop is made to. The database survives that. */
const PATIENCE = 4_500;

/**
 * Start Next and wait until it is ready. Signals are passed on, and this process ends when the server does.
 * @param {{ command: "start" | "dev", port: number, host: string, env: Record<string, string> }} options
 */
export async function serve({ command, port, host, env }) {
  const server = spawn(process.execPath, ["node_modules/next/dist/bin/next", command, "-p", String(port), "-H", host], {
    env: { ...process.env, ...QUIET, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let ready = false;
  let complaint = "";
  // Next's own greeting names an address of its own and is left out; ours comes when the database answers too.
  server.stdout.on("data", (chunk) => ready && process.stdout.write(chunk));
  server.stderr.on("data", (chunk) => (ready ? process.stderr.write(chunk) : (complaint += chunk)));

  let stopping = false;
  const ended = new Promise((resolve) =>
    server.once("exit", (code, signal) => {
      if (ready && !stopping) console.error(`The server ended unexpectedly (${signal ?? `exit code ${code}`}).`);
      resolve(stopping ? 0 : (code ?? 1));
    }),
  );
  const stop = (signal) => {
    if (stopping) return;
    stopping = true;
    server.kill(signal);
    setTimeout(() => server.kill("SIGKILL"), PATIENCE).unref();
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => stop(signal === "SIGINT" ? "SIGINT" : "SIGTERM"));
  void ended.then((code) => {
    if (ready || stopping) process.exit(code);
  });

  const address = `http://${host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host}:${port}`;
  const failed = ended.then((code) => {
    throw new Refusal(complaint.trim() || `The server ended before it was ready (exit code ${code}).`);
  });
  try {
    await Promise.race([untilReady(`${address}/api/health/ready`), failed]);
  } catch (error) {
    server.kill("SIGKILL");
    throw error;
  }
  ready = true;
  if (complaint) process.stderr.write(complaint);
}

async function untilReady(url) {
  for (;;) {
    const answer = await fetch(url).catch(() => null);
    const state = await answer?.json().catch(() => null);
    if (answer?.ok) return;
    if (state?.reason === "migrations") throw new Refusal('The database lacks migrations: run "npm run db:migrate", then start again.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
