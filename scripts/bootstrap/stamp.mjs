import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

const STAMPS = ".cache/stamps";
const SKIPPED = /(^|\/)(node_modules|generated|fixtures)(\/|$)|\.(test|spec)\.tsx?$/;

/** The SHA-256 over the names and contents of files and folders; a missing one counts as empty. */
export function fingerprint(paths) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap(filesIn)) hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

function filesIn(place) {
  const info = statSync(place, { throwIfNoEntry: false });
  if (!info) return [];
  if (info.isFile()) return [place];
  return readdirSync(place, { withFileTypes: true })
    .map((entry) => path.posix.join(place, entry.name))
    .filter((entry) => !SKIPPED.test(entry))
    .sort()
    .flatMap(filesIn);
}

/** Whether the work called `name` was last done for this fingerprint. */
export function isDone(name, print) {
  try {
    return readFileSync(path.join(STAMPS, name), "utf8") === print;
  } catch {
    return false;
  }
}

export function markDone(name, print) {
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(path.join(STAMPS, name), print);
}
