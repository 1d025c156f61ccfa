// Looks for what is wrong and says how to mend it: npm run doctor. It changes nothing. Exit code 1 when something is bad.
import { lockHolder } from "@/lib/db/lock";
import { configuredLocation } from "@/lib/db/client";
import { lockFile, openDatabase, type Database } from "@/lib/db/open";
import { env } from "@/lib/env";
import { DATABASE_CHECKS, unopened } from "./doctor/database";
import { bad, good, type Finding } from "./doctor/finding";
import { MACHINE_CHECKS } from "./doctor/machine";

const SIGNS = { good: "✓", could: "!", bad: "✗" } as const;
const found: Finding[] = [];

function tell(name: string, finding: Finding): void {
  found.push(finding);
  console.log(`${SIGNS[finding.state]} ${name}: ${finding.says}${finding.fix === undefined ? "" : `\n    ${finding.fix}`}`);
}

async function check(name: string, work: () => Finding | Promise<Finding>): Promise<void> {
  try {
    tell(name, await work());
  } catch (error) {
    tell(name, bad(`This could not be looked at (${error instanceof Error ? error.message : String(error)}).`, "Mend what stands above first."));
  }
}

/** The embedded database of a running server can be asked through that server only. */
async function askServer(holder: string): Promise<Finding> {
  const answer = await fetch(`http://127.0.0.1:${String(env.PORT)}/api/health/ready`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
  if (answer?.ok) return good(`in use by ${holder}, which is ready. Stop it to have the records looked at`);
  return bad(
    `${holder} has it, and no server on port ${String(env.PORT)} is ready.`,
    "If that process hangs, end it; if it listens on another port, set PORT.",
  );
}

for (const [name, work] of Object.entries(MACHINE_CHECKS)) await check(name, work);
const location = configuredLocation();
const holder = "dataDir" in location ? lockHolder(lockFile(location.dataDir)) : null;
if (holder !== null) await check("Database", () => askServer(holder));
else {
  let database: Database | undefined;
  try {
    database = await openDatabase(location);
    await database.prisma.$queryRaw`SELECT 1`;
  } catch (error) {
    tell("Database", unopened(error));
    await database?.close();
    database = undefined;
  }
  if (database) {
    const open = database;
    for (const [name, work] of Object.entries(DATABASE_CHECKS)) await check(name, () => work(open));
    await open.close();
  }
}
const wrong = found.filter(({ state }) => state === "bad").length;
console.log(wrong === 0 ? "\nNothing is wrong." : `\n${wrong === 1 ? "One thing is" : `${String(wrong)} things are`} wrong.`);
process.exitCode = wrong === 0 ? 0 : 1;
