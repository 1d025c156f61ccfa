import { abused } from "./drills/abused";
import { brokenMigration } from "./drills/broken-migration";
import { databaseGone } from "./drills/database-gone";
import { Report, Skipped, type Drill } from "./drills/drill";
import { fullDisk } from "./drills/full-disk";
import { guessed } from "./drills/guessed";
import { killed } from "./drills/killed";
import { mailDown } from "./drills/mail-down";
import { stopped } from "./drills/stopped";
import { twice } from "./drills/twice";

/* Breaks things on purpose, on production servers of its own: "npm run drills", or "npm run drills -- killed abused". Needs a build. */

const DRILLS: readonly Drill[] = [killed, stopped, databaseGone, fullDisk, twice, brokenMigration, mailDown, guessed, abused];

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith("-"));
const unknown = wanted.filter((name) => !DRILLS.some((drill) => drill.name === name));
if (unknown.length > 0) {
  console.error(`There is no drill called ${unknown.join(", ")}. There are: ${DRILLS.map(({ name }) => name).join(", ")}.`);
  process.exit(1);
}

const rows: string[] = [];
let failures = 0;
for (const drill of DRILLS) {
  if (wanted.length > 0 && !wanted.includes(drill.name)) continue;
  console.log(`${drill.name}: ${drill.done} …`);
  const began = performance.now();
  const report = new Report();
  let skipped: string | null = null;
  try {
    await drill.run(report);
  } catch (error) {
    if (error instanceof Skipped) skipped = error.message;
    else report.hold(false, `the drill broke off: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  const failed = report.failed.length > 0;
  if (failed) failures += 1;
  for (const says of report.held) console.log(`  ✓ ${says}`);
  for (const says of report.failed) console.log(`  ✗ ${says}`);
  if (skipped !== null) console.log(`  – left out: ${skipped}`);
  const outcome = skipped !== null ? "left out" : failed ? "failed" : "ok";
  const found = skipped ?? [...report.held, ...report.failed.map((says) => `**not held:** ${says.split("\n")[0] ?? ""}`)].join("; ");
  rows.push(`| ${drill.name} | ${drill.done} | ${found} | ${seconds} | ${outcome} |`);
}
console.log(["", "| drill | what is done | what held | seconds | |", "| --- | --- | --- | --- | --- |", ...rows].join("\n"));
process.exit(failures === 0 ? 0 : 1);
