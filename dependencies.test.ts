import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
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
  // Before, components of the server could be made to run code, and to stall.
  react: "19.2.4",
  "react-dom": "19.2.4",
  // Before, a crafted address could send a letter elsewhere, or keep the process.
  nodemailer: "7.0.11",
  // Before, an expression took quadratic time with a crafted title.
  "@mozilla/readability": "0.6.0",
  // Before, a crafted WebP picture ran code (CVE-2023-4863).
  sharp: "0.32.6",
  // No hole is known of those from here on: they parse or write what comes from outside, and our hostile inputs were tried with these.
  "csv-parse": "7.0.3",
  "csv-stringify": "6.9.0",
  docx: "9.7.1",
  fflate: "0.8.3",
  linkedom: "0.18.15",
  marked: "18.2.1",
  pg: "8.23.1",
  pino: "10.4.0",
  unpdf: "1.7.0",
  zod: "4.6.7",
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

it("what we run is named for a scanner, by npm run sbom", () => {
  const said = execFileSync("npm", ["run", "--silent", "sbom", "--", "--package-lock-only"], { encoding: "utf8", maxBuffer: 16_000_000 });
  const { bomFormat, components } = JSON.parse(said) as { bomFormat: string; components: { name: string }[] }; // CycloneDX
  expect(bomFormat).toBe("CycloneDX");
  const { dependencies } = JSON.parse(readFileSync(path.resolve("package.json"), "utf8")) as { dependencies: Record<string, string> }; // our own file
  expect(components.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(dependencies)));
}, 60_000);

/** What tests alone import, and the checks. */
const FOR_TESTS = /\.test\.tsx?$|\/(test|schemas|generated)\/|lib\/(db\/testing|exporters\/read-back)\.ts$|scripts\/bootstrap\/browser\.mjs$/;
const IMPORT = /^(?:import (?!type )|export )(?:[^;"]* from )?"((?:@[\w-]+\/)?[\w-][\w.-]*)|\bimport\("((?:@[\w-]+\/)?[\w-][\w.-]*)/gm;

it("nothing that serves imports what is there for development only: an image of a container has it no more", () => {
  const { devDependencies } = JSON.parse(readFileSync(path.resolve("package.json"), "utf8")) as { devDependencies: Record<string, string> }; // our own file
  const files = ["app", "components", "lib", "prisma", "scripts"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name.replaceAll("\\", "/")}`),
  );
  const found = files
    .filter((file) => /\.(tsx?|mjs)$/.test(file) && !FOR_TESTS.test(file))
    .flatMap((file) => [...readFileSync(file, "utf8").matchAll(IMPORT)].map(([, fixed, later]) => `${file} imports ${fixed ?? later ?? ""}`));
  expect(found).toContain("lib/db/postgresql.ts imports @prisma/adapter-pg");
  expect(found.filter((line) => (line.split(" imports ")[1] ?? "") in devDependencies)).toEqual([]);
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
