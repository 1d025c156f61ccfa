import { accessSync, constants } from "node:fs";
import { Refusal } from "./step.mjs";

/** What is installed and built is written into the program's own directory, which a service or a container may only read. */
export function checkOwnDirectory() {
  try {
    accessSync(".", constants.W_OK);
  } catch {
    throw new Refusal(
      `The program in ${process.cwd()} has changed since it was built, and this account may not write there: as its owner, run "npm ci && node scripts/build.mjs" in that directory (a container is built anew), then start again.`,
    );
  }
}
