import { spawn } from "node:child_process";
import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { QUIET } from "./run.mjs";
import { fingerprint } from "./stamp.mjs";
import { Refusal } from "./step.mjs";

/** @typedef {{ created: boolean, applied: string[], demo: { emails: string[], password: string } | null, setupToken: string | null }} Prepared */

/**
 * Make the database ready to be served: create, migrate and fill it as needed. An embedded one that was prepared before,
 * for the same migrations, is not even opened: the server will do that.
 * @param {Record<string, string>} env
 * @returns {Promise<Prepared>}
 */
export async function prepareDatabase(env) {
  if (process.env.DATABASE_URL) return prepareInChild(env);
  const note = path.join(env.DATA_DIR, "prepared.json");
  const directory = path.join(env.DATA_DIR, "pglite");
  const known = readNote(note);
  const migrations = fingerprint(["prisma/migrations"]);
  if (known?.migrations === migrations && known.directory === identityOf(directory)) return { created: false, applied: [], demo: known.demo, setupToken: null };

  rmSync(note, { force: true });
  const prepared = await prepareInChild(env);
  // While nobody has an account, each start makes a new setup token.
  if (!prepared.setupToken) writeFileSync(note, JSON.stringify({ migrations, directory: identityOf(directory), demo: prepared.demo }));
  return prepared;
}

function readNote(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** Tells a directory from another that has taken its place, as after a reset. */
function identityOf(directory) {
  const info = statSync(directory, { throwIfNoEntry: false });
  return info ? `${info.ino}:${info.birthtimeMs}` : null;
}

/** In a process of its own, which takes the memory of the first creation with it when it ends. */
function prepareInChild(env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", "scripts/prepare-database.ts"], {
      env: { ...process.env, ...QUIET, ...env },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    let said = "";
    let answer;
    child.stdout.on("data", (chunk) => (said += chunk));
    child.stderr.on("data", (chunk) => (said += chunk));
    child.once("message", (message) => (answer = message));
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0 && answer) resolve(answer);
      else reject(new Refusal(said.trim() || `The database could not be prepared (exit code ${code}).`));
    });
  });
}
