import { existsSync } from "node:fs";
import path from "node:path";
import { installPackage } from "./package.mjs";
import { runNode } from "./run.mjs";
import { Refusal } from "./step.mjs";

/** The one without windows first: a page in a context of its own takes it half the time. */
const NAMES = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The Chromium to test with: the one named by CHROMIUM_PATH, one on the PATH, or Playwright's own. Null when there is none. */
export async function findBrowser() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const installed = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))).find((file) => existsSync(file));
  if (installed) return installed;
  const { chromium } = await import("@playwright/test");
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}

/** Find a browser, or install one: the distribution's package where this account may, else Playwright's own download. */
export async function provideBrowser() {
  if (await findBrowser()) return false;
  const failures = [];
  // Ubuntu and older releases have no shell of its own.
  for (const attempt of [() => installPackage("chromium-headless-shell", "chromium"), installPlaywrights]) {
    await attempt().catch((error) => failures.push(error.message));
    const found = await findBrowser();
    if (found) return found;
  }
  throw new Refusal(
    `${failures.join("\n\n")}\n\nNo Chromium for the end-to-end tests could be found or installed: install one and name it with CHROMIUM_PATH=/path/to/chromium.`,
  );
}

async function installPlaywrights() {
  await runNode(["node_modules/@playwright/test/cli.js", "install", "chromium"], { failure: "Playwright's Chromium could not be downloaded" });
}
