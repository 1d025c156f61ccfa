import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Refusal } from "./step.mjs";

/** Make sure that the directory can be written to. Returns its absolute path. */
export function openDataDirectory(name) {
  const directory = path.resolve(name);
  const probe = path.join(directory, `.writable-${process.pid}`);
  try {
    makeDirectory(directory);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    throw new Refusal(
      `The data directory ${directory} cannot be written to (${error.code}): give this account the right to, or set DATA_DIR to another place.`,
    );
  }
  return directory;
}

/** Level by level, because Node's own recursive way never ends in a file system like /proc. */
function makeDirectory(directory) {
  if (existsSync(directory)) return;
  makeDirectory(path.dirname(directory));
  mkdirSync(directory);
}

/** The secret that signs sessions: made once, readable by its owner only. */
export function secretOf(directory) {
  const file = path.join(directory, "secret");
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  return readFileSync(file, "utf8").trim();
}
