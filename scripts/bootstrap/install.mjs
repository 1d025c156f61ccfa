import { readFileSync } from "node:fs";
import { checkOwnDirectory } from "./own-directory.mjs";
import { run } from "./run.mjs";
import { Refusal } from "./step.mjs";

const OLDEST_NODE = [20, 19, 0];

export function checkNode(version = process.versions.node) {
  const found = version.split(".").map(Number);
  const difference = OLDEST_NODE.map((part, index) => found[index] - part).find((value) => value !== 0) ?? 0;
  if (difference < 0)
    throw new Refusal(`Node ${OLDEST_NODE.join(".")} or later is needed; this is Node ${version}. Install a newer one from https://nodejs.org and try again.`);
}

/**
 * Install what the lockfile names, when the installed packages differ from it. `isBuilt` says whether there is nothing to build or to check: what only that
 * needs may then be missing, as after "npm prune --omit=dev".
 */
export async function install(isBuilt = () => false) {
  const wanted = packagesOf("package-lock.json");
  const found = packagesOf("node_modules/.package-lock.json");
  if (isInstalled(wanted, found) || (isInstalled(wanted, found, { development: false }) && isBuilt())) return false;
  checkOwnDirectory();
  await run("npm", ["ci", "--no-audit", "--no-fund"], { failure: "The packages could not be installed" });
}

/** npm keeps a list of what it installed: compare it with the lockfile. Optional packages may be missing, because they are for other machines. */
export function isInstalled(wanted, found, { development = true } = {}) {
  if (!wanted || !found) return false;
  return Object.entries(wanted).every(([place, { version, dev, optional, devOptional }]) => {
    if (place === "") return true;
    const installed = found[place];
    return installed ? installed.version === version : Boolean(optional || devOptional || (dev && !development));
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}
