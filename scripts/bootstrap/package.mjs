import { existsSync } from "node:fs";
import { run } from "./run.mjs";

/**
 * Install the first of these packages of the distribution that it has; nothing where this account may not, or where it has another way of packages.
 * @param {string[]} names
 */
export async function installPackage(...names) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  await run("apt-get", ["update", "-q"], { failure: "The list of packages could not be fetched" });
  const options = (name) => ({ env: { DEBIAN_FRONTEND: "noninteractive" }, failure: `The package ${name} could not be installed` });
  let failure;
  for (const name of names) {
    try {
      return await run("apt-get", ["install", "-qy", "--no-install-recommends", name], options(name));
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}
