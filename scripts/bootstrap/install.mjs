import { readFileSync } from "node:fs";
import { Refusal } from "./step.mjs";
import { run } from "./run.mjs";

const OLDEST_NODE = [20, 19, 0];

export function checkNode(version = process.versions.node) {
  const found = version.split(".").map(Number);
  const difference = OLDEST_NODE.map((part, index) => found[index] - part).find((value) => value !== 0) ?? 0;
  if (difference < 0)
    throw new Refusal(`Node ${OLDEST_NODE.join(".")} or later is needed; this is Node ${version}. Install a newer one from https://nodejs.org and try again.`);
}

/** Install what the lockfile names, when the installed packages differ from it. */
export async function install() {
  if (isInstalled()) return false;
  await run("npm", ["ci", "--no-audit", "--no-fund"], { failure: "The packages could not be installed" });
}

/** npm keeps a list of what it installed: compare it with the lockfile. Optional packages may be missing, because they are for other machines. */
function isInstalled() {
  const wanted = packagesOf("package-lock.json");
  const found = packagesOf("node_modules/.package-lock.json");
  if (!wanted || !found) return false;
  return Object.entries(wanted).every(([place, { version, optional, devOptional }]) => {
    if (place === "") return true;
    const installed = found[place];
    return installed ? installed.version === version : Boolean(optional || devOptional);
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}
