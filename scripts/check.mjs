// Every check, in one list: "npm run check". "npm test" installs what is missing first.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { QUIET } from "./bootstrap/run.mjs";
import { checkNode } from "./bootstrap/install.mjs";

const REPORTS = ".cache/reports";
const vitest = (name, ...projects) => ({
  name,
  command: [
    "npx",
    "vitest",
    "run",
    ...projects.flatMap((project) => ["--project", project]),
    "--reporter=default",
    "--reporter=./scripts/summary-reporter.mjs",
  ],
  env: { SUMMARY_FILE: `${REPORTS}/${name}.json` },
  count: (report) => report,
});

/** What the checks after it read. A check without a `count` passes or fails as one. */
const ROUTES = { name: "route types", command: ["npx", "next", "typegen"] };
/** They only read, and each keeps one processor busy: done beside each other, the longest first. */
const READING = [
  { name: "lint", command: ["npm", "run", "--silent", "lint"] },
  { name: "types", command: ["npx", "tsc", "--noEmit"] },
  { name: "format", command: ["npm", "run", "--silent", "format:check"] },
  { name: "floors", command: ["npm", "run", "--silent", "floors"] },
  { name: "dead code", command: ["npm", "run", "--silent", "dead-code"] },
];
/** One after the other: each uses the whole machine. */
const RUNNING = [
  vitest("unit", "unit"),
  vitest("database", "pglite", "postgresql"),
  { name: "build", command: [process.execPath, "scripts/build.mjs"] },
  { name: "end to end", command: ["npx", "playwright", "test"], env: { PLAYWRIGHT_JSON_OUTPUT_FILE: `${REPORTS}/end to end.json` }, count: playwrightCount },
];

function playwrightCount({ stats, errors, suites }) {
  const specs = specsOf(suites);
  const ended = (as) => specs.filter(({ tests }) => tests.some(({ status }) => status === as));
  return {
    passed: stats.expected + stats.flaky,
    failed: [
      ...errors.map(({ message }) => ({ title: "end to end", why: message })),
      ...ended("unexpected").map(({ title, tests }) => ({ title, why: tests[0]?.results.at(-1)?.error?.message ?? "" })),
    ],
    again: ended("flaky").map(({ title }) => title),
  };
}

function specsOf(suites) {
  return suites.flatMap((suite) => [...suite.specs, ...specsOf(suite.suites ?? [])]);
}

const heading = (name) => console.log(`\n── ${name} ${"─".repeat(Math.max(0, 70 - name.length))}`);

/** What is done beside others says at its end all that it said. */
async function perform({ name, command, env, count }, { beside = false } = {}) {
  const [program, ...args] = command;
  if (!beside) heading(name);
  const began = performance.now();
  const said = [];
  const code = await new Promise((resolve) => {
    const stdio = beside ? ["ignore", "pipe", "pipe"] : "inherit";
    const child = spawn(program, args, { stdio, env: { ...process.env, ...QUIET, ...env }, shell: process.platform === "win32" });
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => said.push(chunk));
    child.once("error", () => resolve(1));
    child.once("close", (exitCode) => resolve(exitCode ?? 1));
  });
  if (beside) {
    heading(name);
    process.stdout.write(Buffer.concat(said));
  }
  const counted = count ? reportOf(name, count) : { passed: code === 0 ? 1 : 0, failed: [], again: [] };
  // A runner that fails without naming a failed test has failed all the same.
  if (code !== 0 && counted.failed.length === 0) counted.failed.push({ title: name, why: "" });
  return { name, ...counted, seconds: (performance.now() - began) / 1000 };
}

function reportOf(name, count) {
  try {
    return count(JSON.parse(readFileSync(`${REPORTS}/${name}.json`, "utf8")));
  } catch {
    return { passed: 0, failed: [], again: [] };
  }
}

checkNode();
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const results = [await perform(ROUTES)];
const waiting = [...READING];
const take = async () => {
  for (let check = waiting.shift(); check; check = waiting.shift()) results.push(await perform(check, { beside: true }));
};
await Promise.all(Array.from({ length: Math.min(availableParallelism(), 2) }, take));
for (const check of RUNNING) results.push(await perform(check));

console.log("\n── summary ──");
for (const { name, passed, failed, seconds } of results) {
  const mark = failed.length === 0 ? "✓" : "✗";
  console.log(
    `${mark} ${name.padEnd(12)} ${String(passed).padStart(5)} passed ${String(failed.length).padStart(4)} failed ${seconds.toFixed(1).padStart(7)} s`,
  );
}
// Named again down here: of a long log, people and machines keep the end.
for (const title of results.flatMap(({ again }) => again)) console.log(`! passed only when tried again: ${title}`);
const failed = results.flatMap((result) => result.failed);
for (const { title, why } of failed) console.log(`✗ ${title}\n${why.replace(/^/gm, "    ").split("\n").slice(0, 12).join("\n")}`);
console.log(`\n${results.reduce((total, { passed }) => total + passed, 0)} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
