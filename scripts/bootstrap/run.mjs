import { spawn } from "node:child_process";
import { Refusal } from "./step.mjs";

/** Neither Next nor Prisma reports on its users from here. */
export const QUIET = { NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" };

/**
 * Run a program to its end, silently; when it fails, refuse with all that it said.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, failure: string }} options
 */
export function run(program, args, { env = {}, failure }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: { ...process.env, ...QUIET, ...env }, stdio: ["ignore", "pipe", "pipe"], shell: process.platform === "win32" });
    let said = "";
    child.stdout.on("data", (chunk) => (said += chunk));
    child.stderr.on("data", (chunk) => (said += chunk));
    child.once("error", (error) => reject(new Refusal(`${failure}: ${error.message}`)));
    child.once("close", (code) => (code === 0 ? resolve(said) : reject(new Refusal(`${said.trim()}\n\n${failure} (exit code ${code}).`))));
  });
}

/** Run a program of a package, by this same Node. */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}
