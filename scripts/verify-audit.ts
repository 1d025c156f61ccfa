// Proves the audit log. Of the database, workspace by workspace: npm run verify-audit [-- --head <position>:<hash>], a seal that was noted down before.
// Of a file that was taken out: npm run verify-audit -- file.json
import { readFileSync } from "node:fs";
import { closeDatabase, db } from "@/lib/db/client";
import type { AuditFault } from "@/lib/domain/audit";
import { checkAuditFile } from "@/lib/events/audit-file";
import { sealEvents } from "@/lib/events/seal";
import { checkChain } from "@/lib/queries/audit-check";

const FAULTS: Record<AuditFault["fault"], string> = {
  changed: "what the entry says was changed after it was sealed",
  removed: "the entry was removed, and what it was about is still there",
  broken: "the seal does not follow from the one before it",
  never_sealed: "there are entries after this place that were kept from being sealed",
};

const tell = (faults: readonly AuditFault[]) => faults.map(({ position, fault }) => `Entry ${String(position)}: ${FAULTS[fault]}.`);

function ofFile(path: string): string[] {
  const { entries, without, faults } = checkAuditFile(JSON.parse(readFileSync(path, "utf8")));
  if (faults.length === 0) console.log(`${path}: whole. ${String(entries)} entries, ${String(without)} of them without what they said.`);
  return tell(faults);
}

async function ofDatabase(noted: string | undefined): Promise<string[]> {
  const prisma = await db();
  await sealEvents();
  const workspaces = await prisma.workspace.findMany({ select: { id: true, name: true }, orderBy: { createdAt: "asc" } });
  const problems: string[] = [];
  for (const { id, name } of workspaces) {
    const { sealed, gone, faults, head } = await checkChain(prisma, id);
    problems.push(...tell(faults).map((sentence) => `${name}: ${sentence}`));
    if (faults.length > 0) continue;
    console.log(`${name}: whole. ${String(sealed)} entries, ${String(gone)} of them gone with their document.`);
    if (head) console.log(`  The last seal, to be noted down elsewhere: ${String(head.position)}:${head.hash}`);
  }
  if (noted !== undefined) {
    const [position, hash] = noted.split(":");
    const found = await prisma.eventSeal.count({ where: { position: Number(position) || 0, hash: hash ?? "" } });
    if (found === 0) problems.push(`The seal ${noted} is in no log here: entries were removed, or the log was written anew.`);
  }
  return problems;
}

async function main([first, second]: readonly string[]): Promise<string[]> {
  if (first === undefined || first === "--head") return ofDatabase(second);
  return ofFile(first);
}

const problems = await main(process.argv.slice(2)).catch((error: unknown) => [error instanceof Error ? error.message : String(error)]);
await closeDatabase();
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
