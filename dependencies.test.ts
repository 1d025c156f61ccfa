import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

/** The oldest versions that we may run, each for a hole that the one before had, or that we found when we chose it. */
const OLDEST: Record<string, string> = {
  next: "16.4.0",
  // Older ones of this line have critical holes.
  "next-auth": "4.24.15",
  "sanitize-html": "2.17.5",
  // Before, external files of a document were read.
  mammoth: "1.13.0",
};

/** True when `version` is `oldest` or later; versions before a release ("-beta") are not. */
function isAtLeast(version: string, oldest: string): boolean {
  if (version.includes("-")) return false;
  const [mine, theirs] = [version, oldest].map((each) => each.split(".").map(Number));
  for (let part = 0; part < 3; part += 1) {
    const [a, b] = [mine?.[part] ?? 0, theirs?.[part] ?? 0];
    if (a !== b) return a > b;
  }
  return true;
}

it.each(Object.entries(OLDEST))("%s is at least %s, wherever it is installed", (name, oldest) => {
  const { packages } = JSON.parse(readFileSync(path.resolve("package-lock.json"), "utf8")) as { packages: Record<string, { version?: string }> }; // npm's own file
  const installed = Object.entries(packages).filter(([place]) => place.endsWith(`node_modules/${name}`));
  expect(installed.length).toBeGreaterThan(0);
  for (const [place, { version = "0" }] of installed) expect(isAtLeast(version, oldest), `${place} is ${version}`).toBe(true);
});

it.each([
  ["4.24.14", false],
  ["4.24.15", true],
  ["4.24.15-beta.1", false],
  ["4.25.0", true],
  ["5.0.0", true],
  ["4.9.99", false],
])("compares versions by their numbers: %s", (version, enough) => {
  expect(isAtLeast(version, "4.24.15")).toBe(enough);
});
